import { expect, test } from 'vitest';
import type { ShownFinding } from '#linter/session/messages.js';
import { moveFindings } from '#linter/session/move-findings.js';

const BEFORE = ['import x from "x";', '', 'const a = call();', '', 'const b = call(1);', 'end();'].join('\n');

function finding(line: number, column = 11): ShownFinding {
  return { ruleId: 'no-bad', severity: 'error', line, column, message: 'a', remedy: 'b', trace: [], entryPoints: [], repairs: [] };
}

function moved(now: string, ...lines: number[]): string[] {
  return moveFindings(lines.map((line) => finding(line)), BEFORE, now).map(({ line, column }) => `${line}:${column}`);
}

test('nothing moves where nothing changed', () => {
  expect(moved(BEFORE, 3, 5)).toEqual(['3:11', '5:11']);
});

test('lines below an edit move with it, lines above stay', () => {
  expect(moved(BEFORE.replace('const b', '// one\n// two\nconst b'), 3, 5)).toEqual(['3:11', '7:11']);
  expect(moved(BEFORE.replace('\n\nconst b', '\nconst b'), 3, 5)).toEqual(['3:11', '4:11']);
});

test('what stood on a changed line is not shown', () => {
  expect(moved(BEFORE.replace('const a = call()', 'const a = call({ timeout: 1 })'), 3, 5)).toEqual(['5:11']);
});

test('a line between two edits is found again by its text, however it is indented', () => {
  const now = ['// new', 'import x from "x";', '', '  const a = call();', '', '  const b = call(1);', '// new', 'end(2);'].join('\n');
  expect(moved(now, 3, 5)).toEqual(['4:13', '6:13']);
});

test('a line that was doubled is not taken for either', () => {
  expect(moved(`const a = call();\n${BEFORE}\nx`.replace('end();', 'end(1);'), 3)).toEqual([]);
});

test('a text without lines in common shows nothing', () => {
  expect(moved('', 3, 5)).toEqual([]);
});
