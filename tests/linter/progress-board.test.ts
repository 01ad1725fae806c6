import { expect, test } from 'vitest';
import { makeProgressBoard, readProgress, writeProgress } from '#linter/progress-board.js';

test('what was written last is read, with a number that grows', () => {
  const board = makeProgressBoard();
  expect(readProgress(board)).toBeUndefined();
  writeProgress(board, { phase: 'facts', done: 1, total: 2, file: 'src/a-long-name.ts' });
  const first = readProgress(board);
  expect(first?.progress).toEqual({ phase: 'facts', done: 1, total: 2, file: 'src/a-long-name.ts' });
  writeProgress(board, { phase: 'model', done: 0, total: 1 });
  const second = readProgress(board);
  expect(second?.progress).toEqual({ phase: 'model', done: 0, total: 1 });
  expect(second?.number).toBeGreaterThan(first?.number ?? 0);
});

test('a name that no path can have is left out', () => {
  const board = makeProgressBoard();
  writeProgress(board, { phase: 'facts', done: 1, total: 2, file: 'é'.repeat(40_000) });
  expect(readProgress(board)?.progress).toEqual({ phase: 'facts', done: 1, total: 2 });
});
