import { createHash } from 'node:crypto';
import { SkipError } from '#project/skip-error.js';
import type { FileFacts } from '#facts/types.js';
import type { Note, Project, Skipped, SourceFile } from '#project/types.js';
import type { Analysis } from './analysis.js';
import type { FactsCache } from './cache.js';
import type { Progress } from './options.js';

/** The facts of a project's files, and what could not be had. */
export interface CollectedFiles {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly Note[];
}

/** What collecting needs to know. */
export interface Collecting {
  readonly project: Project;
  readonly analysis: Analysis;
  readonly cache: FactsCache;
  readonly leaveOut: Readonly<Record<string, string>>;
  /** Facts of files that an earlier run of this process left, where they still hold. */
  readonly remembered?: RememberedFacts;
  onProgress(progress: Progress): void;
}

/** Facts that need be neither read nor stored. */
export interface RememberedFacts {
  find(file: SourceFile): FileFacts | undefined;
  keep(file: SourceFile, facts: FileFacts): void;
  /** Whether the file is open with a text that is not the disk's, so that its facts must not be stored. */
  isUnsaved(path: string): boolean;
}

const SAVE_EVERY_MS = 3000;

/** Facts of every service file: from the cache where the content is the same, from the text otherwise. */
export function collectFiles(collecting: Collecting): CollectedFiles {
  const files = new Map<string, FileFacts>();
  const skipped: Skipped[] = [];
  const waiting = collecting.project.files.filter((file) => file.role === 'service');
  const seen = new Set(collecting.project.files.map((file) => file.path));
  let saved = Date.now();
  // The list grows while it is gone through: by files that imports lead to.
  for (const [index, file] of waiting.entries()) {
    const tooSlow = Object.hasOwn(collecting.leaveOut, file.path) ? collecting.leaveOut[file.path] : undefined;
    if (tooSlow !== undefined) {
      skipped.push({ path: file.path, reason: 'time', detail: tooSlow });
      continue;
    }
    // What is parsed so far must survive a thread that is stopped from outside.
    if (Date.now() - saved > SAVE_EVERY_MS) {
      collecting.cache.save(false);
      saved = Date.now();
    }
    const facts = factsOf(file, collecting, () => collecting.onProgress({ phase: 'facts', done: index, total: waiting.length, file: file.path }));
    if ('reason' in facts) skipped.push(facts);
    else {
      files.set(file.path, facts);
      collecting.remembered?.keep(file, facts);
      waiting.push(...importedFiles(facts, collecting.project, seen));
    }
  }
  collecting.onProgress({ phase: 'facts', done: waiting.length, total: waiting.length });
  collecting.cache.save(collecting.remembered === undefined);
  return { files, skipped: [...skipped, ...[...files.values()].flatMap(cutShort)], notes: [...files.values()].flatMap(syntaxErrors) };
}

/** Files that a file imports and that are not among the project's: a script, generated code. */
function importedFiles(facts: FileFacts, project: Project, seen: Set<string>): SourceFile[] {
  return facts.requests.flatMap((request) => {
    if (project.fileAt === undefined || request.typeOnly === true) return [];
    const target = project.resolve(request.specifier, facts.path);
    if (target.is !== 'file' || seen.has(target.path)) return [];
    seen.add(target.path);
    const file = project.fileAt(target.path);
    return file?.role === 'service' ? [file] : [];
  });
}

function factsOf(file: SourceFile, { project, analysis, cache, remembered }: Collecting, beforeReading: () => void): FileFacts | Skipped {
  const kept = remembered?.find(file);
  if (kept !== undefined) return kept;
  const isUnsaved = remembered?.isUnsaved(file.path) === true;
  const known = isUnsaved ? undefined : cache.find(file);
  if (known?.unchanged === true) {
    const facts = decoded(known.encoded, analysis);
    if (facts !== undefined) {
      cache.keep(file, known.hash, () => known.encoded);
      return facts;
    }
  }
  analysis.prepareParser();
  beforeReading();
  try {
    const notes = project.notes.length;
    const text = project.read(file);
    const hash = createHash('sha256').update(text).digest('hex');
    const same = known?.hash === hash ? decoded(known.encoded, analysis) : undefined;
    const facts = same ?? analysis.collectFacts(file.path, text, hash);
    // What reading remarked on a file must be remarked again: such a file is read each time.
    if (project.notes.length === notes && !isUnsaved) cache.keep(file, hash, () => (same === undefined || known === undefined ? analysis.encodeFacts(facts) : known.encoded));
    return facts;
  } catch (error) {
    if (error instanceof SkipError) return error.skipped;
    return { path: file.path, reason: 'internal-error', detail: error instanceof Error ? error.message : String(error) };
  }
}

function decoded(encoded: string, analysis: Analysis): FileFacts | undefined {
  try {
    return analysis.decodeFacts(encoded);
  } catch {
    return undefined;
  }
}

function syntaxErrors(facts: FileFacts): Note[] {
  return facts.errors.map(({ message, line, column }) => ({ path: facts.path, line, column, message: `syntax error: ${message}` }));
}

function cutShort(facts: FileFacts): Skipped[] {
  if (facts.gaps.length === 0) return [];
  const reasons = [...new Set(facts.gaps.map((gap) => gap.why))].slice(0, 3).join('; ');
  return [{ path: facts.path, reason: 'limit', detail: `a part of the file was left out: ${reasons}` }];
}
