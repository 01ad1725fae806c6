import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'total', at: [], default: 'never', within: 'connection.withDeadline(…)', see: '@temporalio/client 1.24.0 lib/connection.js: no deadline unless one is given (ran)' }];
const retries: RetryRow = {
  at: [], counts: 'retries', default: 9, writes: true, delay: { default: 204, factor: 1.7, cap: 5000, jitter: true },
  see: '@temporalio/client 1.24.0 lib/grpc-retry.js: 10 attempts, on UNAVAILABLE and the like (ran)',
};
const deadline: Limit = { limits: 'total', at: ['0'], unit: 'date', default: 'never', note: 'an absolute time: Date.now() + n', see: '@temporalio/client 1.24.0 lib/connection.js: given to each gRPC call' };
const signal: Limit = { limits: 'total', at: ['0'], unit: 'signal', default: 'never', see: '@temporalio/client 1.24.0 lib/connection.js: ends each gRPC call' };

export const library: Library = {
  package: '@temporalio/client',
  name: 'Temporal client',
  source: '@temporalio/client@1.24.0 lib/connection.js, grpc-retry.js; ran',
  checkedOn: ['@temporalio/client@1.24.0'],
  types: { Client: 'Client()', WorkflowClient: 'WorkflowClient()', Connection: 'Connection.connect()' },
  same: [
    { path: 'WorkflowClient()', is: 'Client().workflow' },
    { path: 'Connection.lazy()', is: 'Connection.connect()' },
    { path: 'Client().workflow.getHandle()', is: 'Client().workflow.start()' },
  ],
  resources: [
    {
      create: 'Connection.connect', is: 'client', name: 'Temporal connection', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 10000, see: '@temporalio/client 1.24.0 lib/connection.js' }], see: '@temporalio/client 1.24.0',
    },
  ],
  wrappers: [
    { call: 'Connection.connect().withDeadline', guard: 'timeout', function: '1', gives: 'result', timeout: deadline, see: '@temporalio/client 1.24.0 lib/connection.js' },
    { call: 'Connection.connect().withAbortSignal', guard: 'timeout', function: '1', gives: 'result', timeout: signal, see: '@temporalio/client 1.24.0 lib/connection.js' },
    { call: 'Client().withDeadline', guard: 'timeout', function: '1', gives: 'result', timeout: deadline, see: '@temporalio/client 1.24.0 lib/base-client.d.ts' },
    { call: 'Client().withAbortSignal', guard: 'timeout', function: '1', gives: 'result', timeout: signal, see: '@temporalio/client 1.24.0 lib/base-client.d.ts' },
  ],
  operations: [
    { call: 'Client().workflow.*', members: ['start', 'signalWithStart'], is: 'outbound', effect: 'write', keys: ['1.workflowId'], limits, retries, see: '@temporalio/client 1.24.0: one run at a time of one workflowId' },
    { call: 'Client().workflow.execute', is: 'outbound', effect: 'write', keys: ['1.workflowId'], limits, retries, see: '@temporalio/client 1.24.0: waits until the workflow is done' },
    { call: 'Client().workflow.start().result', is: 'outbound', effect: 'read', limits, retries, see: '@temporalio/client 1.24.0: waits until the workflow is done' },
    { call: 'Client().workflow.start().*', members: ['query', 'describe', 'fetchHistory'], is: 'outbound', effect: 'read', limits, retries, see: '@temporalio/client 1.24.0' },
    { call: 'Client().workflow.start().*', members: ['signal', 'executeUpdate', 'startUpdate'], is: 'outbound', effect: 'write', limits, retries, see: '@temporalio/client 1.24.0: the client sends a request id of its own, the same in each attempt' },
    { call: 'Client().workflow.start().*', members: ['terminate', 'cancel'], is: 'outbound', effect: 'idempotent', limits, retries, see: '@temporalio/client 1.24.0' },
  ],
};
