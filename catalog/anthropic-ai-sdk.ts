import type { Library, Limit } from './schema.js';

const ON_FETCH: Limit = { limits: 'attempt', at: ['-1.timeout', 'creation:0.timeout'], default: 300000, versions: '>=0.50.0', see: '@anthropic-ai/sdk 1.12.0: undici ends an attempt at 300 s, before its own 600 s; 909 s in all (ran)' };
const ON_NODE_FETCH: Limit = { limits: 'attempt', at: ['-1.timeout', 'creation:0.timeout'], default: 600000, versions: '<0.50.0', see: '@anthropic-ai/sdk 0.32.1 and 0.41.0 core.js: node-fetch, so its own 600 s hold (ran)' };

export const library: Library = {
  package: '@anthropic-ai/sdk',
  name: 'Anthropic',
  source: '@anthropic-ai/sdk@1.12.0 client.js; ran',
  checkedOn: ['@anthropic-ai/sdk@1.12.0', '@anthropic-ai/sdk@0.32.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'Anthropic', is: '' },
    { path: '().withOptions()', is: '()' },
  ],
  types: { Anthropic: '()' },
  operations: [
    {
      call: '().*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      see: '@anthropic-ai/sdk 1.12.0: a completion changes nothing',
    },
    {
      call: '().*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: '@anthropic-ai/sdk 1.12.0',
    },
    {
      call: '().*.*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      see: '@anthropic-ai/sdk 1.12.0: a completion changes nothing',
    },
    {
      call: '().*.*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: '@anthropic-ai/sdk 1.12.0',
    },
    {
      call: '().*.*.*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      see: '@anthropic-ai/sdk 1.12.0: a completion changes nothing',
    },
    {
      call: '().*.*.*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: '@anthropic-ai/sdk 1.12.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: '@anthropic-ai/sdk 1.12.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: '@anthropic-ai/sdk 1.12.0',
    },
  ],

  words: [{ is: 'completion', names: ['model', 'messages', 'max_tokens'], see: '@anthropic-ai/sdk@1.12.0' }],
  remarks: [
    { says: 'non-streaming calls whose max_tokens imply >10 min throw before sending', see: '@anthropic-ai/sdk@1.12.0 client.js' },
  ],
};
