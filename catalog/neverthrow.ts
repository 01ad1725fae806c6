import type { Library } from './schema.js';

export const library: Library = {
  package: 'neverthrow',
  name: 'neverthrow',
  source: 'neverthrow@8.2.0 dist/index.d.ts',
  checkedOn: ['neverthrow@8.2.0'],
  same: [
    { path: 'okAsync()', is: 'ResultAsync()' },
    { path: 'errAsync()', is: 'ResultAsync()' },
    { path: 'fromPromise()', is: 'ResultAsync()' },
    { path: 'fromSafePromise()', is: 'ResultAsync()' },
    { path: 'ResultAsync.*()', is: 'ResultAsync()' },
    { path: 'ResultAsync().*()', is: 'ResultAsync()' },
    { path: 'ok()', is: 'Result()' },
    { path: 'err()', is: 'Result()' },
    { path: 'fromThrowable()()', is: 'Result()' },
    { path: 'Result().asyncMap()', is: 'ResultAsync()' },
    { path: 'Result().asyncAndThen()', is: 'ResultAsync()' },
    { path: 'Result().*()', is: 'Result()' },
  ],
  types: { ResultAsync: 'ResultAsync()', Result: 'Result()', Ok: 'Result()', Err: 'Result()' },
  callbacks: [
    { call: 'ResultAsync().*', callback: '0', runs: 'now' },
    { call: 'ResultAsync().*', callback: '1', runs: 'now' },
    { call: 'Result().*', callback: '0', runs: 'now' },
    { call: 'Result().*', callback: '1', runs: 'now' },
    { call: 'fromPromise', callback: '1', runs: 'now' },
    { call: 'ResultAsync.fromPromise', callback: '1', runs: 'now' },
  ],
  words: [{ is: 'failure', names: ['err', 'errAsync'], see: 'neverthrow@8.2.0' }, { is: 'goes-on', names: ['andThen', 'asyncAndThen'], see: 'neverthrow@8.2.0' }],
};
