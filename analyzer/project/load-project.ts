import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createDirectoryIndex } from './directory-index.js';
import { createPackageSet } from './package-set.js';
import { createVersionFinder, type VersionFinder } from './find-version.js';
import { findDeployments } from './find-deployments.js';
import { findSchemas, type SchemaText } from './find-schemas.js';
import { findScope } from './find-scope.js';
import { gatherFiles, type Gathered } from './gather-files.js';
import { readDeployments, type Deployments } from './read-deployments.js';
import { readSource, type SourceLimits } from './read-source.js';
import { createTsConfigSet } from './tsconfig-set.js';
import { byCodeUnits, insideRoot, joinInside } from './relative-path.js';
import { createResolver } from './resolve-import.js';
import type { Note, Project } from './types.js';
import { UserError } from './user-error.js';
import { sourceFileAt } from './walk-tree.js';

/** What to load and how much of it is bearable. */
export interface LoadOptions {
  /** Where relative paths and globs start. */
  readonly cwd: string;
  /** A tsconfig whose `paths` go before those of the nearest one. */
  readonly tsconfig?: string;
  /** Globs of what is left out, relative to `cwd` or to the root. */
  readonly ignore?: readonly string[];
  /** Globs of files that are analysed although their names look like tests, scripts or output. */
  readonly include?: readonly string[];
  readonly maxFileSize?: number;
  readonly maxLineLength?: number;
  readonly maxDepth?: number;
  /** Files and folders visited at most. */
  readonly maxEntries?: number;
  /** Texts of open files by project-relative path, as they are not yet on disk; asked whenever a file is read. */
  readonly unsaved?: UnsavedTexts;
}

/** What an editor holds. */
export type UnsavedTexts = Pick<ReadonlyMap<string, string>, 'get'>;

const MAX_FILE_SIZE = 2_000_000;
const MAX_LINE_LENGTH = 200_000;
const MAX_DEPTH = 20_000;
const MAX_ENTRIES = 200_000;
const MAX_DATA_SIZE = 64_000_000;

/** Finds the files of a service and how their imports resolve, without reading any source. */
export function loadProject(paths: readonly string[], options: LoadOptions): Project {
  // 1. What was asked for.
  const scope = findScope(paths, options);
  const index = createDirectoryIndex(scope.root);
  const notes: Note[] = [];
  const readText = (path: string): string | undefined => readInside(scope.root, path, MAX_DATA_SIZE);

  // 2. The packages and settings around it.
  const packages = createPackageSet({ index, notes, readText, lockedOf: (manifest) => versions.lockedOf(manifest) });
  const configs = createTsConfigSet({ index, notes, readText, packages, ...(scope.tsconfig === undefined ? {} : { named: scope.tsconfig }) });
  const versions: VersionFinder = createVersionFinder({ index, ...packages, readText });

  // 3. The files.
  const maxFileSize = options.maxFileSize ?? MAX_FILE_SIZE;
  const gathered = gatherFiles(scope, { index, packages, configs, maxFileSize, maxEntries: options.maxEntries ?? MAX_ENTRIES, options });
  if (gathered.files.length + gathered.skipped.length === 0) throw nothingToAnalyse(paths);

  // 4. The answers that are given later, on demand.
  const limits: SourceLimits = { maxFileSize, maxLineLength: options.maxLineLength ?? MAX_LINE_LENGTH, maxDepth: options.maxDepth ?? MAX_DEPTH };
  const resolve = createResolver({ index, configsFor: configs.configsFor, configsOf: configs.configsOf, ...packages });
  let deployments: Deployments | undefined;
  let schemas: readonly SchemaText[] | undefined;
  const known = new Map(gathered.files.map((file) => [file.path, file]));
  return {
    root: scope.root,
    scope: [...scope.folders, ...scope.files].sort(byCodeUnits),
    files: gathered.files,
    manifests: manifestsOf(gathered, packages),
    skipped: gathered.skipped,
    notes,
    configurations: [...configs.readSoFar()].sort(byCodeUnits),
    resolve: (specifier, fromPath) => resolve(specifier, fromPath),
    read: (file) => readSource(file, limits, { notes, isWanted: gathered.isWanted(file.path), unsaved: options.unsaved?.get(file.path) }),
    readData: (path) => readInside(scope.root, path, maxFileSize),
    versionOf: versions.versionOf,
    deployments: () => (deployments ??= readDeployments(findDeployments(index, ['', ...gathered.packageFolders]), (path) => readInside(scope.root, path, maxFileSize))),
    schemas: () => (schemas ??= findSchemas(index).flatMap((path) => {
      const text = readInside(scope.root, path, maxFileSize);
      return text === undefined ? [] : [{ path, text }];
    })),
    fileAt(path) {
      const file = known.get(path);
      if (file !== undefined || index.locate(path) !== path) return file;
      const made = sourceFileAt(index, path, maxFileSize);
      return 'reason' in made ? undefined : made;
    },
  };
}

function nothingToAnalyse(paths: readonly string[]): UserError {
  const asked = paths.length === 0 ? 'The current folder' : paths.join(', ');
  return new UserError(`${asked} holds no TypeScript or JavaScript file`, 'Give the folder of a service, or its tsconfig.json.');
}

function manifestsOf(gathered: Gathered, packages: ReturnType<typeof createPackageSet>): Project['manifests'] {
  return gathered.packageFolders.flatMap((folder) => packages.packageAt(folder)?.manifest ?? []);
}

/** The text of a file whose real path lies inside the root; undefined when absent, elsewhere or too large. */
function readInside(root: string, path: string, maxSize: number): string | undefined {
  const inside = joinInside('', path);
  if (inside === undefined || inside === '' || path.includes('\0')) return undefined;
  try {
    const real = realpathSync(join(root, inside));
    if (insideRoot(root, real) === undefined) return undefined;
    const stat = statSync(real);
    if (!stat.isFile() || stat.size > maxSize) return undefined;
    return readFileSync(real, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
