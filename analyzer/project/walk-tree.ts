import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeclarationName, isInvisibleFolder, isOutputFolder, isSourceName, judgeFile, judgeFolder, type Surroundings } from './classify-name.js';
import type { Directory, DirectoryIndex } from './directory-index.js';
import { byCodeUnits, childOf } from './relative-path.js';
import type { Skipped, SourceFile } from './types.js';

/** What a walk asks about the project while it goes. */
export interface WalkAdvice {
  readonly index: DirectoryIndex;
  readonly maxFileSize: number;
  readonly maxEntries: number;
  /** Called once for each folder before its entries are judged: manifests and tsconfigs are read here. */
  readonly enter: (directory: { readonly path: string }) => void;
  readonly isOutDir: (path: string) => boolean;
  /** The folder is a workspace package or holds some: its name says nothing. */
  readonly leadsToPackage: (path: string) => boolean;
  readonly isIgnored: (path: string) => boolean;
  /** The user asked for this file. */
  readonly isWanted: (path: string) => boolean;
  /** A wanted file can lie below this folder. */
  readonly leadsToWanted: (path: string) => boolean;
}

/** What walks found; filled walk by walk so that nothing is visited twice. */
export interface Walked {
  readonly files: Map<string, SourceFile>;
  readonly skipped: Map<string, Skipped>;
  readonly visited: Set<string>;
  /** Folders that look like compiler output, left for a second thought. */
  readonly outputs: string[];
  entries: number;
}

interface Stop {
  readonly path: string;
  /** Below a folder that was left out, only wanted files count. */
  readonly onlyWanted: boolean;
}

/** An empty result to start walking with. */
export function nothingWalked(): Walked {
  return { files: new Map(), skipped: new Map(), visited: new Set(), outputs: [], entries: 0 };
}

/** Walks everything below a folder, whose own name is not judged. */
export function walkTree(start: string, walked: Walked, advice: WalkAdvice): void {
  if (walked.entries > advice.maxEntries) return;
  const waiting: Stop[] = [{ path: start, onlyWanted: false }];
  for (let stop = waiting.pop(); stop !== undefined; stop = waiting.pop()) {
    const directory = advice.index.directory(stop.path);
    if (directory === undefined || walked.visited.has(directory.path)) continue;
    walked.visited.add(directory.path);
    if (directory.failure !== undefined) skip(walked, directory.path, 'unreadable', `the folder cannot be listed (${directory.failure})`);
    walked.entries += directory.files.size + directory.directories.size;
    if (walked.entries > advice.maxEntries) {
      skip(walked, directory.path, 'limit', `more than ${advice.maxEntries} files and folders; the rest was not visited`);
      return;
    }
    advice.enter(directory);
    const around: Surroundings = {
      isPackageRoot: directory.path === start || directory.files.has('package.json'),
      siblings: directory,
    };
    for (const name of [...directory.files].sort(byCodeUnits)) takeFile(directory, name, { walked, advice, around, onlyWanted: stop.onlyWanted });
    takeOddities(directory, { walked, advice, around, onlyWanted: stop.onlyWanted }, waiting);
    for (const name of [...directory.directories].sort(byCodeUnits)) {
      const next = judge(directory, name, { walked, advice, around, onlyWanted: stop.onlyWanted });
      if (next !== undefined) waiting.push(next);
    }
  }
}

interface Here {
  readonly walked: Walked;
  readonly advice: WalkAdvice;
  readonly around: Surroundings;
  readonly onlyWanted: boolean;
}

function judge(directory: Directory, name: string, here: Here): Stop | undefined {
  const { walked, advice, around } = here;
  const path = childOf(directory.path, name);
  if (isInvisibleFolder(name)) return undefined;
  if (advice.isIgnored(path)) return void skip(walked, path, 'ignored', 'ignored by the configuration');
  if (here.onlyWanted) return advice.leadsToWanted(path) ? { path, onlyWanted: true } : undefined;
  const isOutput = advice.isOutDir(path) || (isOutputFolder(name, around) && !advice.leadsToPackage(path));
  const leftOut = isOutput
    ? ({ reason: 'build-output', detail: 'a folder of compiled code' } as const)
    : advice.leadsToPackage(path) && (name === 'scripts' || name === 'tools')
      ? undefined
      : judgeFolder(name, around, () => namesIn(advice.index.directory(path)));
  if (leftOut === undefined) return { path, onlyWanted: false };
  // Most such folders hold no code at all, and then there is nothing to report.
  if (name.startsWith('.') && !isOutput && !namesIn(advice.index.directory(path)).some(isSourceName)) return undefined;
  skip(walked, path, leftOut.reason, leftOut.detail);
  if (isOutput) walked.outputs.push(path);
  return advice.leadsToWanted(path) ? { path, onlyWanted: true } : undefined;
}

function namesIn(directory: Directory | undefined): readonly string[] {
  return directory === undefined ? [] : [...directory.files, ...directory.directories];
}

function takeFile(directory: Directory, name: string, here: Here): void {
  if (!isSourceName(name)) return;
  const { walked, advice } = here;
  const path = childOf(directory.path, name);
  if (here.onlyWanted && !advice.isWanted(path)) return;
  if (advice.isIgnored(path)) return skip(walked, path, 'ignored', 'ignored by the configuration');
  const leftOut = advice.isWanted(path) ? undefined : judgeFile(name, here.around);
  if (leftOut !== undefined) return skip(walked, path, leftOut.reason, leftOut.detail);
  addSource(path, walked, advice);
}

/** Adds one source file with its size and time; one that cannot be used is skipped with the reason. */
export function addSource(path: string, walked: Walked, advice: Pick<WalkAdvice, 'index' | 'maxFileSize'>): void {
  const made = sourceFileAt(advice.index, path, advice.maxFileSize);
  if ('reason' in made) walked.skipped.set(path, made);
  else walked.files.set(path, made);
}

/** The source file at a real path, or why it cannot be one. */
export function sourceFileAt(index: DirectoryIndex, path: string, maxFileSize: number): SourceFile | Skipped {
  const absolutePath = join(index.root, path);
  try {
    const { size, mtimeMs } = statSync(absolutePath);
    if (size > maxFileSize) return { path, reason: 'too-large', detail: `${size} bytes, more than ${maxFileSize}` };
    return { path, absolutePath, size, modified: mtimeMs, role: isDeclarationName(path) ? 'declaration' : 'service' };
  } catch (error) {
    return { path, reason: 'unreadable', detail: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` };
  }
}

/** Links and things that are no files: followed inside the root, named otherwise. */
function takeOddities(directory: Directory, here: Here, waiting: Stop[]): void {
  const { walked, advice } = here;
  for (const name of [...directory.others].sort(byCodeUnits)) {
    if (isSourceName(name)) skip(walked, childOf(directory.path, name), 'not-a-file', 'a pipe, socket or device');
  }
  for (const [name, target] of [...directory.links].sort(([a], [b]) => byCodeUnits(a, b))) {
    if (isInvisibleFolder(name)) continue;
    const path = childOf(directory.path, name);
    if (advice.isIgnored(path)) skip(walked, path, 'ignored', 'ignored by the configuration');
    else if (target.is === 'directory') {
      const next = judge(directory, name, here);
      if (next !== undefined) waiting.push({ ...next, path: target.path });
    } else if (target.is === 'file') {
      const isNew = isSourceName(name) && !walked.files.has(target.path);
      if (isNew && judgeFile(name, here.around) === undefined) addSource(target.path, walked, advice);
    } else if (target.is === 'outside') {
      // Where it leads is not looked at: without an extension it can be a folder of sources.
      if (isSourceName(name) || !name.includes('.')) skip(walked, path, 'outside-root', 'a link that leads out of the project');
    } else if (isSourceName(name) && target.is === 'broken') skip(walked, path, 'unreadable', 'a broken link');
    else if (isSourceName(name)) skip(walked, path, 'not-a-file', 'a link to a pipe, socket or device');
  }
}

function skip(walked: Walked, path: string, reason: Skipped['reason'], detail: string): void {
  if (!walked.skipped.has(path)) walked.skipped.set(path, { path, reason, detail });
}
