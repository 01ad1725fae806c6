import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-sdk/client-dynamodb',
  name: 'Amazon DynamoDB',
  source: '@aws-sdk/client-dynamodb@3.1169.0, @smithy/node-http-handler@4.14.2 dist-cjs/index.js, CHANGELOG; ran',
  checkedOn: ['@aws-sdk/client-dynamodb@3.1162.0'],
  types: { DynamoDBClient: 'DynamoDBClient()' },
  operations: [
    { call: '*().destroy', is: 'release', effect: 'none', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): neither waits nor aborts (ran)' },
    {
      call: '*().send', is: 'command', effect: 'command', commandAt: '0', commandEnds: 'Command',
      limits: [
        { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2); ran' },
        {
          limits: 'attempt', at: ['creation:0.requestHandler.socketTimeout', 'creation:0.requestHandler|0.socketTimeout'], default: 'never', offAt: [0], note: 'socket inactivity',
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): pending after 640 s (ran)',
        },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler.requestTimeout'], default: 'never', offAt: [0],
          onlyWhen: { at: 'creation:0.requestHandler.throwOnRequestTimeout', is: true },
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): only logs a warning without throwOnRequestTimeout (ran)',
        },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler|0.requestTimeout'], default: 'never', offAt: [0],
          onlyWhen: { at: 'creation:0.requestHandler|0.throwOnRequestTimeout', is: true },
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): only logs a warning without throwOnRequestTimeout (ran)',
        },
        {
          limits: 'connect', at: ['creation:0.requestHandler.connectionTimeout', 'creation:0.requestHandler|0.connectionTimeout'], default: 'never', offAt: [0],
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
        },
      ],
      retries: {
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 4, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      addsUpBy: { at: '0|0.UpdateExpression', words: ['ADD', '+', 'list_append'] }, onlyIfAbsent: [{ at: ['0|0.ConditionExpression'], is: ['attribute_not_exists'], otherwise: 'fails' }],
      keys: ['0|0.ClientRequestToken', '0|0.ConditionExpression'], see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
    },
    {
      call: '*().*', is: 'command', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2); ran' },
        {
          limits: 'attempt', at: ['creation:0.requestHandler.socketTimeout', 'creation:0.requestHandler|0.socketTimeout'], default: 'never', offAt: [0], note: 'socket inactivity',
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): pending after 640 s (ran)',
        },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler.requestTimeout'], default: 'never', offAt: [0],
          onlyWhen: { at: 'creation:0.requestHandler.throwOnRequestTimeout', is: true },
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): only logs a warning without throwOnRequestTimeout (ran)',
        },
        {
          limits: 'attempt', at: ['1.requestTimeout', 'creation:0.requestHandler|0.requestTimeout'], default: 'never', offAt: [0],
          onlyWhen: { at: 'creation:0.requestHandler|0.throwOnRequestTimeout', is: true },
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): only logs a warning without throwOnRequestTimeout (ran)',
        },
        {
          limits: 'connect', at: ['creation:0.requestHandler.connectionTimeout', 'creation:0.requestHandler|0.connectionTimeout'], default: 'never', offAt: [0],
          see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2)',
        },
      ],
      retries: {
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 4, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      addsUpBy: { at: '0.UpdateExpression', words: ['ADD', '+', 'list_append'] }, onlyIfAbsent: [{ at: ['0.ConditionExpression'], is: ['attribute_not_exists'], otherwise: 'fails' }],
      keys: ['0.ClientRequestToken', '0.ConditionExpression'], see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): the aggregated client',
    },
  ],

  remarks: [
    { says: 'requestHandler.connectionTimeout: TCP/TLS connect only', see: '@aws-sdk/client-dynamodb@3.1162.0' },
    { says: 'requestHandler.requestTimeout: SDK packages use caret ranges, so an old SDK version may still install the new handler', see: '@aws-sdk/client-dynamodb@3.1162.0' },
    { says: 'client.send(cmd,: same rule as requestTimeout', see: '@aws-sdk/client-dynamodb@3.1162.0' },
    { says: 'BatchWriteItem returns UnprocessedItems without throwing', see: '@aws-sdk/client-dynamodb@3.1162.0' },
    { says: 'client.destroy() does not wait for work in flight: neither waits nor aborts; an in-flight send stayed pending', see: '@aws-sdk/client-dynamodb@3.1162.0' },
  ],
};
