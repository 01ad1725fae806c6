import type { Library } from './schema.js';

export const library: Library = {
  package: '@clickhouse/client',
  name: 'ClickHouse',
  source: '@clickhouse/client (d.ts)',
  checkedOn: ['@clickhouse/client@1.23.1'],
  types: { ClickHouseClient: 'createClient()' },
  resources: [
    {
      create: 'createClient', is: 'client', name: 'ClickHouse client', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [{ limits: 'size', at: ['0.max_open_connections'], unit: 'count', default: 10, see: '@clickhouse/client' }], see: '@clickhouse/client',
    },
  ],
  operations: [
    {
      call: 'createClient().query', is: 'statement', effect: 'read', textAt: '0.query',
      limits: [
        { limits: 'total', at: ['0.abort_signal'], unit: 'signal', default: 'never', see: '@clickhouse/client' },
        { limits: 'statement', at: ['creation:0.request_timeout'], default: 30000, see: '@clickhouse/client' },
      ],
      see: '@clickhouse/client',
    },
    {
      call: 'createClient().insert', is: 'statement', effect: 'write', keys: ['0.clickhouse_settings.insert_deduplication_token'],
      limits: [
        { limits: 'total', at: ['0.abort_signal'], unit: 'signal', default: 'never', see: '@clickhouse/client' },
        { limits: 'statement', at: ['creation:0.request_timeout'], default: 30000, see: '@clickhouse/client' },
      ],
      see: '@clickhouse/client',
    },
    {
      call: 'createClient().*', members: ['command', 'exec'], is: 'statement', effect: 'sql', textAt: '0.query',
      limits: [
        { limits: 'total', at: ['0.abort_signal'], unit: 'signal', default: 'never', see: '@clickhouse/client' },
        { limits: 'statement', at: ['creation:0.request_timeout'], default: 30000, see: '@clickhouse/client' },
      ],
      see: '@clickhouse/client',
    },
  ],
};
