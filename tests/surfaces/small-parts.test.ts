import { describe, expect, test, vi } from 'vitest';
import type { RunOutcome } from '#linter/run.js';
import { exitCodeOf } from '#surfaces/cli/exit-code.js';
import { startProgress } from '#surfaces/cli/progress.js';
import { codeFrame } from '#surfaces/formatters/code-frame.js';
import { hanging, widthOf, wrap } from '#surfaces/formatters/text-layout.js';
import { fakeResult } from '../support/fake-result.js';

describe('code frame', () => {
  const lines = ['one', '  two(three);', '', 'four', 'five', 'six'];
  const shown = (line: number, column: number, width = 60) => codeFrame(lines, { file: 'a.ts', line, column }, width).map(({ number, text }) => `${number ?? ''}|${text}`);

  test('shows the line, its neighbours and a caret', () => {
    expect(shown(2, 7)).toEqual(['1|one', '2|  two(three);', '|      ^', '3|', '4|four']);
    expect(shown(6, 1)).toEqual(['4|four', '5|five', '6|six', '|^']);
  });

  test('is empty for a line that is not there', () => {
    expect(shown(99, 1)).toEqual([]);
  });

  test('slides to a caret far to the right', () => {
    const [long] = codeFrame([`${'x'.repeat(300)}HERE${'y'.repeat(300)}`], { file: 'a.ts', line: 1, column: 301 }, 40);
    expect(long?.text).toContain('HERE');
    expect(widthOf(long?.text ?? '')).toBeLessThanOrEqual(40);
  });
});

test('text is wrapped between words, which stay whole', () => {
  expect(wrap('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc']);
  expect(wrap('a/very/long/path x', 5)).toEqual(['a/very/long/path', 'x']);
  expect(hanging('  - ', 'one two three four five six', 24)).toEqual(['  - one two three four', '    five six']);
  expect(widthOf('中a\u0301')).toBe(3);
});

type Ended = Pick<RunOutcome, 'result' | 'stopped'>;

describe('exit code', () => {
  const clean: Ended = { result: { ...fakeResult, findings: [], incidents: [], skipped: [] } };
  const ask = (outcome: Ended, given: object = {}) => exitCodeOf(outcome, { failOn: 'error', onIncomplete: 'warn', ...given });

  test('tests and build output left out do not make a run incomplete; losses and crashes do', () => {
    const left = { ...clean.result, skipped: fakeResult.skipped.filter(({ reason }) => reason === 'test') };
    expect(ask({ result: left }, { onIncomplete: 'fail' })).toBe(0);
    expect(ask({ result: { ...left, skipped: fakeResult.skipped } }, { onIncomplete: 'fail' })).toBe(3);
    expect(ask({ result: { ...left, incidents: fakeResult.incidents } }, { onIncomplete: 'fail' })).toBe(3);
    expect(ask({ result: { ...left, incidents: fakeResult.incidents } })).toBe(0);
  });

  test('findings come before what is incomplete; no memory before all', () => {
    expect(ask({ result: fakeResult }, { onIncomplete: 'fail' })).toBe(1);
    expect(ask({ ...clean, stopped: 'time' })).toBe(3);
    expect(ask({ result: fakeResult, stopped: 'memory' })).toBe(2);
  });

  test('silenced findings and unproven places do not count', () => {
    const rest = fakeResult.findings.filter(({ verdict, suppressed }) => verdict.verdict !== 'violated' || suppressed !== undefined);
    expect(ask({ result: { ...clean.result, findings: rest } }, { failOn: 'warn' })).toBe(0);
  });

  test('neither do findings that are set aside', () => {
    const aside = fakeResult.findings.map((finding, index) => ({ ...finding, setAside: index % 2 === 0 ? ('known' as const) : ('unchanged' as const) }));
    expect(ask({ result: { ...clean.result, findings: aside } }, { failOn: 'warn', maxWarnings: 0 })).toBe(0);
  });
});

describe('progress', () => {
  const stream = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, stream: { isTTY, columns: 80, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream };
  };

  test('is one line, after a second, and erased', () => {
    vi.useFakeTimers();
    vi.stubEnv('CI', undefined);
    vi.stubEnv('TERM', 'xterm');
    const terminal = stream(true);
    const progress = startProgress(terminal.stream);
    progress.show({ phase: 'facts', done: 3, total: 9, file: 'a.ts' });
    vi.advanceTimersByTime(900);
    expect(terminal.written).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(terminal.written.at(-1)).toBe('\r\u001b[Kseamlint: reading files 3/9, 1 s');
    progress.erase();
    expect(terminal.written.at(-1)).toBe('\r\u001b[K');
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  test('is silent where nobody watches', () => {
    vi.useFakeTimers();
    const pipe = stream(false);
    const progress = startProgress(pipe.stream);
    progress.show({ phase: 'facts', done: 3, total: 9 });
    vi.advanceTimersByTime(5000);
    progress.erase();
    expect(pipe.written).toEqual([]);
    vi.useRealTimers();
  });
});
