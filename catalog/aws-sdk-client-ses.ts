import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-sdk/client-ses',
  modules: ['@aws-sdk/client-sesv2'],
  name: 'Amazon SES',
  source: '@aws-sdk/client-ses@3.1169.0, @smithy/node-http-handler@4.14.2 dist-cjs/index.js, CHANGELOG; ran',
  checkedOn: ['@aws-sdk/client-ses@3.1169.0', '@aws-sdk/client-sesv2@3.1169.0'],
  types: { SESClient: 'SESClient()', SESv2Client: 'SESv2Client()' },
  operations: [
    { call: '*().destroy', is: 'release', effect: 'none', see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2): neither waits nor aborts (ran)' },
    {
      call: '*().send', is: 'outbound', effect: 'command', commandAt: '0', commandEnds: 'Command',
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
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 3, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      dataAt: [], see: 'SES API reference: SendEmail has no token and compares nothing',
    },
    {
      call: '*().*', is: 'outbound', effect: 'command',
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
        at: ['creation:0.maxAttempts'], counts: 'attempts', default: 3, writes: true, delay: { default: 50, factor: 2, cap: 20000, jitter: true },
        see: '@aws-sdk/client-* (@smithy/node-http-handler 4.14.2) (ran)',
      },
      dataAt: [], see: 'SES API reference: SendEmail has no token and compares nothing; the aggregated client',
    },
  ],
  words: [
    {
      is: 'creates-named',
      names: ['CreateEmailIdentity', 'CreateEmailIdentityPolicy', 'CreateConfigurationSet', 'CreateContactList', 'CreateEmailTemplate', 'CreateDedicatedIpPool', 'CreateReceiptRuleSet'],
      see: 'SES API reference: AlreadyExistsException where the name is taken',
    },
  ],
};
