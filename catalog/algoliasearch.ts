import type { Library, Limit, RetryRow } from './schema.js';

const READ: Limit = { limits: 'attempt', at: ['1.timeouts.read', 'creation:2.timeouts.read'], default: 5000, versions: '>=5.0.0', note: 'of reading the answer, after at most 2 s without one; after one that ended this way the next waits four times as long', see: '@algolia/client-search 5.65.0 node.js; ran' };
const HEADERS: Limit = { limits: 'headers', at: ['1.timeouts.connect', 'creation:2.timeouts.connect'], default: 2000, versions: '>=5.0.0', note: 'it ends with the first of the answer, not with the connection', see: '@algolia/requester-node-http 5.65.0; ran' };
const WRITE: Limit = { limits: 'attempt', at: ['1.timeouts.write', 'creation:2.timeouts.write'], default: 30000, versions: '>=5.0.0', note: 'of reading the answer, after at most 2 s without one; after one that ended this way the next waits four times as long', see: '@algolia/client-search 5.65.0 node.js; ran' };
const retries: RetryRow = { at: [], counts: 'retries', default: 3, writes: true, delay: { default: 0 }, see: '@algolia/client-common 5.65.0: once for each further host; on 5xx, network errors and timeouts (ran)' };

export const library: Library = {
  package: 'algoliasearch',
  modules: ['@algolia/client-search'],
  name: 'Algolia',
  source: 'algoliasearch@5.65.0, @algolia/client-common@5.65.0 dist/common.js; ran',
  checkedOn: ['algoliasearch@5.65.0'],
  same: [
    { path: 'default', is: 'algoliasearch' },
    { path: 'searchClient', is: 'algoliasearch' },
  ],
  types: { Algoliasearch: 'algoliasearch()', SearchClient: 'algoliasearch()' },
  operations: [
    {
      call: 'algoliasearch().*', members: ['search', 'searchSingleIndex', 'searchForFacetValues', 'getObject', 'getObjects', 'browse', 'listIndices', 'getSettings', 'getTask', 'getRule', 'searchRules', 'searchSynonyms'],
      is: 'outbound', effect: 'read', limits: [READ, HEADERS], retries, see: 'algoliasearch 5.65.0',
    },
    {
      call: 'algoliasearch().*', members: ['addOrUpdateObject', 'saveObjects', 'partialUpdateObject', 'partialUpdateObjects', 'deleteObject', 'deleteObjects', 'deleteBy', 'clearObjects', 'deleteIndex', 'setSettings', 'saveRules', 'saveSynonyms', 'batch', 'multipleBatch', 'replaceAllObjects'],
      is: 'outbound', effect: 'idempotent', limits: [WRITE, HEADERS], retries, see: 'algoliasearch 5.65.0: objects replace those of the same objectID',
    },
    { call: 'algoliasearch().saveObject', is: 'outbound', effect: 'write', keys: ['0.body.objectID'], dataAt: ['0.body'], limits: [WRITE, HEADERS], retries, see: 'algoliasearch 5.65.0: a new object unless it bears an objectID' },
  ],
  remarks: [{ options: ['timeouts'], says: 'in seconds in version 4, in ms from version 5 on', see: 'algoliasearch 4.24.0, 5.65.0' }],
};
