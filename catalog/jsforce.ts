import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'total', at: [], default: 1800000, note: 'HTTP_TIMEOUT in the environment sets it; the error speaks of 10 minutes', see: 'jsforce 3.10.16 lib/request.js, lib/transport.js (ran)' }];
const retries: RetryRow = { at: [], counts: 'retries', default: 5, writes: false, delay: { default: 500, factor: 2 }, see: 'jsforce 3.10.16 lib/request.js: GET, PUT, HEAD, OPTIONS and DELETE on 420, 429, 5xx and lost connections (ran)' };

export const library: Library = {
  package: 'jsforce',
  name: 'JSforce',
  source: 'jsforce@3.10.16 lib/request.js, transport.js, connection.d.ts, sobject.d.ts, query.js; ran',
  checkedOn: ['jsforce@3.10.16'],
  same: [
    { path: 'default', is: '' },
    { path: 'Connection().sobjects.*', is: 'Connection().sobject()' },
    { path: 'Connection().tooling', is: 'Connection()' },
  ],
  types: { Connection: 'Connection()', SObject: 'Connection().sobject()' },
  operations: [
    { call: 'Connection().*', members: ['query', 'queryMore', 'search', 'retrieve', 'describe', 'describeSObject', 'describeGlobal', 'describe$', 'describeGlobal$', 'identity', 'limits', 'recent', 'updated', 'deleted', 'tabs', 'theme', 'requestGet'], is: 'outbound', effect: 'read', limits, retries, see: 'jsforce 3.10.16' },
    { call: 'Connection().*', members: ['create', 'insert', 'requestPost', 'requestPatch'], is: 'outbound', effect: 'write', limits, see: 'jsforce 3.10.16: a POST is not tried again' },
    { call: 'Connection().*', members: ['update', 'upsert', 'destroy', 'delete', 'del', 'requestPut', 'requestDelete'], is: 'outbound', effect: 'idempotent', limits, see: 'jsforce 3.10.16' },
    { call: 'Connection().*', members: ['login', 'loginByOAuth2', 'loginBySoap', 'logout', 'authorize'], is: 'outbound', effect: 'read', limits, see: 'jsforce 3.10.16: opens or ends a session' },
    { call: 'Connection().request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', limits, retries, see: 'jsforce 3.10.16' },
    { call: 'Connection().apex.*', members: ['get'], is: 'outbound', effect: 'read', limits, retries, see: 'jsforce 3.10.16 lib/api/apex.d.ts' },
    { call: 'Connection().apex.*', members: ['post', 'patch'], is: 'outbound', effect: 'write', limits, see: 'jsforce 3.10.16 lib/api/apex.d.ts' },
    { call: 'Connection().apex.*', members: ['put', 'delete', 'del'], is: 'outbound', effect: 'idempotent', limits, retries, see: 'jsforce 3.10.16 lib/api/apex.d.ts' },
    { call: 'Connection().sobject().*', members: ['find', 'findOne', 'select', 'count', 'retrieve', 'describe', 'describe$', 'recent', 'updated', 'deleted', 'layouts', 'listviews'], is: 'outbound', effect: 'read', limits, retries, see: 'jsforce 3.10.16' },
    { call: 'Connection().sobject().*', members: ['create', 'insert', 'bulkload', 'createBulk', 'insertBulk'], is: 'outbound', effect: 'write', limits, see: 'jsforce 3.10.16' },
    { call: 'Connection().sobject().*', members: ['update', 'upsert', 'destroy', 'delete', 'del', 'updateBulk', 'upsertBulk', 'destroyBulk', 'deleteBulk'], is: 'outbound', effect: 'idempotent', limits, see: 'jsforce 3.10.16: upsert by an external id' },
  ],
};
