import type { Library, Limit } from './schema.js';

const ON_FETCH: Limit = { limits: 'attempt', at: ['-1.timeout', 'creation:0.timeout'], default: 300000, versions: '>=5.0.0', see: 'openai 7.57.0: undici ends an attempt at 300 s, before its own 600 s; 909 s in all (ran)' };
const ON_NODE_FETCH: Limit = { limits: 'attempt', at: ['-1.timeout', 'creation:0.timeout'], default: 600000, versions: '<5.0.0', see: 'openai 4.104.0 core.js: node-fetch, so its own 600 s hold (ran)' };

export const library: Library = {
  package: 'openai',
  name: 'OpenAI',
  source: 'openai@7.57.0, 6.49.0, 5.23.2, 4.104.0 client.js; ran',
  checkedOn: ['openai@7.57.0', 'openai@4.104.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'OpenAI', is: '' },
    { path: '().withOptions()', is: '()' },
  ],
  types: { OpenAI: '()' },
  operations: [
    {
      call: '().*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      see: 'openai 7.57.0: a completion changes nothing',
    },
    {
      call: '().*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: 'openai 7.57.0',
    },
    {
      call: '().*.*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      see: 'openai 7.57.0: a completion changes nothing',
    },
    {
      call: '().*.*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: 'openai 7.57.0',
    },
    {
      call: '().*.*.*.*', members: ['create', 'stream', 'parse', 'generate', 'countTokens', 'retrieve', 'list', 'content', 'edit'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      see: 'openai 7.57.0: a completion changes nothing',
    },
    {
      call: '().*.*.*.*', members: ['upload', 'update', 'del', 'delete', 'cancel', 'createAndPoll', 'submitToolOutputs'], is: 'outbound', effect: 'write',
      limits: [
        { limits: 'total', at: ['-1.signal'], unit: 'signal', default: 'never', see: 'openai 7.57.0' },
        ON_FETCH, ON_NODE_FETCH,
      ],
      retries: {
        at: ['-1.maxRetries', 'creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 500, factor: 2, cap: 8000, jitter: true },
        see: 'openai 7.57.0: POST too, without a key (ran)',
      },
      keys: ['-1.idempotencyKey'], see: 'openai 7.57.0',
    },
  ],

  words: [{ is: 'completion', names: ['model', 'messages', 'prompt', 'max_tokens'], see: 'openai@7.57.0' }],
};
