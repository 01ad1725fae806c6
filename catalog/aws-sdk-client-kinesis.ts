import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-sdk/client-kinesis',
  name: 'Amazon Kinesis',
  source: '@aws-sdk/client-kinesis@3.1169.0, @smithy/node-http-handler@4.14.2 dist-cjs/index.js, CHANGELOG; ran',
  checkedOn: ['@aws-sdk/client-kinesis@3.1143.0'],
  operations: [
    { call: '*().destroy', is: 'release', effect: 'none', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): neither waits nor aborts (ran)' },
    {
      call: '*().send', is: 'publish', effect: 'command', commandAt: '0', commandEnds: 'Command',
      limits: [
        { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2); ran' },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler.requestTimeout', 'creation:0.requestHandler|0.requestTimeout'], default: 'never', offAt: [0],
          note: 'Kinesis speaks HTTP/2, whose handler ends a request after it', see: '@smithy/node-http-handler 4.14.2 NodeHttp2Handler; ran',
        },
        {
          limits: 'attempt', at: ['creation:0.requestHandler|0.socketTimeout'], default: 'never', offAt: [0], note: 'socket inactivity, of a NodeHttpHandler that is given',
          see: '@smithy/node-http-handler 4.14.2; the HTTP/2 handler has no such option (ran)',
        },
        {
          limits: 'connect', at: ['creation:0.requestHandler|0.connectionTimeout'], default: 'never', offAt: [0],
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
        },
      ],
      retries: {
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 3, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
    },
    {
      call: '*().*', is: 'publish', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2); ran' },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler.requestTimeout', 'creation:0.requestHandler|0.requestTimeout'], default: 'never', offAt: [0],
          note: 'Kinesis speaks HTTP/2, whose handler ends a request after it', see: '@smithy/node-http-handler 4.14.2 NodeHttp2Handler; ran',
        },
        {
          limits: 'attempt', at: ['creation:0.requestHandler|0.socketTimeout'], default: 'never', offAt: [0], note: 'socket inactivity, of a NodeHttpHandler that is given',
          see: '@smithy/node-http-handler 4.14.2; the HTTP/2 handler has no such option (ran)',
        },
        {
          limits: 'connect', at: ['creation:0.requestHandler|0.connectionTimeout'], default: 'never', offAt: [0],
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
        },
      ],
      retries: {
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 3, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): the aggregated client',
    },
  ],
};
