import { join } from 'node:path';
import { loadAnalysis, type Analysis } from '../analysis.js';
import { cacheFolderOf } from '../cache-folder.js';
import { openFactsCache } from '../cache.js';
import { collectFiles, type CollectedFiles } from '../collect-files.js';
import { conclude, factsKeyOf } from '../lint.js';
import { loadConfiguration, type Configuration } from '../config.js';
import type { LintOptions } from '../options.js';
import { toPlain, type PlainResult } from '../plain-result.js';
import { openResultCache } from '../result-cache.js';
import { rootOf } from '../root.js';
import { selectRules } from '../select-rules.js';
import { changedFiles, statesInSteps } from '../snapshot.js';
import type { Project } from '#project/types.js';
import { createFactsMemory, type FactsMemory } from './facts-memory.js';
import type { ResultOf } from './moved-result.js';
import { remark } from './remark.js';
import { takeEdits } from './take-edits.js';
import { underLock } from './lock.js';
import { watchFiles } from './watched-files.js';
import { textOnDisk } from './text-on-disk.js';

/** An analysis that is kept and brought up to date while files change. */
export interface Session {
  readonly root: string;
  /** Takes the text of an open file by project-relative path, or that it is as on disk; false where that changes nothing. */
  edit(path: string, text: string | undefined): boolean;
  /** Compares the disk with what it was when last looked at; what is out of date is then read anew. */
  lookAtDisk(): void;
  /** The same in small steps, between which edits and results may be asked for. */
  lookInSteps(): Generator<void, void>;
  /** The result for the disk with the unsaved texts laid over it; the same object as long as nothing changes. */
  result(): SessionResult;
  /** Whether the result is there without a new analysis: nothing has changed since, or only places and comments have. */
  isAtHand(): boolean;
  /** The text that the result speaks of: the open one, else the disk's. */
  textOf(path: string): string | undefined;
  /** As it was when the result was made. */
  configuration(): Configuration;
  /** Reads what the next edit needs, where the result was a stored one. */
  warmUp(): void;
}

/** A result, and of which texts it speaks. */
export interface SessionResult {
  readonly result: PlainResult;
  /** Hashes by path of the unsaved texts it has seen; every other file counts as it is on disk. */
  readonly open: Readonly<Record<string, string>>;
  /** Of which of the session's analyses it is, from 1; 0 for a stored one. */
  readonly analysis: number;
}

interface Loaded {
  readonly configuration: Configuration;
  readonly project: Project;
}

interface Seen {
  readonly further: readonly string[];
  readonly states: ReadonlyMap<string, string> | undefined;
}

interface State {
  readonly options: LintOptions;
  readonly analysis: Analysis;
  readonly root: string;
  /** Where facts and results lie for other processes; undefined where nothing is to be stored. */
  readonly folder: string | undefined;
  readonly memory: FactsMemory;
  loaded?: Loaded | undefined;
  /** Files have changed on disk since the project was loaded, but none came or went. */
  isOld?: boolean;
  current?: SessionResult | undefined;
  /** What edits are taken into; undefined where everything has to be read anew. */
  last?: ResultOf | undefined;
  /** Paths of what has been edited or saved since. */
  readonly touched: Set<string>;
  /** Known to be no edits that can be taken in. */
  isLost?: boolean;
  /** Paths of what has been asked about: somebody has it open. */
  readonly asked: Set<string>;
  analyses: number;
  seen?: Seen;
}

/** Opens a session. Nothing is read before the first question; questions throw `UserError` where the project or its configuration is wrong. */
export function openSession(options: LintOptions, analysis: Analysis = loadAnalysis()): Session {
  const root = rootOf(options);
  const folder = options.cache ? options.cacheDirectory ?? cacheFolderOf(root) : undefined;
  const state: State = { options, analysis, root, folder, memory: createFactsMemory(root), touched: new Set(), asked: new Set(), analyses: 0 };
  return {
    root,
    edit(path, text) {
      state.asked.add(path);
      const changes = state.memory.edit(path, text);
      if (changes) touch(state, [path]);
      return changes;
    },
    lookAtDisk: () => lookAtDisk(state),
    lookInSteps: () => lookInSteps(state),
    result: () => (state.current ??= edited(state) ?? anew(state)),
    isAtHand: () => (state.current ??= edited(state)) !== undefined,
    textOf: (path) => state.memory.unsaved.get(path) ?? textOnDisk(join(root, path)),
    configuration: () => state.loaded?.configuration ?? loadConfiguration(options),
    warmUp() {
      if (state.loaded === undefined) warmUp(state);
    },
  };
}

function touch(state: State, paths: readonly string[]): void {
  state.current = undefined;
  state.isLost = false;
  for (const path of paths) state.touched.add(path);
}

function lookAtDisk(state: State): void {
  const steps = lookInSteps(state);
  while (steps.next().done !== true);
}

function* lookInSteps(state: State): Generator<void, void> {
  const { root, seen } = state;
  const before = seen?.further ?? [];
  const now = yield* statesInSteps(root, before);
  if (seen?.states !== undefined && now !== undefined) compareDisk(state, seen.states, now);
  const further = furtherOf(root, state.current, before);
  state.seen = { further, states: further === before ? now : yield* statesInSteps(root, further) };
}

function compareDisk(state: State, before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): void {
  const changed = changedFiles(before, now)?.map((path) => path.slice(state.root.length + 1));
  if (changed?.length === 0) return;
  const saved = state.memory.forgetSaved();
  // Code in a folder of migrations is read as text too, comments included.
  const asText = new Set(state.loaded?.project.schemas?.().map(({ path }) => path));
  const isOfSources = changed?.every((path) => state.last?.files.has(path) === true && !asText.has(path)) ?? false;
  touch(state, [...(changed ?? []), ...saved]);
  if (isOfSources) state.isOld = true;
  else forget(state);
}

function forget(state: State): void {
  state.loaded = undefined;
  state.last = undefined;
}

/** The last result with the edits since taken in, where they allow it. */
function edited(state: State): SessionResult | undefined {
  const { analysis, loaded, last, memory, touched } = state;
  if (last === undefined || loaded === undefined || state.isLost === true) return undefined;
  const taken = takeEdits(last, touched, { analysis, project: loaded.project, memory });
  state.isLost = taken === undefined;
  if (taken === undefined) return undefined;
  state.last = taken;
  touched.clear();
  remark('took an edit into the last result');
  return { result: taken.result, open: memory.openHashes(), analysis: state.analyses };
}

function anew(state: State): SessionResult {
  const { folder, memory } = state;
  if (state.isOld === true) forget(state);
  const isOfDisk = state.loaded === undefined && memory.unsaved.size === 0;
  return folder !== undefined && isOfDisk ? storedOrAnalysed(state, folder) : analyse(state);
}

// One analysis for all threads and processes that ask at the same time: the first works, the others read what it stored.
function storedOrAnalysed(state: State, folder: string): SessionResult {
  const stored = () => openResultCache(state.options, loadConfiguration(state.options));
  const found = stored().find();
  if (found !== undefined) return fromDisk(found);
  return underLock(folder, () => {
    const cache = stored();
    const meanwhile = cache.find();
    if (meanwhile !== undefined) return fromDisk(meanwhile);
    const made = analyse(state);
    cache.keep(made.result);
    return made;
  });
}

function fromDisk(result: PlainResult): SessionResult {
  remark('took the stored result');
  return { result, open: {}, analysis: 0 };
}

function analyse(state: State): SessionResult {
  const { options, analysis, memory } = state;
  const started = performance.now();
  // Facts on disk are for processes to come: after the first reading, memory has them.
  const folder = state.loaded === undefined ? state.folder : undefined;
  const { configuration, project } = load(state);
  const rules = selectRules(analysis.rules, options, configuration);
  const watch = { analysis, onProgress: () => undefined, onPartial: () => undefined };
  const collected = collect(state, project, folder);
  const watcher = watchFiles(watchedBy(state, configuration));
  const result = toPlain(conclude({ project, collected, configuration, rules, options, watcher }, watch, started));
  state.last = { result, files: collected.files, readings: new Map([...watcher.files].map(([path, watched]) => [path, { watched }])) };
  state.touched.clear();
  state.isLost = false;
  state.analyses += 1;
  remark(`analysed in ${result.durationMs.toFixed(0)} ms`);
  return { result, open: memory.openHashes(), analysis: state.analyses };
}

// The first analysis is waited for; from the second on somebody edits. Rows for a file are compared with all of its exports.
function watchedBy({ analyses, asked }: State, { catalog }: Configuration): (path: string) => boolean {
  const described = new Set(catalog.map((library) => library.package));
  return (path) => (analyses > 0 || asked.has(path)) && !described.has(`./${path}`);
}

/** Reads what edits are taken into, where the result is a stored one. */
function warmUp(state: State): void {
  const { files } = collect(state, load(state).project, state.folder);
  if (state.current === undefined || state.touched.size > 0) return;
  state.last = { result: state.current.result, files, readings: new Map() };
  // What was saved while they were read is of another text than the result.
  lookAtDisk(state);
  if (state.current === undefined) forget(state);
}

function load(state: State): Loaded {
  if (state.loaded !== undefined) return state.loaded;
  const configuration = loadConfiguration(state.options);
  state.loaded = { configuration, project: state.analysis.loadProject(state.options, configuration, state.memory.unsaved) };
  state.isOld = false;
  return state.loaded;
}

function collect({ analysis, memory }: State, project: Project, folder: string | undefined): CollectedFiles {
  const cache = openFactsCache(folder, factsKeyOf(analysis));
  const collected = collectFiles({ project, analysis, cache, leaveOut: {}, remembered: memory, onProgress: () => undefined });
  memory.keepOnly(collected.files);
  return collected;
}

// Files outside the root count as soon as a result has named them.
function furtherOf(root: string, current: SessionResult | undefined, before: readonly string[]): readonly string[] {
  const now = (current?.result.configurations ?? []).map((path) => `${root}/${path}`);
  return now.every((path) => before.includes(path)) ? before : now;
}
