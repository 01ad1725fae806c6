import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 'octokit 5.0.5: on fetch (ran)' };

export const library: Library = {
  package: 'octokit',
  name: 'Octokit',
  partner: 'GitHub',
  source: 'octokit@5.0.5, @octokit/plugin-retry@8.1.1 dist-bundle; ran',
  checkedOn: ['octokit@5.0.5'],
  same: [
    { path: 'default', is: '' },
    { path: 'Octokit', is: '' },
  ],
  types: { Octokit: '()' },
  operations: [
    {
      call: '().*.*.*', is: 'outbound', effect: 'command',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: 'octokit 5.0.5: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      retries: { at: ['creation:0.retry.retries', '0.request.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 1000, factor: 3.2 }, see: 'octokit 5.0.5: every method; 1, 4, 9 s (ran)' },
      see: 'octokit 5.0.5',
    },
    {
      call: '().*.*', is: 'outbound', effect: 'command',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: 'octokit 5.0.5: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      retries: { at: ['creation:0.retry.retries', '0.request.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 1000, factor: 3.2 }, see: 'octokit 5.0.5: every method; 1, 4, 9 s (ran)' },
      see: 'octokit 5.0.5',
    },
    {
      call: '().request', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: 'octokit 5.0.5: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      retries: { at: ['creation:0.retry.retries', '0.request.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 1000, factor: 3.2 }, see: 'octokit 5.0.5: every method; 1, 4, 9 s (ran)' },
      see: 'octokit 5.0.5: the verb stands before the path',
    },
    {
      call: '().graphql', is: 'outbound', effect: 'sql', textAt: '0',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: 'octokit 5.0.5: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      retries: { at: ['creation:0.retry.retries', '0.request.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 1000, factor: 3.2 }, see: 'octokit 5.0.5: every method; 1, 4, 9 s (ran)' },
      see: 'octokit 5.0.5',
    },
    {
      call: '().paginate', is: 'outbound', effect: 'read',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: 'octokit 5.0.5: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      retries: { at: ['creation:0.retry.retries', '0.request.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 1000, factor: 3.2 }, see: 'octokit 5.0.5: every method; 1, 4, 9 s (ran)' },
      see: 'octokit 5.0.5',
    },
  ],
};
