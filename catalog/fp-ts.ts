import type { Library } from './schema.js';

export const library: Library = {
  package: 'fp-ts',
  modules: [
    'fp-ts/function', 'fp-ts/lib/function', 'fp-ts/Either', 'fp-ts/lib/Either', 'fp-ts/Option', 'fp-ts/lib/Option', 'fp-ts/Task', 'fp-ts/lib/Task', 'fp-ts/TaskEither', 'fp-ts/lib/TaskEither', 'fp-ts/TaskOption',
    'fp-ts/lib/TaskOption', 'fp-ts/ReaderTaskEither', 'fp-ts/lib/ReaderTaskEither',
  ],
  name: 'fp-ts',
  source: 'fp-ts@2.16.11 lib/TaskEither.d.ts, Either.d.ts, function.d.ts',
  checkedOn: ['fp-ts@2.16.11'],
  values: [
    { call: 'tryCatchK', gives: 'function', from: '0' },
    { call: 'taskify', gives: 'promised', from: '0' },
  ],
  words: [{ is: 'failure', names: ['left'], see: 'fp-ts@2.16.11 lib/Either.d.ts' }],
  remarks: [{ says: 'a Task does nothing until it is called, pipe(…)(); it has no limit in time of its own', see: 'fp-ts@2.16.11 lib/Task.d.ts' }],
};
