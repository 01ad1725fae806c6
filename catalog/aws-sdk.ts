import type { Library, Limit, OperationRow, RetryRow } from './schema.js';

const limits: readonly Limit[] = [
  { limits: 'idle', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, note: 'socket inactivity', see: 'aws-sdk 2' },
  { limits: 'attempt', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, see: 'aws-sdk 2' },
];
const retries: RetryRow = { at: ['creation:creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, see: 'aws-sdk 2' };
const see = 'aws-sdk 2: the service call left of promise()';

function reading(verb: string): OperationRow {
  return { call: `*().${verb}().promise`, is: 'outbound', effect: 'read', limits, retries, see };
}

export const library: Library = {
  package: 'aws-sdk',
  name: 'AWS SDK v2',
  source: 'aws-sdk@2 (v2, end of support)',
  same: [{ path: 'default', is: '' }],
  operations: [
    ...['get*', 'list*', 'describe*', 'head*', 'batchGet*', 'search*', 'lookup*', 'scan', 'query'].map(reading),
    ...['upload', 'putObject', 'copyObject', 'delete*', 'put', 'putItem', 'tag*', 'untag*'].map((verb): OperationRow => ({
      call: `*().${verb}().promise`, is: 'outbound', effect: 'idempotent', limits, retries, see: 'aws-sdk 2: replaces or removes what is named',
    })),
    ...['createSecret', 'putSecretValue', 'updateSecret', 'rotateSecret'].map((call): OperationRow => ({
      call: `*().${call}().promise`, is: 'outbound', effect: 'write', limits, retries: { ...retries, writes: 'keyed' }, keys: ['parent:0.ClientRequestToken'],
      see: 'aws-sdk 2 apis/secretsmanager: ClientRequestToken is an idempotency token, filled once a call and the same in its retries',
    })),
    { call: '*().*().promise', is: 'outbound', effect: 'write', limits, retries, keys: ['parent:0.ClientToken', 'parent:0.ClientRequestToken'], see },
  ],
};
