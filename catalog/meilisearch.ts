import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: 'meilisearch 0.62.0: on fetch (ran)' };
const limits: readonly Limit[] = [
  { limits: 'attempt', at: ['creation:0.timeout'], default: 'never', see: 'meilisearch 0.62.0 dist/index.js; ran' },
  { limits: 'total', at: ['creation:0.httpClient'], unit: 'function', default: 'never', see: 'meilisearch 0.62.0: httpClient does the requests' },
  HEADERS,
];
const ofIndex: readonly Limit[] = [
  { limits: 'attempt', at: ['creation:creation:0.timeout'], default: 'never', see: 'meilisearch 0.62.0 dist/index.js; ran' },
  { limits: 'total', at: ['creation:creation:0.httpClient'], unit: 'function', default: 'never', see: 'meilisearch 0.62.0: httpClient does the requests' },
  HEADERS,
];

export const library: Library = {
  package: 'meilisearch',
  name: 'Meilisearch',
  source: 'meilisearch@0.62.0 dist/index.js; ran',
  checkedOn: ['meilisearch@0.62.0', 'meilisearch@0.50.0'],
  same: [
    { path: 'MeiliSearch', is: 'Meilisearch' },
    { path: 'Meilisearch().getIndex()', is: 'Meilisearch().index()' },
  ],
  types: { Meilisearch: 'Meilisearch()', MeiliSearch: 'Meilisearch()', Index: 'Meilisearch().index()' },
  operations: [
    {
      call: 'Meilisearch().index().*', members: ['search', 'searchGet', 'searchForFacetValues', 'searchSimilarDocuments', 'getDocuments', 'getDocument', 'getStats', 'getSettings', 'fetchInfo', 'getRawInfo'], is: 'outbound', effect: 'read',
      partnerAt: ['creation:creation:0.host'], limits: ofIndex, see: 'meilisearch 0.62.0: nothing is retried',
    },
    {
      call: 'Meilisearch().index().*', members: ['addDocuments', 'updateDocuments', 'addDocumentsInBatches', 'updateDocumentsInBatches', 'deleteDocument', 'deleteDocuments', 'deleteAllDocuments', 'updateSettings', 'resetSettings', 'delete'],
      is: 'outbound', effect: 'idempotent', partnerAt: ['creation:creation:0.host'], limits: ofIndex, see: 'meilisearch 0.62.0: documents replace those of the same id; done later, by a task',
    },
    { call: 'Meilisearch().*', members: ['multiSearch', 'getStats', 'health', 'isHealthy', 'getVersion', 'getIndexes', 'getRawIndexes', 'getKeys', 'getKey'], is: 'outbound', effect: 'read', partnerAt: ['creation:0.host'], limits, see: 'meilisearch 0.62.0' },
    { call: 'Meilisearch().*', members: ['createIndex', 'updateIndex', 'deleteIndex', 'deleteIndexIfExists', 'swapIndexes', 'createDump', 'createSnapshot'], is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0.host'], limits, see: 'meilisearch 0.62.0' },
  ],
  remarks: [{ says: 'waitForTask() asks every 50 ms and gives up after 5 s; 0 means for ever', see: 'meilisearch 0.62.0 dist/index.js' }],
};
