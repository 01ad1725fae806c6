import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectoryIndex } from './directory-index.js';
import { parseYaml, yamlSection } from './find-workspaces.js';
import { asRecord, memberOf, parseJson, stringOf, type JsonRecord } from './read-json.js';
import type { LocalPackage } from './read-manifest.js';
import { childOf, foldersUpFrom, insideRoot, parentOf } from './relative-path.js';
import { LOCKFILE_NAMES, scanLockfile } from './scan-lockfile.js';
import type { PackageManifest } from './types.js';

/** Finds versions of packages; reads lockfiles and installed manifests only when asked. */
export interface VersionFinder {
  versionOf(packageName: string, fromPath: string): string | undefined;
  /** Exact versions of the direct dependencies of a manifest. */
  lockedOf(manifest: PackageManifest): Readonly<Record<string, string>>;
}

interface Context {
  readonly index: DirectoryIndex;
  readonly packageAt: (directory: string) => LocalPackage | undefined;
  readonly ownerOf: (folder: string) => LocalPackage | undefined;
  readonly packageNamed: (name: string, importer: LocalPackage | undefined) => LocalPackage | undefined;
  readonly readText: (path: string) => string | undefined;
}

interface Sources extends Context {
  /** Texts of lockfiles by path. */
  readonly lockfiles: Map<string, string>;
  /** The catalogs of pnpm-workspace.yaml files by path. */
  readonly catalogs: Map<string, JsonRecord>;
}

/** A package as one folder asks for it. */
interface Wanted {
  readonly name: string;
  /** The range as far as it is known, '' for an undeclared package. */
  readonly range: string;
  readonly directory: string;
}

const PACKAGE_NAME = /^(?:@[\w.~-]+\/)?[\w][\w.~-]*$/;

/** Makes the finder behind `Project.versionOf`. */
export function createVersionFinder(context: Context): VersionFinder {
  const sources: Sources = { ...context, lockfiles: new Map(), catalogs: new Map() };
  const answers = new Map<string, string | undefined>();
  return {
    versionOf(packageName, fromPath) {
      const folder = parentOf(fromPath);
      const key = `${packageName}\n${folder}`;
      if (!answers.has(key)) answers.set(key, findVersion(sources, packageName, folder));
      return answers.get(key);
    },
    lockedOf(manifest) {
      const versions: Record<string, string> = Object.create(null);
      for (const [name, written] of Object.entries(manifest.dependencies)) {
        if (!PACKAGE_NAME.test(name)) continue;
        const { directory } = manifest;
        const exact = findExact(sources, { name, range: rangeOf(sources, { name, range: written, directory }), directory });
        if (exact !== undefined) versions[name] = exact;
      }
      return versions;
    },
  };
}

function findVersion(sources: Sources, name: string, folder: string): string | undefined {
  if (!PACKAGE_NAME.test(name)) return undefined;
  for (const directory of foldersUpFrom(folder)) {
    const dependencies = sources.packageAt(directory)?.manifest.dependencies;
    if (dependencies === undefined || !Object.hasOwn(dependencies, name)) continue;
    const range = rangeOf(sources, { name, range: dependencies[name] as string, directory });
    return findExact(sources, { name, range, directory }) ?? range.replace(/^(?:npm:(?:@?[^@]+@)?|workspace:)/, '');
  }
  // Used without being declared, as a dependency of a dependency: known when the lockfile has only one.
  return findInstalled(sources, name, folder) ?? findLocked(sources, { name, range: '', directory: sources.ownerOf(folder)?.directory ?? '' });
}

function findExact(sources: Sources, wanted: Wanted): string | undefined {
  const installed = findInstalled(sources, wanted.name, wanted.directory);
  if (installed !== undefined) return installed;
  const local = sources.packageNamed(wanted.name, sources.packageAt(wanted.directory));
  return local !== undefined && local.directory !== wanted.directory ? local.version : findLocked(sources, wanted);
}

/** The version in the nearest node_modules below the root. */
function findInstalled(sources: Sources, name: string, directory: string): string | undefined {
  for (const folder of foldersUpFrom(directory)) {
    if (sources.index.directory(folder)?.directories.has('node_modules') !== true) continue;
    const path = childOf(folder, `node_modules/${name}/package.json`);
    const text = isReallyInside(sources.index.root, path) ? sources.readText(path) : undefined;
    const version = text === undefined ? undefined : stringOf(parseJson(text, path, []), 'version');
    if (version !== undefined) return version;
  }
  return undefined;
}

function isReallyInside(root: string, path: string): boolean {
  try {
    return insideRoot(root, realpathSync(join(root, path))) !== undefined;
  } catch {
    return false;
  }
}

function findLocked(sources: Sources, { name, range, directory }: Wanted): string | undefined {
  for (const folder of foldersUpFrom(directory)) {
    for (const fileName of LOCKFILE_NAMES) {
      const path = childOf(folder, fileName);
      if (sources.index.locate(path) === undefined) continue;
      const relative = folder === '' ? directory : directory.slice(folder.length + 1);
      const version = scanLockfile(fileName, lockfileText(sources, path), { name, range, folder: relative });
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

function lockfileText(sources: Sources, path: string): string {
  let text = sources.lockfiles.get(path);
  if (text === undefined) sources.lockfiles.set(path, (text = (sources.readText(path) ?? '').replaceAll('\r\n', '\n')));
  return text;
}

/** The range behind a `catalog:` reference of pnpm; any other range as it is written. */
function rangeOf(sources: Sources, { name, range, directory }: Wanted): string {
  if (!range.startsWith('catalog:')) return range;
  const catalog = range.slice('catalog:'.length).trim() || 'default';
  for (const folder of foldersUpFrom(directory)) {
    const path = childOf(folder, 'pnpm-workspace.yaml');
    if (sources.index.locate(path) === undefined) continue;
    const all = catalogsAt(sources, path);
    const named = stringOf(asRecord(memberOf(asRecord(memberOf(all, 'catalogs')), catalog)), name);
    const found = named ?? (catalog === 'default' ? stringOf(asRecord(memberOf(all, 'catalog')), name) : undefined);
    if (found !== undefined) return found;
  }
  return range;
}

function catalogsAt(sources: Sources, path: string): JsonRecord {
  let catalogs = sources.catalogs.get(path);
  if (catalogs === undefined) {
    const text = sources.readText(path) ?? '';
    catalogs = { ...parseYaml(yamlSection(text, 'catalog')), ...parseYaml(yamlSection(text, 'catalogs')) };
    sources.catalogs.set(path, catalogs);
  }
  return catalogs;
}
