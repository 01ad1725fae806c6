import { expect, test } from 'vitest';
import type { BlockingCall } from '#model/types.js';
import rule from '#rules/no-sync-io-in-handler.js';
import { at, reach, verdictsOf } from '../support/service-models.js';

function call(more: Partial<BlockingCall> = {}): BlockingCall {
  return { site: at('src/read.ts:6'), name: 'fs.readFileSync', blocks: 'disk', cost: 'high', instead: 'fs.promises.readFile', reachedBy: [], once: undefined, ...more };
}

const judge = (...blockingCalls: BlockingCall[]) => verdictsOf(rule, { blockingCalls });

test('a blocking call that requests reach is violated, with all their names', () => {
  expect(judge(call({ reachedBy: [reach('GET /a', 2), reach('POST /b', 3), reach('GET /a', 5)] }))).toEqual([
    {
      verdict: 'violated',
      site: at('src/read.ts:6'),
      message: 'GET /a reaches fs.readFileSync, which blocks the event loop until the disk has answered',
      remedy: 'Use fs.promises.readFile in place of fs.readFileSync',
      trace: reach('GET /a', 2).trace,
      entryPoints: ['GET /a', 'POST /b'],
    },
  ]);
});

test('a cheap one is a warning', () => {
  expect(judge(call({ cost: 'low', reachedBy: [reach('GET /a')] }))).toMatchObject([{ verdict: 'violated', severity: 'warn' }]);
});

test('without a replacement the remedy is another thread', () => {
  expect(judge(call({ name: 'sharpen', blocks: 'cpu', instead: undefined, reachedBy: [reach('GET /a')] }))).toMatchObject([
    { message: 'GET /a reaches sharpen, which blocks the event loop until it has computed its result', remedy: 'Run sharpen in a worker thread, or once before the service accepts requests' },
  ]);
});

test('work in turns is not said to block until its end', () => {
  expect(judge(call({ name: 'bcrypt.hash', blocks: 'cpu', slices: 100, reachedBy: [reach('GET /a')] }))).toMatchObject([
    { message: 'GET /a reaches bcrypt.hash, which works on the event loop and blocks it for up to 100 ms at a time' },
  ]);
});

test('one that no request reaches is not judged', () => {
  expect(judge(call())).toEqual([]);
});

test('one that runs once is satisfied, reached or not', () => {
  const verdict = { verdict: 'satisfied', evidence: 'fs.readFileSync runs once in the process: its result is kept by ??=' };
  expect(judge(call({ once: 'its result is kept by ??=', reachedBy: [reach('GET /a')] }))).toMatchObject([verdict]);
  expect(judge(call({ once: 'its result is kept by ??=' }))).toMatchObject([verdict]);
});

test('one place gives one verdict: the shortest trace, the higher severity', () => {
  const verdicts = judge(call({ cost: 'low', reachedBy: [reach('GET /a', 1)] }), call({ reachedBy: [reach('GET /b', 3)] }), call({ once: 'once()' }));
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]).toMatchObject({ verdict: 'violated', entryPoints: ['GET /a', 'GET /b'], trace: reach('GET /a', 1).trace });
  expect(verdicts[0]).not.toHaveProperty('severity');
});
