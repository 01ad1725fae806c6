import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@planetscale/database 1.20.2: on fetch (ran)' };
const limits: readonly Limit[] = [{ limits: 'statement', at: ['creation:0.fetch'], unit: 'function', default: 'never', see: '@planetscale/database 1.20.2 dist/index.js; ran' }, HEADERS];
const ofConnection: readonly Limit[] = [{ limits: 'statement', at: ['creation:creation:0.fetch'], unit: 'function', default: 'never', see: '@planetscale/database 1.20.2 dist/index.js' }, HEADERS];

export const library: Library = {
  package: '@planetscale/database',
  name: 'PlanetScale',
  source: '@planetscale/database@1.20.2 dist/index.js; ran',
  checkedOn: ['@planetscale/database@1.20.2'],
  same: [{ path: 'Connection()', is: 'connect()' }],
  types: { Client: 'Client()', Connection: 'connect()', Transaction: 'Transaction' },
  callbacks: [
    { call: 'Client().transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
    { call: 'Client().connection().transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
    { call: 'connect().transaction', callback: '0', runs: 'now', parameters: ['Transaction'], gives: true },
  ],
  operations: [
    { call: 'Client().execute', is: 'statement', effect: 'sql', textAt: '0', limits, see: '@planetscale/database 1.20.2: over HTTP, without a pool; nothing is retried' },
    { call: 'Client().connection().execute', is: 'statement', effect: 'sql', textAt: '0', limits: ofConnection, see: '@planetscale/database 1.20.2' },
    { call: 'connect().execute', is: 'statement', effect: 'sql', textAt: '0', limits, see: '@planetscale/database 1.20.2' },
    { call: 'Transaction.execute', is: 'statement', effect: 'sql', textAt: '0', limits: [{ limits: 'statement', at: [], default: 'never', see: '@planetscale/database 1.20.2' }, HEADERS], see: '@planetscale/database 1.20.2' },
    { call: 'Client().transaction', is: 'transaction', effect: 'none', see: '@planetscale/database 1.20.2: BEGIN and COMMIT are requests of their own' },
    { call: 'Client().connection().transaction', is: 'transaction', effect: 'none', see: '@planetscale/database 1.20.2' },
    { call: 'connect().transaction', is: 'transaction', effect: 'none', see: '@planetscale/database 1.20.2' },
  ],
};
