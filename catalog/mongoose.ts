import type { Library } from './schema.js';

export const library: Library = {
  package: 'mongoose',
  name: 'Mongoose',
  source: 'mongoose@9.12.1, 8.24.10; ran',
  same: [
    { path: 'default', is: '' },
    { path: 'model()', is: 'Model' },
    { path: 'createConnection().model()', is: 'Model' },
    { path: 'connect()', is: '' },
    { path: 'connection.model()', is: 'Model' },
    { path: 'models.*', is: 'Model' },
    { path: 'connection.models.*', is: 'Model' },
    { path: 'Model.aggregate().*()', is: 'Model.aggregate()' },
    { path: 'Model.find().*()', is: 'Model.find()' },
    { path: 'Model.findOne().*()', is: 'Model.findOne()' },
    { path: 'Model.findById().*()', is: 'Model.findById()' },
    { path: 'startSession()', is: 'mongodb|MongoClient().startSession()' },
    { path: 'connection.startSession()', is: 'mongodb|MongoClient().startSession()' },
    { path: 'createConnection().startSession()', is: 'mongodb|MongoClient().startSession()' },
  ],
  types: { Model: 'Model', Connection: 'createConnection()', HydratedDocument: 'Model()', Document: 'Model()' },
  draws: [{ call: 'Types.ObjectId', onlyWithoutArguments: true }],
  joins: ['*.session', 'chain:session:0'],
  callbacks: [
    { call: 'connection.transaction', callback: '0', runs: 'now', gives: true },
    { call: 'createConnection().transaction', callback: '0', runs: 'now', gives: true },
  ],
  resources: [
    {
      create: 'connect', is: 'pool', name: 'Mongoose connection',
      close: [{ call: 'disconnect', awaitable: true, waits: false, all: true }, { call: 'connection.close', awaitable: true, waits: false, all: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '0?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongoose 9.12.1: pending (ran)' },
        { limits: 'statement', at: ['1.socketTimeoutMS', '0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
        { limits: 'size', at: ['1.maxPoolSize', '0?maxPoolSize'], unit: 'count', default: 100, see: 'mongoose 9.12.1' },
        { limits: 'connect', at: ['1.serverSelectionTimeoutMS', '0?serverSelectionTimeoutMS'], default: 30000, see: 'mongoose 9.12.1 (ran)' },
      ],
      see: 'mongoose 9.12.1: rejects running operations (ran)',
    },
    {
      create: 'createConnection', is: 'pool', name: 'Mongoose connection', close: [{ call: 'close', awaitable: true, waits: false }, { call: 'disconnect', awaitable: true, waits: false, all: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: ['1.waitQueueTimeoutMS', '0?waitQueueTimeoutMS'], default: 'never', offAt: [0], see: 'mongoose 9.12.1: pending (ran)' },
        { limits: 'statement', at: ['1.socketTimeoutMS', '0?socketTimeoutMS'], default: 'never', offAt: [0], see: 'mongodb 7.9.0 (ran)' },
        { limits: 'size', at: ['1.maxPoolSize', '0?maxPoolSize'], unit: 'count', default: 100, see: 'mongoose 9.12.1' },
        { limits: 'connect', at: ['1.serverSelectionTimeoutMS', '0?serverSelectionTimeoutMS'], default: 30000, see: 'mongoose 9.12.1 (ran)' },
      ],
      see: 'mongoose 9.12.1: rejects running operations (ran)',
    },
  ],
  sentBy: ['exec', 'cursor'],
  operations: [
    {
      call: 'Model.*', members: ['find', 'findOne', 'findById', 'findAndCount', 'exists', 'countDocuments', 'estimatedDocumentCount', 'distinct', 'aggregate'], is: 'statement',
      effect: 'read', acquires: 'per-call', lazy: true, limits: [{ limits: 'statement', at: ['chain:maxTimeMS:0', '2.maxTimeMS', '1.maxTimeMS', 'library:chain:set(maxTimeMS):1'], note: 'kept by the server', default: 'never', see: 'mongoose 9.12.1: socketTimeoutMS of the connection (ran)' }],
      see: 'mongoose 9.12.1: runs when awaited (ran)',
    },
    {
      call: 'Model.*', members: ['create', 'insertOne', 'insertMany', 'bulkSave', 'bulkWrite'], is: 'statement', effect: 'write', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['chain:maxTimeMS:0', '2.maxTimeMS', '1.maxTimeMS', 'library:chain:set(maxTimeMS):1'], note: 'kept by the server', default: 'never', see: 'mongoose 9.12.1: socketTimeoutMS of the connection (ran)' }], keys: ['0._id', '0.idempotencyKey'], dataAt: ['0'], tableAt: ['of:'],
      see: 'mongoose 9.12.1',
    },
    {
      call: 'Model.*',
      members: [
        'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete', 'findByIdAndUpdate', 'findByIdAndDelete',
        'syncIndexes',
      ],
      is: 'statement', effect: 'idempotent', relativeBy: ['$inc', '$mul', '$push'], acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['chain:maxTimeMS:0', '2.maxTimeMS', '1.maxTimeMS', 'library:chain:set(maxTimeMS):1'], note: 'kept by the server', default: 'never', see: 'mongoose 9.12.1: socketTimeoutMS of the connection (ran)' }],
      see: 'mongoose 9.12.1: runs when awaited; $inc and $push are writes',
    },
    {
      call: 'Model().save', is: 'statement', effect: 'write', dataAt: ['creation:0'], existingAt: 'of:', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['chain:maxTimeMS:0', '2.maxTimeMS', '1.maxTimeMS', 'library:chain:set(maxTimeMS):1'], note: 'kept by the server', default: 'never', see: 'mongoose 9.12.1: socketTimeoutMS of the connection (ran)' }], see: 'mongoose 9.12.1: insert or update',
    },
    {
      call: 'Model().*', members: ['deleteOne', 'updateOne', 'remove'], is: 'statement', effect: 'idempotent', relativeBy: ['$inc', '$mul', '$push'], acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['chain:maxTimeMS:0', '2.maxTimeMS', '1.maxTimeMS', 'library:chain:set(maxTimeMS):1'], note: 'kept by the server', default: 'never', see: 'mongoose 9.12.1: socketTimeoutMS of the connection (ran)' }], see: 'mongoose 9.12.1',
    },
    { call: 'connection.transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', unpinned: true, see: 'mongoose 9.12.1: runs its function again' },
    { call: 'createConnection().transaction', is: 'transaction', effect: 'none', acquires: 'during-callback', unpinned: true, see: 'mongoose 9.12.1' },
  ],
  tables: [
    { named: 'Schema', is: 'table', columnsAt: ['0'], see: 'mongoose 9.12.1 types/schematypes.d.ts' },
    { named: 'model', is: 'name', nameAt: ['0'], of: '1', see: 'mongoose 9.12.1 types/index.d.ts' },
    { named: 'index', is: 'key', columnsAt: ['0'], onlyBy: ['1.unique'], partialBy: ['1.partialFilterExpression'], see: 'mongoose 9.12.1 types/index.d.ts' },
  ],
  words: [{ is: 'removes', names: ['findOneAndDelete', 'findByIdAndDelete'], see: 'mongoose@9.12.1' }, { is: 'unique', names: ['unique'], see: 'mongoose@9.12.1' }],
  remarks: [
    { says: 'Model.updateOne(...) without await or exec() is a silent no-op', see: 'mongoose@9.12.1' },
    { says: 'mongoose.disconnect() does not wait for work in flight: running operations reject MongoClientClosedError', see: 'mongoose@9.12.1' },
    { says: 'connection.close(force?) does not wait for work in flight', see: 'mongoose@9.12.1' },
  ],
};
