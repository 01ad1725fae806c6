import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:stream/consumers',
  modules: ['stream/consumers'],
  name: 'Node stream consumers',
  source: 'nodejs.org webstreams, utility consumers',
  bodies: [
    { call: 'json', covers: 'route', streamAt: '0', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'nodejs.org webstreams' } },
    { call: 'text', covers: 'route', streamAt: '0', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'nodejs.org webstreams' } },
    { call: 'buffer', covers: 'route', streamAt: '0', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'nodejs.org webstreams' } },
    { call: 'arrayBuffer', covers: 'route', streamAt: '0', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'nodejs.org webstreams' } },
    { call: 'blob', covers: 'route', streamAt: '0', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'nodejs.org webstreams' } },
  ],
};
