import type { Library } from './schema.js';

export const library: Library = {
  package: '@hapi/hapi',
  modules: ['hapi'],
  name: 'hapi',
  source: '@hapi/hapi@21.4.10 lib/config.js; ran on loopback',
  checkedOn: ['@hapi/hapi@21.4.10'],
  same: [
    { path: 'default', is: '' },
    { path: 'server', is: 'Server' },
  ],
  types: { Server: 'Server()' },
  callbacks: [
    { call: 'Server().register', callback: '0.register', runs: 'start', parameters: ['Server()'] },
    { call: 'Server().register', callback: '0.plugin.register', runs: 'start', parameters: ['Server()', '@0.options'] },
    { call: 'Server().register', callback: '0[].register', runs: 'start', parameters: ['Server()'] },
    { call: 'Server().register', callback: '0[].plugin.register', runs: 'start', parameters: ['Server()', '@0[].options'] },
    { call: 'Server().ext', callback: '1', runs: 'later', when: { at: '0', is: ['onPreStop', 'onPostStop', 'onPreStart', 'onPostStart'] } },
    { call: 'Server().method', callback: '1', runs: 'later' },
    { call: 'Server().events.on', callback: '1', runs: 'later' },
  ],
  entryPoints: [
    {
      kind: 'http', call: 'Server().route', methodAt: '0.method', nameAt: '0.path', handlers: ['0.handler', '0.options.handler', '0.config.handler'],
      before: ['0.options.pre[]', '0.options.pre[].method'], repeats: 'client', answers: true, see: '@hapi/hapi 21.4.10; an array registers several',
    },
    {
      kind: 'http', call: 'Server().route', methodAt: '0[].method', nameAt: '0[].path', handlers: ['0[].handler', '0[].options.handler', '0[].config.handler'],
      before: ['0[].options.pre[]', '0[].options.pre[].method'], repeats: 'client', answers: true, see: '@hapi/hapi 21.4.10: the places of one element belong together',
    },
    {
      kind: 'middleware', call: 'Server().ext', nameAt: '0',
      when: { at: '0', is: ['onRequest', 'onPreAuth', 'onCredentials', 'onPostAuth', 'onPreHandler', 'onPostHandler', 'onPreResponse'] }, handlers: ['1'], answers: true,
      see: '@hapi/hapi 21.4.10',
    },
    { kind: 'middleware', call: 'Server().register', handlers: [], mount: { prefixAt: '1.routes.prefix', childAt: '0' }, answers: true, see: '@hapi/hapi 21.4.10' },
  ],
  resources: [
    {
      create: 'Server', is: 'server', name: 'hapi server', close: [{ call: 'stop', awaitable: true, waits: true }], opens: ['start'], mustClose: true,
      see: '@hapi/hapi 21.4.10: stop() drains up to its timeout, 5 s by default (ran)',
    },
  ],
  budgets: [
    {
      call: 'Server', covers: 'server',
      limit: { limits: 'total', at: ['0.routes.timeout.server'], default: 'never', offAt: [false], note: 'the handler keeps running', see: '@hapi/hapi 21.4.10: 503 after 325 ms for 300 (ran)' },
    },
    {
      call: 'Server().route', covers: 'route',
      limit: { limits: 'total', at: ['0.options.timeout.server', '0.config.timeout.server', '0[].options.timeout.server'], default: 'never', offAt: [false], see: '@hapi/hapi 21.4.10 (ran)' },
    },
  ],
  bodies: [
    { call: 'Server', covers: 'server', limit: { limits: 'body', at: ['0.routes.payload.maxBytes'], unit: 'bytes', default: 1048576, see: '@hapi/hapi 21.4.10: 1100 KiB refused (ran)' } },
    {
      call: 'Server().route', covers: 'route',
      limit: { limits: 'body', at: ['0.options.payload.maxBytes', '0.config.payload.maxBytes', '0[].options.payload.maxBytes'], unit: 'bytes', default: 1048576, see: '@hapi/hapi 21.4.10' },
    },
  ],
  closers: [
    {
      call: 'Server().ext', when: { at: '0', is: ['onPostStop'] }, serverAt: 'of:', cleanups: ['1'], server: 'first', order: 'registered',
      see: '@hapi/hapi 21.4.10: onPostStop runs after the drain (ran)',
    },
    {
      call: 'Server().ext', when: { at: '0', is: ['onPreStop'] }, serverAt: 'of:', cleanups: ['1'], server: 'last', order: 'registered',
      see: '@hapi/hapi 21.4.10: onPreStop runs before the drain (ran)',
    },
    {
      call: 'Server().stop', serverAt: 'of:', server: 'first', signals: false,
      deadline: { limits: 'total', at: ['0.timeout'], default: 5000, see: '@hapi/hapi 21.4.10: an 8 s request was cut at 5.0 s (ran)' }, see: '@hapi/hapi 21.4.10',
    },
  ],

  words: [
    { is: 'url-part', names: ['query'], see: '@hapi/hapi@21.4.10 typings' }, { is: 'request-part', names: ['payload', 'method'], see: '@hapi/hapi@21.4.10 typings' },
    { is: 'request', names: ['raw', 'req', 'payload'], see: '@hapi/hapi@21.4.10 typings' },
  ],
  remarks: [
    { options: ['payload', 'timeout'], default: 10000, unit: 'ms or false', says: 'payload.timeout bounds the receiving of the body alone: 408', see: '@hapi/hapi@21.4.10 lib/config.js' },
    { options: ['maxParts'], default: 1000, says: 'how many parts a multipart body may have', see: '@hapi/hapi@21.4.10 lib/config.js' },
    { options: ['socket'], default: 'unset (node default)', unit: 'ms or false', says: 'socket inactivity', see: '@hapi/hapi@21.4.10 lib/config.js' },
    { says: 'closing, onPreStop throws: stop() rejects', see: '@hapi/hapi@21.4.10' },
    { says: 'closing, stop() again: resolves', see: '@hapi/hapi@21.4.10' },
  ],
};
