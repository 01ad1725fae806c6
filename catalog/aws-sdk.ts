import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [
  { limits: 'idle', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, note: 'socket inactivity', see: 'aws-sdk 2' },
  { limits: 'attempt', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, see: 'aws-sdk 2' },
];
const retries: RetryRow = { at: ['creation:creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, see: 'aws-sdk 2' };
const tokens = 'aws-sdk 2 apis/secretsmanager: ClientRequestToken is an idempotency token';
const keyed: RetryRow = { at: ['creation:creation:0.maxRetries'], counts: 'retries', default: 3, writes: 'keyed', see: tokens };
const see = 'aws-sdk 2: the service call left of promise()';

export const library: Library = {
  package: 'aws-sdk',
  name: 'AWS SDK v2',
  source: 'aws-sdk@2 (v2, end of support)',
  checkedOn: ['aws-sdk@2.1693.0'],
  same: [{ path: 'default', is: '' }],
  operations: [
    { call: '*().get*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().list*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().describe*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().head*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().batchGet*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().search*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().lookup*().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().scan().promise', is: 'outbound', effect: 'read', limits, retries, see },
    { call: '*().query().promise', is: 'outbound', effect: 'read', limits, retries, see },
    // Replaces or removes what is named.
    { call: '*().upload().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().putObject().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().copyObject().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().delete*().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().put().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().putItem().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().tag*().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    { call: '*().untag*().promise', is: 'outbound', effect: 'idempotent', limits, retries, see },
    // ClientRequestToken is filled once a call and the same in its retries.
    { call: '*().createSecret().promise', is: 'outbound', effect: 'write', limits, retries: keyed, keys: ['parent:0.ClientRequestToken'], see: tokens },
    { call: '*().putSecretValue().promise', is: 'outbound', effect: 'write', limits, retries: keyed, keys: ['parent:0.ClientRequestToken'], see: tokens },
    { call: '*().updateSecret().promise', is: 'outbound', effect: 'write', limits, retries: keyed, keys: ['parent:0.ClientRequestToken'], see: tokens },
    { call: '*().rotateSecret().promise', is: 'outbound', effect: 'write', limits, retries: keyed, keys: ['parent:0.ClientRequestToken'], see: tokens },
    { call: '*().*().promise', is: 'outbound', effect: 'write', limits, retries, keys: ['parent:0.ClientToken', 'parent:0.ClientRequestToken'], see },
  ],
};
