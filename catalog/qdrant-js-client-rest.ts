import type { Library, Limit } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'attempt', at: ['creation:0.timeout'], default: 300000, offAt: ['Infinity'], see: '@qdrant/js-client-rest 1.18.0 qdrant-client.js; ran' }];

export const library: Library = {
  package: '@qdrant/js-client-rest',
  name: 'Qdrant',
  source: '@qdrant/js-client-rest@1.18.0 dist/cjs/qdrant-client.js, api-client.js; ran',
  checkedOn: ['@qdrant/js-client-rest@1.19.0', '@qdrant/js-client-rest@1.18.0'],
  types: { QdrantClient: 'QdrantClient()' },
  operations: [
    {
      call: 'QdrantClient().*',
      members: ['query', 'queryBatch', 'queryGroups', 'scroll', 'count', 'retrieve', 'facet', 'getCollections', 'getCollection', 'collectionExists', 'versionInfo'], is: 'command', effect: 'read',
      partnerAt: ['creation:0.url', 'creation:0.host'], limits, see: '@qdrant/js-client-rest 1.18.0: nothing is retried',
    },
    {
      call: 'QdrantClient().*', members: ['search', 'searchBatch', 'recommend', 'recommendBatch'], is: 'command', effect: 'read', partnerAt: ['creation:0.url', 'creation:0.host'], limits, versions: '<1.19.0',
      see: '@qdrant/js-client-rest 1.18.0: gone since 1.19.0',
    },
    {
      call: 'QdrantClient().*', members: ['upsert', 'delete', 'setPayload', 'overwritePayload', 'deletePayload', 'clearPayload', 'updateVectors', 'deleteVectors', 'createCollection', 'updateCollection', 'deleteCollection', 'recreateCollection', 'createPayloadIndex'],
      is: 'command', effect: 'idempotent', partnerAt: ['creation:0.url', 'creation:0.host'], limits, see: '@qdrant/js-client-rest 1.18.0: points replace those of the same id',
    },
  ],
  remarks: [{ options: ['timeout'], says: 'of a single call it is the limit of the server, in seconds; that of the client is in ms', see: '@qdrant/js-client-rest 1.18.0' }],
};
