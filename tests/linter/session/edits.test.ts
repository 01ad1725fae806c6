import { cpSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { defaultOptions } from '#linter/options.js';
import { openSession, type Session } from '#linter/session/session.js';
import { realAnalysis } from '../../support/analysis.js';
import { filesUnder } from '../../support/expectations.js';
import { editedText, OF_PLACES, randomEdits, type RandomEdit } from '../../support/random-edits.js';
import { readText } from '../../support/read-text.js';
import { findScenarios, FIXTURES } from '../../support/scenarios.js';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.js';

// Each run analyses a service several times.
vi.setConfig({ testTimeout: 300_000 });

const SOURCE = /\.[cm]?[jt]sx?$/;
const PAYMENTS = join(FIXTURES, 'services/payments');

function opened(folder: string): Session {
  const session = openSession({ ...defaultOptions(folder), cache: false, execConfig: false, preset: 'strict' }, realAnalysis);
  session.lookAtDisk();
  return session;
}

/** What is said of the service, and by whom does not matter. */
function saidBy(session: Session): object {
  const { durationMs: _, ...said } = session.result().result;
  return said;
}

/** A service with the texts that an editor holds. */
function edited(from: string, { isOpen = true } = {}) {
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  const files = filesUnder(folder).filter((file) => SOURCE.test(file)).sort();
  const texts = new Map(files.map((file) => [file, readText(join(folder, file))]));
  const unsaved = new Map<string, string>();
  const session = opened(folder);
  // What somebody has open is watched from the first analysis on.
  if (isOpen) for (const file of files) session.edit(file, undefined);
  let saves = 0;
  return {
    session,
    apply(edit: RandomEdit): void {
      const file = files[Math.floor(edit.file * files.length)] ?? '';
      const text = editedText(texts.get(file) ?? '', edit);
      texts.set(file, text);
      if (edit.saved) {
        writeFiles(folder, { [file]: text });
        utimesSync(join(folder, file), ++saves, saves);
        session.edit(file, undefined);
        session.lookAtDisk();
        unsaved.delete(file);
      } else {
        session.edit(file, text);
        unsaved.set(file, text);
      }
    },
    cold(): object {
      const other = opened(folder);
      for (const [file, text] of unsaved) other.edit(file, text);
      return saidBy(other);
    },
  };
}

describe('after any edits, saved or not', () => {
  const scenarios = findScenarios();

  test('the result is that of a new analysis', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(randomEdits(), { minLength: 1, maxLength: 3 }), ({ folder }, edits) => {
        const { session, apply, cold } = edited(folder);
        saidBy(session);
        for (const edit of edits) apply(edit);
        expect(saidBy(session)).toEqual(cold());
      }),
      { numRuns: 40 },
    );
  });

  test('the result is that of a new analysis at each step', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(randomEdits(), { minLength: 2, maxLength: 6 }), ({ folder }, edits) => {
        const { session, apply, cold } = edited(folder);
        saidBy(session);
        for (const edit of edits) {
          apply(edit);
          expect(saidBy(session)).toEqual(cold());
        }
      }),
      { numRuns: 15 },
    );
  });

  test('of places and comments, the result is that of a new analysis at each step', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(randomEdits(OF_PLACES), { minLength: 2, maxLength: 6 }), ({ folder }, edits) => {
        const { session, apply, cold } = edited(folder);
        saidBy(session);
        for (const edit of edits) {
          apply(edit);
          expect(saidBy(session)).toEqual(cold());
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('without a new analysis', () => {
  const remark: RandomEdit = { kind: 'comment', file: 0, line: 0.6, saved: false };

  test.each([true, false])('comments are read and places move, in each file and before all code, in files that were open (%s)', (isOpen) => {
    const { session, apply, cold } = edited(PAYMENTS, { isOpen });
    saidBy(session);
    for (let file = 0; file < 1; file += 0.05) {
      for (const line of [0, 0.6]) {
        apply({ ...remark, file, line });
        expect(session.isAtHand()).toBe(true);
      }
    }
    expect(session.result().analysis).toBe(1);
    expect(saidBy(session)).toEqual(cold());
  });

  test('what is saved is taken in as well', () => {
    const { session, apply, cold } = edited(PAYMENTS);
    saidBy(session);
    apply({ kind: 'indent', file: 0.5, line: 0, saved: true });
    expect(saidBy(session)).toEqual(cold());
    expect(session.result().analysis).toBe(1);
  });

  test('a migration that is saved is not: its comments may be read', () => {
    const folder = temporaryFolder({ 'package.json': '{"name":"x"}', 'src/app.ts': "export { up } from './migrations/1.js';\n", 'src/migrations/1.ts': 'export const up = 1;\n' });
    const session = opened(folder);
    saidBy(session);
    writeFiles(folder, { 'src/migrations/1.ts': 'export const up = 1;\n// CREATE TABLE orders (id int primary key)\n' });
    session.lookAtDisk();
    expect(session.isAtHand()).toBe(false);
  });

  test('another statement of what is read is not', () => {
    const { session, apply } = edited(PAYMENTS);
    saidBy(session);
    apply({ kind: 'remove', file: 0, line: 0.6, saved: false });
    expect(session.isAtHand()).toBe(false);
    expect(session.result().analysis).toBe(2);
  });
});

describe('code that the analysis has not read', () => {
  const SERVER = [
    "import express from 'express';",
    "import { label } from './label.js';",
    'const app = express();',
    "app.get('/', async (req, res) => {",
    "  const answer = await fetch('https://partner.example/', { headers: { accept: 'text/html' } });",
    '  res.send(label(answer.status));',
    '});',
    'app.listen(3000);',
    '',
  ].join('\n');
  const LABEL = ['export function label(status: number): string {', "  return status > 200 ? 'bad' : 'good';", '}', 'export function unused(count: number) {', '  return count * 2;', '}', ''].join('\n');
  const HEAD = 'interface Head { a: string }\n';

  function service() {
    const folder = temporaryFolder({ 'package.json': '{"name":"x","dependencies":{"express":"^5.0.0"}}', 'src/server.ts': SERVER, 'src/label.ts': LABEL });
    const session = opened(folder);
    session.edit('src/server.ts', undefined);
    session.edit('src/label.ts', undefined);
    expect(JSON.stringify(saidBy(session))).toContain('can wait forever');
    return {
      session,
      edit(path: string, text: string): boolean {
        session.edit(path, text);
        const wasAtHand = session.isAtHand();
        const other = opened(folder);
        for (const file of ['src/server.ts', 'src/label.ts']) other.edit(file, session.textOf(file));
        expect(saidBy(session)).toEqual(saidBy(other));
        return wasAtHand;
      },
    };
  }

  test.each([
    ['a function that nobody calls', 'src/label.ts', LABEL.replace('count * 2', 'count * 2 + helped(count)')],
    ['a new function at the end', 'src/label.ts', `${LABEL}export const more = (all: number[]) => all.map((one) => one + 1);\n`],
    ['a new function before others, and a comment', 'src/label.ts', `// first\n${HEAD}const early = () => 1;\n${LABEL}`],
    ['a type', 'src/label.ts', LABEL.replace('count: number', 'count: bigint')],
    ['a plain value', 'src/label.ts', LABEL.replace('  return status', '  const limit = 3;\n  return status')],
    ['a number in a test that decides nothing', 'src/label.ts', LABEL.replace('200', '299')],
  ])('%s is taken in at once', (_what, path, text) => {
    expect(service().edit(path, text)).toBe(true);
  });

  test.each([
    ['the value of an option', SERVER.replace("headers: { accept: 'text/html' }", 'signal: AbortSignal.timeout(500)')],
    ['another call', SERVER.replace('  res.send', "  await fetch('https://other.example/');\n  res.send")],
    ['an import', `import './label.js';\n${SERVER}`],
    ['what is called', SERVER.replace('label(answer.status)', 'String(answer.status)')],
  ])('%s is not', (_what, text) => {
    expect(service().edit('src/server.ts', text)).toBe(false);
  });

  test('one edit after another, in two files, and back again', () => {
    const { session, edit } = service();
    const longer = `${HEAD}${LABEL}`;
    expect(edit('src/label.ts', longer)).toBe(true);
    expect(edit('src/server.ts', `\n\n${SERVER}`)).toBe(true);
    expect(edit('src/label.ts', longer.replace('count * 2', '2'))).toBe(true);
    expect(edit('src/server.ts', SERVER.replace('fetch', '\n    fetch'))).toBe(true);
    expect(edit('src/label.ts', LABEL)).toBe(true);
    expect(edit('src/server.ts', SERVER)).toBe(true);
    expect(session.result().analysis).toBe(1);
  });
});
