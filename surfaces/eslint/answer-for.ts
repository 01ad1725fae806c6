import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { askSession, type AskableSession, type FileFindings } from '#linter/session/ask-session.js';
import { isUserError, UserError } from '#linter/user-error.js';
import { noteForCache, type Asked } from './cache-state.js';
import { settingsOf, type Settings } from './settings.js';
import { isSingleRun } from './single-run.js';
import type { RuleContext, SourceCode } from './types.js';

/** The findings of a file, or why there are none; `firstTold` for the one rule that is to say so. */
export type Told = Extract<FileFindings, { is: 'findings' }> | { readonly is: 'failed'; readonly message: string; readonly hint: string; readonly firstTold: boolean };

/** One file in one pass: asked once, by whichever rule comes first. */
interface Pass {
  readonly sourceCode: SourceCode;
  readonly filename: string;
  readonly text: string;
  readonly answer: FileFindings | undefined;
  readonly served: Set<string>;
}

const MOST_SESSIONS = 4;
const DEFAULT_WAIT_MS = 100;
const PROJECT_FILES = ['package.json', 'tsconfig.json', 'jsconfig.json', 'deno.json'];
const sessions = new Map<string, AskableSession>();
const knownFolders = new WeakMap<RuleContext['settings'], Map<string, KnownFolder>>();
let pass: Pass | undefined;

/** What a rule is told about the file that is being linted; undefined for what is no file of a project. */
export function answerFor(context: RuleContext, ruleId: string): Told | undefined {
  const { sourceCode, physicalFilename, filename } = context;
  const isSame = pass !== undefined && pass.sourceCode === sourceCode && pass.filename === filename && pass.text === sourceCode.text && !pass.served.has(ruleId);
  // A part of another file, and text without a name, belong to no project.
  const isFile = isAbsolute(filename) && (physicalFilename === undefined || physicalFilename === filename) && existsSync(filename);
  if (!isSame || pass === undefined) pass = { sourceCode, filename, text: sourceCode.text, answer: isFile ? ask(context) : undefined, served: new Set() };
  const firstTold = pass.served.size === 0;
  pass.served.add(ruleId);
  return pass.answer?.is === 'failed' ? { ...pass.answer, firstTold } : pass.answer;
}

function ask(context: RuleContext): FileFindings {
  try {
    const { sourceCode } = context;
    const { file, session } = placeOf(context);
    const path = relative(session.root, file).split(sep).join('/');
    if (path.startsWith('../') || isAbsolute(path)) return { is: 'findings', findings: [], stale: false };
    return session.findingsOf(path, sourceCode.text);
  } catch (error) {
    if (isUserError(error)) return { is: 'failed', message: error.message, hint: error.hint };
    throw error;
  }
}

/** A file without symbolic links, and the session that knows it. */
interface Place {
  readonly file: string;
  readonly session: AskableSession;
}

/** A folder without symbolic links, and the key of its session. */
interface KnownFolder {
  readonly folder: string;
  readonly key: string;
}

function placeOf(context: RuleContext): Place {
  const { filename, cwd, settings } = context;
  const isLink = lstatSync(filename).isSymbolicLink();
  const folders = knownFolders.get(settings) ?? new Map<string, KnownFolder>();
  knownFolders.set(settings, folders);
  const known = isLink ? undefined : folders.get(`${cwd}\0${dirname(filename)}`);
  const session = known === undefined ? undefined : sessions.get(known.key);
  if (known !== undefined && session !== undefined) return { file: join(known.folder, basename(filename)), session };
  const file = realpathSync(filename);
  const asked = askedAbout(file, realpathSync(cwd), settingsOf(settings));
  // Nothing moves in a single run: what holds for one file of a folder holds for the others.
  if (!isLink && !isLive(asked.settings)) folders.set(`${cwd}\0${dirname(filename)}`, { folder: dirname(file), key: keyOf(asked) });
  return { file, session: sessionFor(asked) };
}

function isLive({ live }: Settings): boolean {
  return live ?? !isSingleRun();
}

/** All findings of a service as one text. */
export function stateOf(asked: Asked): string {
  try {
    return sessionFor(asked).state();
  } catch (error) {
    // The folder is gone, or the configuration wrong: its files tell.
    if (isUserError(error)) return 'none';
    throw error;
  }
}

function askedAbout(file: string, cwd: string, settings: Settings): Asked {
  return { folder: folderFor(file, cwd, settings), cwd, settings };
}

function sessionFor(asked: Asked): AskableSession {
  const { folder, cwd, settings } = asked;
  const key = keyOf(asked);
  const known = sessions.get(key);
  if (known !== undefined) return known;
  if (sessions.size >= MOST_SESSIONS) closeOldest();
  noteForCache(asked);
  const session = askSession({
    options: {
      cwd: folder,
      paths: ['.'],
      execConfig: settings.execConfig === true,
      preset: 'strict',
      rules: [],
      cache: settings.cache ?? true,
      ...(settings.config === undefined ? {} : { configPath: resolve(cwd, settings.config) }),
      ...(settings.tsconfig === undefined ? {} : { tsconfig: resolve(cwd, settings.tsconfig) }),
    },
    ...(settings.baseline === undefined ? {} : { baseline: settings.baseline === false ? false as const : resolve(cwd, settings.baseline) }),
    wantsConfigDecision: settings.execConfig === undefined && settings.config === undefined,
    live: isLive(settings),
    waitMs: settings.wait ?? DEFAULT_WAIT_MS,
  });
  sessions.set(key, session);
  return session;
}

function keyOf({ folder, settings }: Asked): string {
  return JSON.stringify([folder, settings]);
}

function closeOldest(): void {
  const [oldest] = sessions;
  if (oldest === undefined) return;
  sessions.delete(oldest[0]);
  oldest[1].close();
}

/** The folder that is analysed: what the settings name, the working folder, or the package around a file that lies elsewhere. */
function folderFor(file: string, cwd: string, { root }: Settings): string {
  const wanted = root === undefined ? cwd : resolve(cwd, root);
  const project = projectAround(dirname(file));
  if (project === undefined)
    throw new UserError(`${file} belongs to no project: neither its folder nor one above holds a package.json or tsconfig.json`, 'Open the folder of the service, or run ESLint there.');
  return root !== undefined || isWithin(file, wanted) ? wanted : project;
}

function projectAround(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (PROJECT_FILES.some((name) => existsSync(join(at, name)))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isWithin(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
