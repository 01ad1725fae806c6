import type { Library } from './schema.js';

export const library: Library = {
  package: '@google-cloud/bigquery',
  name: 'Google BigQuery',
  source: '@google-cloud/bigquery@9.3.0',
  checkedOn: ['@google-cloud/bigquery@9.3.0'],
  types: { BigQuery: 'BigQuery()', Dataset: 'BigQuery().dataset()', Table: 'BigQuery().dataset().table()' },
  operations: [
    {
      call: 'BigQuery().*', members: ['query', 'createQueryJob'], is: 'outbound', effect: 'sql', textAt: '0',
      limits: [{ limits: 'total', at: ['0.jobTimeoutMs', '0.timeoutMs'], default: 'never', note: 'the time the service may take, not the wait of the client', see: '@google-cloud/bigquery 9.3.0' }],
      retries: { at: ['creation:0.maxRetries', 'creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: false, see: '@google-cloud/bigquery 9.3.0' }, see: '@google-cloud/bigquery 9.3.0',
    },
    { call: 'BigQuery().dataset().table().insert', is: 'outbound', effect: 'write', keys: ['0[].insertId'], limits: [{ limits: 'total', at: [], default: 'never', see: '@google-cloud/bigquery 9.3.0' }], see: '@google-cloud/bigquery 9.3.0' },
    { call: 'BigQuery().dataset().table().getRows', is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: [], default: 'never', see: '@google-cloud/bigquery 9.3.0' }], see: '@google-cloud/bigquery 9.3.0' },
  ],
  remarks: [{ says: 'retryOptions.maxRetries 0 is replaced by 3; autoRetry false switches retries off', see: '@google-cloud/storage 8.4.0, the same option (ran)' }],
};
