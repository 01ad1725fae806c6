import type { Library } from './schema.js';

export const library: Library = {
  package: '@octokit/request',
  name: 'Octokit request',
  source: '@octokit/request dist-bundle; ran',
  same: [
    { path: 'default', is: '' },
    { path: 'request', is: '' },
  ],
  operations: [
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET',
      limits: [{ limits: 'total', at: ['1.request.signal'], unit: 'signal', default: 'never', see: '@octokit/request (ran)' }],
      see: '@octokit/request: the verb stands before the path',
    },
  ],
};
