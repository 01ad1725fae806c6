import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectoryIndex } from './directory-index.js';
import { parseYaml, yamlSection } from './find-workspaces.js';
import { asRecord, memberOf, parseJson, stringOf, type JsonRecord } from './read-json.js';
import type { LocalPackage } from './read-manifest.js';
import { childOf, foldersUpFrom, insideRoot, isWithin, joinInside, parentOf } from './relative-path.js';
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

const PACKAGE_NAME = /^(?:@[\w.~-]+\/)?[\w][\w.~-]*$/;

/** Makes the finder behind `Project.versionOf`. */
export function createVersionFinder(context: Context): VersionFinder {
  const texts = new Map<string, string>();
  const catalogs = new Map<string, JsonRecord | undefined>();
  const answers = new Map<string, string | undefined>();

  function lockfileText(path: string): string {
    let text = texts.get(path);
    if (text === undefined) texts.set(path, (text = (context.readText(path) ?? '').replaceAll('\r\n', '\n')));
    return text;
  }

  function locked(name: string, range: string, directory: string): string | undefined {
    for (const folder of foldersUpFrom(directory)) {
      for (const fileName of LOCKFILE_NAMES) {
        const path = childOf(folder, fileName);
        if (context.index.locate(path) === undefined) continue;
        const relative = folder === '' ? directory : directory.slice(folder.length + 1);
        const version = scanLockfile(fileName, lockfileText(path), { name, range, folder: relative });
        if (version !== undefined) return version;
      }
    }
    return undefined;
  }

  function exactOf(name: string, written: string, directory: string): string | undefined {
    const installed = installedVersion(context, name, directory);
    if (installed !== undefined) return installed;
    const local = context.packageNamed(name, context.packageAt(directory));
    if (local !== undefined && local.directory !== directory) return local.version;
    return locked(name, written, directory);
  }

  function catalogRange(name: string, written: string, directory: string): string {
    if (!written.startsWith('catalog:')) return written;
    for (const folder of foldersUpFrom(directory)) {
      const path = childOf(folder, 'pnpm-workspace.yaml');
      if (context.index.locate(path) === undefined) continue;
      if (!catalogs.has(path)) catalogs.set(path, catalogsOf(context.readText(path) ?? ''));
      const yaml = catalogs.get(path);
      const catalog = written.slice('catalog:'.length).trim();
      const named = asRecord(memberOf(asRecord(memberOf(yaml, 'catalogs')), catalog === '' ? 'default' : catalog));
      const range = stringOf(named, name) ?? (catalog === '' || catalog === 'default' ? stringOf(asRecord(memberOf(yaml, 'catalog')), name) : undefined);
      if (range !== undefined) return range;
    }
    return written;
  }

  function find(name: string, folder: string): string | undefined {
    if (!PACKAGE_NAME.test(name)) return undefined;
    for (const each of foldersUpFrom(folder)) {
      const manifest = context.packageAt(each)?.manifest;
      if (manifest === undefined || !Object.hasOwn(manifest.dependencies, name)) continue;
      const written = manifest.dependencies[name] as string;
      const range = catalogRange(name, written, each);
      return exactOf(name, range, each) ?? range.replace(/^(?:npm:(?:@?[^@]+@)?|workspace:)/, '');
    }
    // Used without being declared, as a dependency of a dependency: known when the lockfile has only one.
    return installedVersion(context, name, folder) ?? locked(name, '', context.ownerOf(folder)?.directory ?? '');
  }

  return {
    versionOf(packageName, fromPath) {
      const folder = parentOf(fromPath);
      const key = `${packageName}\n${folder}`;
      if (!answers.has(key)) answers.set(key, find(packageName, folder));
      return answers.get(key);
    },
    lockedOf(manifest) {
      const versions: Record<string, string> = Object.create(null);
      for (const [name, written] of Object.entries(manifest.dependencies)) {
        const exact = PACKAGE_NAME.test(name) ? exactOf(name, catalogRange(name, written, manifest.directory), manifest.directory) : undefined;
        if (exact !== undefined) versions[name] = exact;
      }
      return versions;
    },
  };
}

function catalogsOf(pnpmWorkspace: string): JsonRecord {
  return { ...parseYaml(yamlSection(pnpmWorkspace, 'catalog')), ...parseYaml(yamlSection(pnpmWorkspace, 'catalogs')) };
}

/** The version in the nearest node_modules below the root. */
function installedVersion(context: Context, name: string, directory: string): string | undefined {
  for (const folder of foldersUpFrom(directory)) {
    if (context.index.directory(folder)?.directories.has('node_modules') !== true) continue;
    const path = joinInside(folder, `node_modules/${name}/package.json`) as string;
    const text = isReallyInside(context.index.root, path) ? context.readText(path) : undefined;
    const version = text === undefined ? undefined : stringOf(parseJson(text, path, []), 'version');
    if (version !== undefined) return version;
  }
  return undefined;
}

function isReallyInside(root: string, path: string): boolean {
  try {
    const real = insideRoot(root, realpathSync(join(root, path)));
    return real !== undefined && isWithin(real, '');
  } catch {
    return false;
  }
}
