import { execFileSync } from 'node:child_process';
import { UserError } from './user-error.js';

/** The lines of a file that changed: all of them where it is new, else runs of them, first and last. */
export type ChangedRuns = 'all' | readonly (readonly [first: number, last: number])[];

/** What changed under a root since a commit, by root-relative path; files that git does not know yet included. */
export function changedSince(root: string, ref: string): ReadonlyMap<string, ChangedRuns> {
  if (git(root, ['rev-parse', '--show-toplevel']) === undefined)
    throw new UserError('--changed-since needs a git repository with git installed, and there is none here.', 'Run it in a checkout, or leave the option out.');
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])?.trim();
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit))
    throw new UserError(`git knows no commit "${ref}".`, 'Check the name. In CI, fetch the whole history (fetch-depth: 0) or that branch first.');
  // What the branch did, not what others did to the ref since; a shallow clone may not know where it began.
  const base = git(root, ['merge-base', commit, 'HEAD'])?.trim() ?? commit;
  const diff = git(root, ['diff', '--unified=0', '--relative', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames', '--src-prefix=a/', '--dst-prefix=b/', base, '--']);
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--']);
  if (diff === undefined || untracked === undefined) throw new UserError(`git could not compare with "${ref}".`, 'Run `git diff` there to see why.');
  const changed = readDiff(diff);
  for (const path of untracked.split('\0')) if (path !== '') changed.set(path, 'all');
  return changed;
}

/** Runs git without a shell, without hooks and watchers of the repository, and without locking it. */
function git(cwd: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=true', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...withoutGit(process.env), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch {
    return undefined;
  }
}

// Inside a hook, git's own variables name a repository from another folder than ours; others would change what a diff prints.
function withoutGit(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_') || /^GIT_(?:CONFIG|SSH|CEILING|EXEC)/.test(name)));
}

/** Reads a diff without context. What its lines hold is counted over, never looked at. */
export function readDiff(diff: string): Map<string, ChangedRuns> {
  const changed = new Map<string, [number, number][]>();
  let runs: [number, number][] | undefined;
  let toSkip = 0;
  for (const line of diff.split('\n')) {
    if (toSkip > 0 && /^[+-]/.test(line)) toSkip--;
    else if (line.startsWith('diff --git ')) runs = undefined;
    else if (line.startsWith('+++ ')) {
      const path = pathOf(line.slice(4));
      runs = path === undefined ? undefined : [];
      if (path !== undefined && runs !== undefined) changed.set(path, runs);
    } else {
      const [, removed = '1', start, added = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (start === undefined) continue;
      toSkip = Number(removed) + Number(added);
      // Where lines were only taken away, the two that they stood between have changed.
      const first = Number(start);
      runs?.push(Number(added) === 0 ? [first, first + 1] : [first, first + Number(added) - 1]);
    }
  }
  return changed;
}

// Unusual names stand in quotes, with their bytes escaped as in C. A tab ends a name that has spaces in it.
function pathOf(written: string): string | undefined {
  if (written === '/dev/null') return undefined;
  const bare = written.replace(/\t$/, '');
  const name = bare.startsWith('"') ? unquoted(bare.slice(1, -1)) : bare;
  return name.replace(/^b\//, '');
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

function unquoted(text: string): string {
  const bytes: number[] = [];
  for (const [, octal, escape, plain] of text.matchAll(/\\([0-3][0-7]{2})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escape !== undefined) bytes.push(ESCAPES[escape] ?? escape.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? ''));
  }
  return Buffer.from(bytes).toString('utf8');
}
