import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [
  {
    limits: 'total', unit: 'date', default: 'never', note: 'an absolute time: Date.now() + n',
    // Of the call, then what an interceptor of the call or of the client gives to the next one.
    at: ['1.deadline', '2.deadline', '1.interceptors[]()|0|0.deadline', '2.interceptors[]()|0|0.deadline', 'creation:2.interceptors[]()|0|0.deadline'],
    see: '@grpc/grpc-js 1.14.7: pending after 640 s (ran)',
  },
  {
    limits: 'total', at: ['creation:2.grpc.service_config|0.methodConfig[].timeout'], default: 'never', note: 'of the channel, all attempts included',
    see: '@grpc/grpc-js 1.14.7 build/src/resolving-call.js: the earlier of it and the call\'s deadline',
  },
  {
    limits: 'total', at: ['creation:2.grpc.service_config|0.methodConfig[].timeout.seconds'], unit: 's', default: 'never', note: 'of the channel, all attempts included',
    see: '@grpc/grpc-js 1.14.7 build/src/service-config.js: seconds and nanos',
  },
];

const retries: RetryRow = {
  at: ['creation:2.grpc.service_config|0.methodConfig[].retryPolicy.maxAttempts'], counts: 'attempts', default: 1, writes: true, sharesTimeout: {},
  delay: {
    at: ['creation:2.grpc.service_config|0.methodConfig[].retryPolicy.initialBackoff'], default: 0, factor: 1, factorAt: ['creation:2.grpc.service_config|0.methodConfig[].retryPolicy.backoffMultiplier'],
    capAt: ['creation:2.grpc.service_config|0.methodConfig[].retryPolicy.maxBackoff'], jitter: true,
  },
  see: '@grpc/grpc-js 1.14.7 retrying-call.js: the status codes that the policy lists, at most five attempts (ran)',
};

export const library: Library = {
  package: '@grpc/grpc-js',
  modules: ['@grpc/proto-loader'],
  name: 'gRPC',
  source: '@grpc/grpc-js@1.14.7 build/src/constants.js, client.d.ts; ran',
  checkedOn: ['@grpc/grpc-js@1.14.7'],
  same: [
    { path: 'default', is: '' },
    { path: 'makeClientConstructor', is: 'makeGenericClientConstructor' },
  ],
  types: { Server: 'Server()', Client: 'Client()', NextCall: 'NextCall' },
  answersBy: ['sendUnaryData()', 'ServerWritableStream()', 'ServerDuplexStream()'],
  callbacks: [
    { call: 'loadPackageDefinition().**', callback: '2.interceptors', runs: 'never', parameters: ['', 'NextCall'] },
    { call: 'Server().bindAsync', callback: '2', runs: 'later' },
    { call: 'loadPackageDefinition().**().*', callback: '-1', runs: 'now' },
    { call: 'makeGenericClientConstructor()().*', callback: '-1', runs: 'now' },
  ],
  entryPoints: [{ kind: 'rpc', call: 'Server().addService', handlers: ['1.*'], declaredAt: '0', answersAt: ['1'], repeats: 'client', answers: true, see: '@grpc/grpc-js 1.14.7' }],
  resources: [
    {
      create: 'Server', is: 'server', name: 'gRPC server',
      close: [{ call: 'tryShutdown', awaitable: false, waits: true, callbackAt: '0' }, { call: 'forceShutdown', awaitable: false, waits: false }], opens: ['bindAsync', 'start'],
      mustClose: true, see: '@grpc/grpc-js 1.14.7: tryShutdown waits without limit, forceShutdown cancels (ran)',
    },
    {
      create: 'loadPackageDefinition().**', is: 'client', name: 'gRPC client', close: [{ call: 'close', awaitable: false, waits: false }],
      see: '@grpc/grpc-js 1.14.7: close() lets calls finish (ran)',
    },
    { create: 'makeGenericClientConstructor()', is: 'client', name: 'gRPC client', close: [{ call: 'close', awaitable: false, waits: false }], see: '@grpc/grpc-js 1.14.7' },
  ],
  operations: [
    { call: 'Client().close', is: 'release', effect: 'none', see: '@grpc/grpc-js 1.14.7: close() lets calls finish (ran)' },
    { call: 'loadPackageDefinition().**().*', members: ['close', 'getChannel'], is: 'release', effect: 'none', see: '@grpc/grpc-js 1.14.7: close() lets calls finish (ran)' },
    { call: 'makeGenericClientConstructor()().*', members: ['close', 'getChannel'], is: 'release', effect: 'none', see: '@grpc/grpc-js 1.14.7: close() lets calls finish (ran)' },
    {
      call: 'loadPackageDefinition().**().*', is: 'outbound', effect: 'named',
      limits, retries, partnerAt: ['creation:0'], keys: ['1.Idempotency-Key'], see: '@grpc/grpc-js 1.14.7; an error-first callback in the last place',
    },
    {
      call: 'makeGenericClientConstructor()().*', is: 'outbound', effect: 'named',
      limits, retries, partnerAt: ['creation:0'],
      see: '@grpc/grpc-js 1.14.7',
    },
    {
      call: 'loadPackageDefinition().**().waitForReady', is: 'outbound', effect: 'none',
      limits: [{ limits: 'connect', at: ['0'], unit: 'date', default: 'unknown', see: '@grpc/grpc-js 1.14.7' }], see: '@grpc/grpc-js 1.14.7',
    },
  ],
  budgets: [
    {
      call: 'getDeadline', propagated: { kinds: ['rpc'], member: 'getDeadline' }, covers: 'route',
      limit: { limits: 'total', at: [], default: 'unknown', see: '@grpc/grpc-js 1.14.7 server-call.d.ts getDeadline(): what is left of the deadline that the client sent' },
    },
  ],
  bodies: [{ call: 'Server', covers: 'server', limit: { limits: 'body', at: ['0.grpc.max_receive_message_length'], unit: 'bytes', default: 4194304, offAt: [-1], see: '@grpc/grpc-js 1.14.7' } }],

  remarks: [
    { options: ['methodConfig'], default: 'none', unit: 'text such as 5s', says: 'of the channel\'s grpc.service_config: a timeout there bounds the whole call, attempts included; grpc.enable_retries 0 switches its retries off', see: '@grpc/grpc-js@1.14.7 build/src/constants.js' },
    { options: ['max_send_message_length'], default: '-1 (unlimited)', unit: 'bytes', says: 'limits the size', see: '@grpc/grpc-js@1.14.7 build/src/constants.js' },
    { says: 'deadline: 5000 is an absolute time in 1970 -> immediate DEADLINE_EXCEEDED; must be Date.now()+5000', see: '@grpc/grpc-js@1.14.7 build/src/constants.js' },
    { says: 'server handlers: call.getDeadline() is the propagated budget; handler is not killed, only \'cancelled\' is emitted', see: '@grpc/grpc-js@1.14.7 build/src/constants.js' },
    { says: 'a refused port fails fast with UNAVAILABLE (code 14) unless Metadata waitForReady is set, then it waits for ever', see: '@grpc/grpc-js@1.14.7' },
  ],
};
