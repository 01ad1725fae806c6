import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@neondatabase/serverless 1.2.0: on fetch (ran)' };
const limits: readonly Limit[] = [{ limits: 'statement', at: ['1.fetchOptions.signal', '2.fetchOptions.signal', 'creation:1.fetchOptions.signal', 'creation:0.fetchOptions.signal'], unit: 'signal', default: 'never', see: '@neondatabase/serverless 1.2.0; ran' }, HEADERS];

export const library: Library = {
  package: '@neondatabase/serverless',
  name: 'Neon',
  source: '@neondatabase/serverless@1.2.0 index.d.ts, index.js; ran',
  checkedOn: ['@neondatabase/serverless@1.2.0'],
  // Over a WebSocket it is the pool and the client of pg.
  same: [{ path: 'Pool', is: 'pg|Pool' }, { path: 'Client', is: 'pg|Client' }],
  types: { NeonQueryFunction: 'neon()', Pool: 'pg|Pool()', PoolClient: 'pg|Pool().connect()', Client: 'pg|Client()' },
  callbacks: [{ call: 'neon().transaction', callback: '0', runs: 'now', parameters: ['neon()'], gives: true }],
  operations: [
    { call: 'neon()', is: 'statement', effect: 'sql', textAt: '0', lazy: true, limits, see: '@neondatabase/serverless 1.2.0: a tagged template over HTTP, without a pool; sent when awaited' },
    { call: 'neon().query', is: 'statement', effect: 'sql', textAt: '0', lazy: true, limits, see: '@neondatabase/serverless 1.2.0' },
    { call: 'neon().transaction', is: 'transaction', effect: 'none', limits, see: '@neondatabase/serverless 1.2.0: its statements in one request' },
  ],
  remarks: [{ options: ['poolQueryViaFetch'], default: false, says: 'pool.query goes over HTTP instead of a WebSocket', see: '@neondatabase/serverless 1.2.0 index.d.ts' }],
};
