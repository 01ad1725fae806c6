import type { Library } from './schema.js';

export const library: Library = {
  package: 'polka',
  source: 'polka@0.5.2 instance methods',
  checkedOn: ['polka@0.5.2', '@types/polka@0.5.8'],
  same: [
    { path: 'default', is: '' },
    { path: '().*()', is: '()' },
  ],
  types: { Polka: '()' },
  entryPoints: [
    { kind: 'http', call: '().get', method: 'GET', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().post', method: 'POST', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().put', method: 'PUT', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().patch', method: 'PATCH', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().delete', method: 'DELETE', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().head', method: 'HEAD', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().options', method: 'OPTIONS', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'http', call: '().all', method: 'ALL', nameAt: '0', handlers: ['1..'], answersAt: ['1', '2'], answers: true, repeats: 'client', see: 'polka 0.5.2' },
    { kind: 'middleware', call: '().use', nameAt: '0', handlers: ['0..'], mount: { prefixAt: '0', childAt: '0..' }, answers: true, see: 'polka 0.5.2' },
  ],
  resources: [
    {
      create: '', is: 'server', name: 'Polka server', close: [{ call: 'server.close', awaitable: false, waits: true, callbackAt: '0' }], opens: ['listen'], mustClose: true,
      see: 'polka 0.5.2: app.server is the http.Server',
    },
  ],
  bodies: [{ call: '', covers: 'server', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'polka 0.5.2' } }],
};
