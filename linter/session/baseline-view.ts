import { statSync } from 'node:fs';
import { rules } from '#rules/registry.js';
import { compareWithBaseline } from '../baseline/compare.js';
import { readBaseline } from '../baseline/entries.js';
import { locateBaseline } from '../baseline/locate.js';
import { fromPlain } from '../plain-result.js';
import type { LintResult } from '../types.js';
import type { Session, SessionResult } from './session.js';

/** A result as it is shown: what the baseline knows is set aside. */
export type View = Pick<LintResult, 'findings' | 'durationMs'> & Pick<SessionResult, 'open'>;

/** Gives the view of a session's results; the same object as long as neither the result nor the baseline changes. `named`: false where none is wanted. */
export function baselineView(session: Session, cwd: string, named: string | false | undefined): (now: SessionResult) => View {
  let last: { readonly of: SessionResult; readonly path: string | undefined; readonly modified: number; readonly view: View } | undefined;
  return (now) => {
    const path = last?.of === now && last.path !== undefined ? last.path : pathOf(session, cwd, named);
    const modified = path === undefined ? 0 : modifiedAt(path);
    if (last?.of === now && last.path === path && last.modified === modified) return last.view;
    const view = { findings: findingsOf(now, session, path), durationMs: now.result.durationMs, open: now.open };
    last = { of: now, path, modified, view };
    return view;
  };
}

function pathOf(session: Session, cwd: string, named: string | false | undefined): string | undefined {
  return named === false ? undefined : locateBaseline(named, cwd, session.root, session.configuration());
}

function findingsOf({ result }: SessionResult, session: Session, path: string | undefined): LintResult['findings'] {
  if (path === undefined) return result.findings;
  const linesOf = (file: string) => session.textOf(file)?.split(/\r\n|[\n\r\u2028\u2029]/);
  const today = new Date().toISOString().slice(0, 10);
  return compareWithBaseline({ result: fromPlain(result, rules), texts: { linesOf } }, { path, entries: readBaseline(path) }, [session.root], today).result.findings;
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
