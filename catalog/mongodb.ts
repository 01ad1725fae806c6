import type { Library } from './schema.js';

export const library: Library = {
  package: 'mongodb',
  name: 'MongoDB',
  source: 'mongodb@7.9.0, 6.22.0 lib/connection_string.js; ran',
  checkedOn: ['mongodb@7.9.0', 'mongodb@6.20.0'],
  same: [
    { path: 'default', is: '' }, { path: 'MongoClient.connect()', is: 'MongoClient()' }, { path: 'MongoClient().connect()', is: 'MongoClient()' },
    { path: 'MongoClient().db().collection().find().*()', is: 'MongoClient().db().collection().find()' },
    { path: 'MongoClient().db().collection().aggregate().*()', is: 'MongoClient().db().collection().aggregate()' },
  ],
  types: { MongoClient: 'MongoClient()', Db: 'MongoClient().db()', Collection: 'MongoClient().db().collection()', ClientSession: 'MongoClient().startSession()' },
  draws: [{ call: 'ObjectId', onlyWithoutArguments: true }],
  callbacks: [
    { call: 'MongoClient().startSession().withTransaction', callback: '0', runs: 'now', parameters: ['MongoClient().startSession()'], gives: true },
    { call: 'MongoClient().withSession', callback: '-1', runs: 'now', parameters: ['MongoClient().startSession()'], gives: true },
    { call: 'MongoClient().db().collection().find().forEach', callback: '0', runs: 'now' },
  ],
  resources: [
    {
      create: 'MongoClient', is: 'pool', name: 'MongoDB client', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '0?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 lib/connection_string.js; ran' },
        { limits: 'statement', at: ['1.socketTimeoutMS', '0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
        { limits: 'total', at: ['1.timeoutMS', '0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5: no effect in others (ran)' },
        { limits: 'size', at: ['1.maxPoolSize', '0?maxPoolSize'], unit: 'count', default: 100, see: 'mongodb 7.9.0' }, { limits: 'connect', at: ['1.serverSelectionTimeoutMS', '0?serverSelectionTimeoutMS'], default: 30000, see: 'mongodb 7.9.0: 30.0 s (ran)' },
      ],
      see: 'mongodb 7.9.0: close() rejects running operations (ran)',
    },
    {
      create: 'MongoClient.connect', is: 'pool', name: 'MongoDB client', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '0?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 lib/connection_string.js; ran' },
        { limits: 'statement', at: ['1.socketTimeoutMS', '0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
        { limits: 'total', at: ['1.timeoutMS', '0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5: no effect in others (ran)' },
        { limits: 'size', at: ['1.maxPoolSize', '0?maxPoolSize'], unit: 'count', default: 100, see: 'mongodb 7.9.0' }, { limits: 'connect', at: ['1.serverSelectionTimeoutMS', '0?serverSelectionTimeoutMS'], default: 30000, see: 'mongodb 7.9.0: 30.0 s (ran)' },
      ],
      see: 'mongodb 7.9.0: close() rejects running operations (ran)',
    },
  ],
  operations: [
    {
      call: 'MongoClient().db().collection().*', members: ['findOne', 'countDocuments', 'estimatedDocumentCount', 'count', 'distinct', 'indexes', 'listIndexes'], is: 'statement', effect: 'read', acquires: 'per-call',
      retries: { at: ['creation:creation:creation:1.retryReads', 'creation:creation:creation:0?retryReads'], counts: 'retries', default: 1, writes: false, see: 'mongodb 7.9.0: reads once more after a dropped connection or a socket that timed out' },
      limits: [
        { limits: 'total', at: ['2.signal', '1.signal'], unit: 'signal', default: 'never', see: 'mongodb 7.9.0' },
        { limits: 'statement', at: ['creation:creation:creation:1.socketTimeoutMS', 'creation:creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:creation:1.timeoutMS', 'creation:creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0',
    },
    {
      call: 'MongoClient().db().collection().find().*', members: ['toArray', 'next', 'forEach', 'hasNext', 'count'], is: 'statement', effect: 'read', acquires: 'per-call',
      retries: { at: ['creation:creation:creation:creation:1.retryReads', 'creation:creation:creation:creation:0?retryReads'], counts: 'retries', default: 1, writes: false, see: 'mongodb 7.9.0: reads once more after a dropped connection or a socket that timed out' },
      limits: [
        { limits: 'total', at: ['creation:1.signal'], unit: 'signal', default: 'never', see: 'mongodb 7.9.0' },
        { limits: 'statement', at: ['creation:creation:creation:creation:1.socketTimeoutMS', 'creation:creation:creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:creation:creation:1.timeoutMS', 'creation:creation:creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0: find() sends nothing before (ran)',
    },
    {
      call: 'MongoClient().db().collection().aggregate().*', members: ['toArray', 'next', 'forEach', 'hasNext'], is: 'statement', effect: 'read', acquires: 'per-call',
      retries: { at: ['creation:creation:creation:creation:1.retryReads', 'creation:creation:creation:creation:0?retryReads'], counts: 'retries', default: 1, writes: false, see: 'mongodb 7.9.0: reads once more after a dropped connection or a socket that timed out' },
      limits: [
        { limits: 'statement', at: ['creation:creation:creation:creation:1.socketTimeoutMS', 'creation:creation:creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:creation:creation:1.timeoutMS', 'creation:creation:creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0',
    },
    { call: 'MongoClient().bulkWrite', is: 'statement', effect: 'write', acquires: 'per-call', dataAt: ['0'], limits: [{ limits: 'statement', at: ['creation:1.socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0' }], see: 'mongodb 7.9.0' },
    {
      call: 'MongoClient().db().collection().*', members: ['insertOne', 'insertMany', 'bulkWrite'], is: 'statement', effect: 'write', acquires: 'per-call',
      retries: { at: ['creation:creation:creation:1.retryWrites', 'creation:creation:creation:0?retryWrites'], counts: 'retries', default: 1, writes: 'keyed', see: 'mongodb 7.9.0: insertOne and updateOne once more after a dropped connection, with a transaction number of their own (ran)' },
      keys: ['0._id', '0.idempotencyKey'], dataAt: ['0'],
      limits: [
        { limits: 'total', at: ['2.signal', '1.signal'], unit: 'signal', default: 'never', see: 'mongodb 7.9.0' },
        { limits: 'statement', at: ['creation:creation:creation:1.socketTimeoutMS', 'creation:creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:creation:1.timeoutMS', 'creation:creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0',
    },
    {
      call: 'MongoClient().db().collection().*', members: ['updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete', 'createIndex', 'createIndexes', 'drop', 'rename'], is: 'statement', relativeBy: ['$inc', '$mul', '$push'],
      effect: 'idempotent', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['2.signal', '1.signal'], unit: 'signal', default: 'never', see: 'mongodb 7.9.0' },
        { limits: 'statement', at: ['creation:creation:creation:1.socketTimeoutMS', 'creation:creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:creation:1.timeoutMS', 'creation:creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0; $inc and $push in the update are writes',
    },
    {
      call: 'MongoClient().db().*', members: ['command', 'createCollection', 'dropDatabase', 'listCollections'], is: 'statement', effect: 'idempotent', acquires: 'per-call',
      limits: [
        { limits: 'total', at: ['2.signal', '1.signal'], unit: 'signal', default: 'never', see: 'mongodb 7.9.0' },
        { limits: 'statement', at: ['creation:creation:1.socketTimeoutMS', 'creation:creation:0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0: maxTimeMS is kept by the server only; timeoutMS has no effect (ran)' },
        { limits: 'total', at: ['creation:creation:1.timeoutMS', 'creation:creation:0?timeoutMS'], default: 'never', offAt: [0], versions: '>=6.9.0 <6.22.0 || >=7.0.0 <7.6.0', see: 'mongodb 6.9 to 6.21 and 7.0 to 7.5 (ran)' },
      ],
      see: 'mongodb 7.9.0',
    },
    { call: 'MongoClient().startSession().withTransaction', is: 'transaction', effect: 'none', acquires: 'during-callback', unpinned: true, see: 'mongodb 7.9.0: runs its function again for up to 120 s' },
    { call: 'MongoClient().startSession().endSession', is: 'release', effect: 'none', see: 'mongodb 7.9.0' },
  ],
  wrappers: [
    {
      call: 'MongoClient().startSession().withTransaction', guard: 'retry', function: '0', gives: 'result', timeout: { limits: 'total', at: [], default: 120000, note: 'no new attempt after it', see: 'mongodb 7.9.0' },
      retries: { at: [], counts: 'retries', default: 'Infinity', writes: 'keyed', see: 'mongodb 7.9.0: an aborted transaction leaves nothing in the database' }, see: 'mongodb 7.9.0: runs its function again on transient errors for up to 120 s',
    },
  ],

  words: [{ is: 'count', names: ['matchedCount', 'modifiedCount', 'deletedCount', 'upsertedCount'], see: 'mongodb@7.9.0' }, { is: 'table-of', names: ['collection'], see: 'mongodb@7.9.0' }, { is: 'removes', names: ['findOneAndDelete'], see: 'mongodb@7.9.0' }, { is: 'condition', names: ['filter'], see: 'mongodb@7.9.0' }, { is: 'assigns', names: ['$set', '$unset', '$currentDate'], see: 'mongodb@7.9.0' }, { is: 'appends', names: ['$push'], see: 'mongodb@7.9.0' }, { is: 'any-of', names: ['$or', '$nor'], see: 'mongodb@7.9.0' }, { is: 'one-of', names: ['$in'], see: 'mongodb@7.9.0' }, { is: 'none-of', names: ['$ne'], see: 'mongodb@7.9.0' }, { is: 'is-there', names: ['$exists'], see: 'mongodb@7.9.0' }],
  remarks: [
    { says: 'socketTimeoutMS: a timed-out read is retried once, so the caller waits twice the value', see: 'mongodb@7.9.0' }, { says: 'timeoutMS: NO EFFECT since 6.22 and 7.8, 7.9: accepted with a deprecation warning "timeoutMS has no effect". Works as an option in 6.9-6.21 and 7.0-7.5', see: 'mongodb@7.9.0' },
    { says: 'a default findOne on an unreachable server takes 30 s to fail', see: 'mongodb@7.9.0' }, { says: 'client.close() does not wait for work in flight: running operations reject MongoClientClosedError at once', see: 'mongodb@7.9.0' },
    { says: 'after client.close(): new operations reject MongoNotConnectedError', see: 'mongodb@7.9.0' },
  ],
  errors: { taken: ['11000'], see: 'MongoDB documentation, error codes: DuplicateKey' },
};
