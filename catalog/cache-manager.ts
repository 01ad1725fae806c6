import type { Library } from './schema.js';

export const library: Library = {
  package: 'cache-manager',
  name: 'cache-manager',
  source: 'cache-manager@7.2.9 dist/index.d.mts, dist/index.mjs; 5.7.6 and 4.1.0 (README)',
  checkedOn: ['cache-manager@7.2.9', 'cache-manager@5.7.6'],
  types: { Cache: 'createCache()' },
  same: [
    { path: 'default', is: '' },
    { path: 'caching()', is: 'createCache()' },
    { path: 'multiCaching()', is: 'createCache()' },
  ],
  callbacks: [{ call: 'createCache().wrap', callback: '1', runs: 'now', gives: true }],
  remarks: [
    { options: ['ttl'], unit: 'ms', says: 'how long a value is kept; not set, for ever', versions: '>=5.0.0', see: 'cache-manager@7.2.9 dist/index.d.mts' },
    { options: ['ttl'], unit: 's', says: 'how long a value is kept: the unit changed with 5.0.0', versions: '<5.0.0', see: 'cache-manager@4.1.0 README' },
    { options: ['nonBlocking'], default: false, says: 'with several stores, each operation waits for all of them', versions: '>=6.0.0', see: 'cache-manager@7.2.9 dist/index.d.mts' },
    { says: 'the default store is the memory of this process', see: 'cache-manager@7.2.9 dist/index.mjs' },
  ],
};
