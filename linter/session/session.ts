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
import { takeSnapshot } from '../snapshot.js';
import type { Project } from '#project/types.js';
import { createFactsMemory, type FactsMemory } from './facts-memory.js';
import { remark } from './remark.js';
import { underLock } from './lock.js';
import { textOnDisk } from './text-on-disk.js';

/** An analysis that is kept and brought up to date while files change. */
export interface Session {
  readonly root: string;
  /** Takes the text of an open file by project-relative path, or that it is as on disk; false where that changes nothing. */
  edit(path: string, text: string | undefined): boolean;
  /** Compares the disk with what it was when last looked at; what is out of date is then read anew. */
  lookAtDisk(): void;
  /** The result for the disk with the unsaved texts laid over it; the same object as long as nothing changes. */
  result(): SessionResult;
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
}

interface Loaded {
  readonly configuration: Configuration;
  readonly project: Project;
}

interface Seen {
  readonly further: readonly string[];
  readonly hash: string | undefined;
}

interface State {
  readonly options: LintOptions;
  readonly analysis: Analysis;
  readonly root: string;
  /** Where facts and results lie for other processes; undefined where nothing is to be stored. */
  readonly folder: string | undefined;
  readonly memory: FactsMemory;
  loaded?: Loaded | undefined;
  current?: SessionResult | undefined;
  seen?: Seen;
}

/** Opens a session. Nothing is read before the first question; questions throw `UserError` where the project or its configuration is wrong. */
export function openSession(options: LintOptions, analysis: Analysis = loadAnalysis()): Session {
  const root = rootOf(options);
  const folder = options.cache ? options.cacheDirectory ?? cacheFolderOf(root) : undefined;
  const state: State = { options, analysis, root, folder, memory: createFactsMemory(root) };
  return {
    root,
    edit(path, text) {
      const changes = state.memory.edit(path, text);
      if (changes) state.current = undefined;
      return changes;
    },
    lookAtDisk: () => lookAtDisk(state),
    result() {
      const isOfDisk = state.loaded === undefined && state.memory.unsaved.size === 0;
      return (state.current ??= folder !== undefined && isOfDisk ? storedOrAnalysed(state, folder) : analyse(state));
    },
    textOf: (path) => state.memory.unsaved.get(path) ?? textOnDisk(join(root, path)),
    configuration: () => state.loaded?.configuration ?? loadConfiguration(options),
    warmUp() {
      if (state.loaded === undefined) collect(state, load(state).project, folder);
    },
  };
}

function lookAtDisk(state: State): void {
  const { root, seen } = state;
  const now = stateOfDisk(root, seen?.further ?? []);
  if (seen !== undefined && now !== seen.hash) {
    state.loaded = undefined;
    state.current = undefined;
    state.memory.forgetSaved();
  }
  const further = furtherOf(root, state.current, seen);
  state.seen = { further, hash: further === seen?.further ? now : stateOfDisk(root, further) };
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
  return { result, open: {} };
}

function analyse(state: State): SessionResult {
  const { options, analysis, memory } = state;
  const started = performance.now();
  // Facts on disk are for processes to come: after the first reading, memory has them.
  const folder = state.loaded === undefined ? state.folder : undefined;
  const { configuration, project } = load(state);
  const rules = selectRules(analysis.rules, options, configuration);
  const watch = { analysis, onProgress: () => undefined, onPartial: () => undefined };
  const result = conclude({ project, collected: collect(state, project, folder), configuration, rules, options }, watch, started);
  remark(`analysed in ${result.durationMs.toFixed(0)} ms`);
  return { result: toPlain(result), open: memory.openHashes() };
}

function load(state: State): Loaded {
  if (state.loaded !== undefined) return state.loaded;
  const configuration = loadConfiguration(state.options);
  state.loaded = { configuration, project: state.analysis.loadProject(state.options, configuration, state.memory.unsaved) };
  return state.loaded;
}

function collect({ analysis, memory }: State, project: Project, folder: string | undefined): CollectedFiles {
  const cache = openFactsCache(folder, factsKeyOf(analysis));
  const collected = collectFiles({ project, analysis, cache, leaveOut: {}, remembered: memory, onProgress: () => undefined });
  memory.keepOnly(collected.files);
  return collected;
}

// Files outside the root count as soon as a result has named them.
function furtherOf(root: string, current: SessionResult | undefined, seen: Seen | undefined): readonly string[] {
  const before = seen?.further ?? [];
  const now = (current?.result.configurations ?? []).map((path) => `${root}/${path}`);
  return now.every((path) => before.includes(path)) ? before : now;
}

function stateOfDisk(root: string, further: readonly string[]): string | undefined {
  return takeSnapshot(root, further)?.hash;
}
