import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@octokit/request 10.0.16: on fetch (ran)' };

export const library: Library = {
  package: '@octokit/request',
  name: 'Octokit request',
  partner: 'GitHub',
  source: '@octokit/request dist-bundle; ran',
  checkedOn: ['@octokit/request@10.0.16'],
  same: [
    { path: 'default', is: '' },
    { path: 'request', is: '' },
  ],
  operations: [
    {
      call: '', is: 'outbound', effect: 'method', methodAt: '0', methodDefault: 'GET',
      limits: [{ limits: 'total', at: ['1.request.signal'], unit: 'signal', default: 'never', see: '@octokit/request 10.0.16 (ran)' }, HEADERS],
      see: '@octokit/request: the verb stands before the path',
    },
  ],
};
