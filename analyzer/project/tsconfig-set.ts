import type { DirectoryIndex } from './directory-index.js';
import type { PackageSet } from './package-set.js';
import { createTsConfigReader, type TsConfig } from './read-tsconfig.js';
import { byCodeUnits, childOf, foldersUpFrom } from './relative-path.js';
import type { Note } from './types.js';

/** The tsconfigs of the project by folder. */
export interface TsConfigSet {
  /** Those in a folder: `tsconfig.json` first, then what it references there, then its variants. */
  readonly configsOf: (directory: string) => readonly TsConfig[];
  /** Those that settle the imports of a folder, nearest first. */
  readonly configsFor: (folder: string) => readonly TsConfig[];
  readonly readSoFar: () => readonly string[];
}

interface Context {
  readonly index: DirectoryIndex;
  readonly notes: Note[];
  readonly readText: (path: string) => string | undefined;
  readonly packages: PackageSet;
  /** A tsconfig named by the user. */
  readonly named?: string;
}

const CONFIG_NAME = /^(?:ts|js)config(?:[.-][\w.-]+)?\.json$/;
const FOR_TOOLS = /[.-](?:specs?|tests?|e2e|cypress|playwright|eslint|lint|storybook|jest|vitest|typedoc)\b/;

/** Makes the set: files are read when their folder is entered or asked about. */
export function createTsConfigSet(context: Context): TsConfigSet {
  const reader = createTsConfigReader({
    ...context,
    packageFolder: (name) => context.packages.packageNamed(name, undefined)?.directory,
  });
  const inFolder = new Map<string, readonly TsConfig[]>();
  const forFolder = new Map<string, readonly TsConfig[]>();

  function configsOf(directory: string): readonly TsConfig[] {
    let configs = inFolder.get(directory);
    if (configs === undefined) inFolder.set(directory, (configs = readFolder(directory)));
    return configs;
  }

  function readFolder(directory: string): readonly TsConfig[] {
    const files = [...(context.index.directory(directory)?.files ?? [])];
    const names = files.filter((name) => CONFIG_NAME.test(name) && !FOR_TOOLS.test(name)).sort(byCodeUnits);
    const rank = (name: string): number => (name === 'tsconfig.json' ? 0 : name === 'jsconfig.json' ? 1 : 2);
    names.sort((a, b) => rank(a) - rank(b));
    return names.flatMap((name) => reader.read(childOf(directory, name)) ?? []);
  }

  function configsFor(folder: string): readonly TsConfig[] {
    let configs = forFolder.get(folder);
    if (configs === undefined) {
      const named = context.named === undefined ? undefined : reader.read(context.named);
      const nearest = foldersUpFrom(folder).flatMap(configsOf);
      forFolder.set(folder, (configs = named === undefined ? nearest : [named, ...nearest]));
    }
    return configs;
  }

  return { configsOf, configsFor, readSoFar: reader.readSoFar };
}
