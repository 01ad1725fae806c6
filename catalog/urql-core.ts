import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@urql/core 6.0.3: on fetch (ran)' };
const own: Limit = { limits: 'total', at: ['creation:0.fetch'], unit: 'function', default: 'never', see: '@urql/core 6.0.3 dist/urql-core-chunk.d.ts: fetch does the requests' };

export const library: Library = {
  package: '@urql/core',
  modules: ['urql', '@urql/preact', '@urql/vue', '@urql/svelte'],
  name: 'urql',
  source: '@urql/core@6.0.3; ran',
  checkedOn: ['@urql/core@6.0.3'],
  same: [
    { path: 'createClient()', is: 'Client()' },
    { path: 'Client().query().toPromise()', is: 'Client().query()' },
  ],
  types: { Client: 'Client()' },
  operations: [
    {
      call: 'Client().query', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['2.fetchOptions.signal', 'creation:0.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@urql/core 6.0.3' }, own, HEADERS],
      see: '@urql/core 6.0.3: fetch ends after 304.6 s (ran)',
    },
    {
      call: 'Client().mutation', is: 'outbound', effect: 'write', textAt: '0',
      limits: [{ limits: 'total', at: ['2.fetchOptions.signal', 'creation:0.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@urql/core 6.0.3' }, own, HEADERS],
      see: '@urql/core 6.0.3',
    },
  ],
};
