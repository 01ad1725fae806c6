import type { DirectoryIndex } from './directory-index.js';
import { expandWorkspace, workspaceGlobsOf } from './find-workspaces.js';
import { readManifest, type LocalPackage } from './read-manifest.js';
import { childOf, foldersUpFrom, joinInside } from './relative-path.js';
import type { Note, PackageManifest } from './types.js';

/** The packages of the project by folder and by name. */
export interface PackageSet {
  readonly packageAt: (directory: string) => LocalPackage | undefined;
  /** The package that a folder belongs to. */
  readonly ownerOf: (folder: string) => LocalPackage | undefined;
  /** The local package that a name means to an importer; undefined when it comes from the registry. */
  readonly packageNamed: (name: string, importer: LocalPackage | undefined) => LocalPackage | undefined;
  /** Reads the workspace declared at a folder, if any. */
  readonly openWorkspace: (folder: string) => void;
  /** Whether a folder is a workspace package or holds some. */
  readonly leadsToPackage: (folder: string) => boolean;
}

interface Context {
  readonly index: DirectoryIndex;
  readonly notes: Note[];
  readonly readText: (path: string) => string | undefined;
  readonly lockedOf: (manifest: PackageManifest) => Readonly<Record<string, string>>;
}

const LOCAL_RANGE = /^(?:file|link|portal):(.*)$/;

/** Makes the set: manifests are read once each, when their folder matters. */
export function createPackageSet(context: Context): PackageSet {
  const { index } = context;
  const byFolder = new Map<string, LocalPackage | undefined>();
  const byName = new Map<string, LocalPackage>();
  const opened = new Set<string>();
  const onTheWay = new Set<string>();

  function packageAt(directory: string): LocalPackage | undefined {
    if (!byFolder.has(directory)) byFolder.set(directory, loadManifest(directory, context));
    return byFolder.get(directory);
  }

  function openWorkspace(folder: string): void {
    if (opened.has(folder)) return;
    opened.add(folder);
    const globs = globsAt(folder, packageAt(folder), context);
    if (globs.length === 0) return;
    for (const member of [folder, ...expandWorkspace(index, folder, globs)]) {
      const local = packageAt(member);
      // The root is no dependency of its members: under its name they get what the registry has.
      if (member !== folder && local?.name !== undefined && !byName.has(local.name)) byName.set(local.name, local);
      for (const above of foldersUpFrom(member)) onTheWay.add(above);
    }
  }

  function packageNamed(name: string, importer: LocalPackage | undefined): LocalPackage | undefined {
    const dependencies = importer?.manifest.dependencies ?? {};
    const range = Object.hasOwn(dependencies, name) ? dependencies[name] : undefined;
    const member = byName.get(name);
    if (member !== undefined && !isFromRegistry(range, member.version)) return member;
    if (importer?.name === name && range === undefined) return importer;
    const target = LOCAL_RANGE.exec(range ?? '')?.[1];
    const folder = importer === undefined || target === undefined ? undefined : joinInside(importer.directory, target);
    return folder === undefined ? undefined : packageAt(folder);
  }

  function ownerOf(folder: string): LocalPackage | undefined {
    const directory = foldersUpFrom(folder).find((each) => packageAt(each) !== undefined);
    return directory === undefined ? undefined : packageAt(directory);
  }

  return { packageAt, ownerOf, packageNamed, openWorkspace, leadsToPackage: (folder) => onTheWay.has(folder) };
}

function loadManifest(directory: string, context: Context): LocalPackage | undefined {
  const path = context.index.locate(childOf(directory, 'package.json'));
  const text = path === undefined ? undefined : context.readText(path);
  return text === undefined ? undefined : readManifest(text, directory, context);
}

function globsAt(folder: string, local: LocalPackage | undefined, context: Context): readonly string[] {
  const textOf = (name: string): string | undefined => {
    const path = context.index.locate(childOf(folder, name));
    return path === undefined ? undefined : context.readText(path);
  };
  return workspaceGlobsOf({
    manifestGlobs: local?.workspaces ?? [],
    pnpmWorkspace: textOf('pnpm-workspace.yaml'),
    lerna: textOf('lerna.json'),
  });
}

/** Whether a range cannot mean the workspace package of that name: another major version, or a catalog entry. */
function isFromRegistry(range: string | undefined, localVersion: string | undefined): boolean {
  if (range === undefined || localVersion === undefined) return false;
  if (range.startsWith('catalog:') || range.startsWith('npm:')) return true;
  const wanted = /^[~^]?(\d+)\./.exec(range)?.[1];
  return wanted !== undefined && wanted !== /^\d+/.exec(localVersion)?.[0];
}
