import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@octokit/core 7.0.8: on fetch (ran)' };

export const library: Library = {
  package: '@octokit/rest',
  modules: ['@octokit/core'],
  name: 'Octokit',
  partner: 'GitHub',
  source: '@octokit/core@7.0.8, @octokit/rest@22.0.1 dist-bundle; ran',
  checkedOn: ['@octokit/rest@22.0.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'Octokit', is: '' },
    { path: 'plugin()', is: '' },
    { path: 'defaults()', is: '' },
  ],
  types: { Octokit: '()' },
  operations: [
    {
      call: '().*.*.*', is: 'outbound', effect: 'command',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: '@octokit/rest 22.0.1: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      see: '@octokit/rest 22.0.1',
    },
    {
      call: '().*.*', is: 'outbound', effect: 'command',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: '@octokit/rest 22.0.1: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      see: '@octokit/rest 22.0.1',
    },
    {
      call: '().request', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: '@octokit/rest 22.0.1: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      see: '@octokit/rest 22.0.1: the verb stands before the path',
    },
    {
      call: '().graphql', is: 'outbound', effect: 'sql', textAt: '0',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: '@octokit/rest 22.0.1: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      see: '@octokit/rest 22.0.1',
    },
    {
      call: '().paginate', is: 'outbound', effect: 'read',
      limits: [
        {
          limits: 'total', at: ['0.request.signal', '1.request.signal', 'creation:0.request.signal'], unit: 'signal', default: 'never',
          see: '@octokit/rest 22.0.1: request.timeout is ignored (ran)',
        },
        HEADERS,
      ],
      see: '@octokit/rest 22.0.1',
    },
  ],
};
