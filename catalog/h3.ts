import type { Library } from './schema.js';

export const library: Library = {
  package: 'h3',
  name: 'h3',
  source: 'h3@2.0.8 dist/index.d.mts; h3@1.15.11 exports; ran',
  checkedOn: ['h3@2.0.8'],
  same: [
    { path: 'createApp', is: 'H3' },
    { path: 'createRouter', is: 'H3' },
    { path: 'H3().*()', is: 'H3()' },
  ],
  types: { H3: 'H3()' },
  values: [
    { call: 'defineEventHandler', gives: 'function', from: '0' },
    { call: 'eventHandler', gives: 'function', from: '0' },
    { call: 'defineHandler', gives: 'function', from: '0' },
  ],
  entryPoints: [
    { kind: 'http', call: 'H3().get', method: 'GET', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().post', method: 'POST', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().put', method: 'PUT', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().patch', method: 'PATCH', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().delete', method: 'DELETE', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().head', method: 'HEAD', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().options', method: 'OPTIONS', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'http', call: 'H3().all', method: 'ALL', nameAt: '0', handlers: ['1..'], answers: true, repeats: 'client', see: 'h3 2.0.8' },
    { kind: 'middleware', call: 'H3().use', nameAt: '0', handlers: ['0..'], continues: '1', mount: { prefixAt: '0', childAt: '0..' }, answers: true, see: 'h3 2.0.8' },
    { kind: 'middleware', call: 'H3().mount', handlers: [], mount: { prefixAt: '0', childAt: '1' }, answers: true, see: 'h3 2.0.8' },
  ],
  resources: [{ create: 'H3', is: 'app', name: 'h3 app', see: 'h3 2.0.8' }],
  bodies: [
    { call: 'bodyLimit', covers: 'chain', limit: { limits: 'body', at: ['0'], unit: 'bytes', default: 'unknown', see: 'h3 2.0.8' } },
    { call: 'assertBodySize', checks: true, covers: 'route', limit: { limits: 'body', at: ['1'], unit: 'bytes', default: 'unknown', see: 'h3 2.0.8' } },
    { call: 'readBody', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'h3 2.0.8: 20 MiB accepted (ran)' } },
    { call: 'readRawBody', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'h3 2.0.8: 20 MiB accepted (ran)' } },
    { call: 'readFormData', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'h3 2.0.8: 20 MiB accepted (ran)' } },
    { call: 'readMultipartFormData', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'h3 2.0.8: 20 MiB accepted (ran)' } },
    { call: 'readValidatedBody', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'h3 2.0.8: 20 MiB accepted (ran)' } },
  ],
};
