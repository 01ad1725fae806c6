import { asRecord, memberOf, parseJson, stringMembersOf, stringOf, type JsonRecord } from './read-json.js';
import { childOf } from './relative-path.js';
import type { Note, PackageManifest } from './types.js';

/** A package.json with the fields that only resolution needs. */
export interface LocalPackage {
  readonly directory: string;
  readonly name?: string;
  readonly version?: string;
  readonly manifest: PackageManifest;
  readonly entries: readonly string[];
  readonly exports: unknown;
  readonly imports: JsonRecord | undefined;
  /** The names that the package `module-alias` gives to folders, written like `imports`. */
  readonly aliases: JsonRecord;
  /** Globs of workspace packages declared here. */
  readonly workspaces: readonly string[];
}

const DEPENDENCY_KINDS = ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies'] as const;
const ENTRY_FIELDS = ['source', 'module', 'main', 'types', 'typings'] as const;

/** Turns the text of a package.json into plain data; undefined, with a note, when it is not JSON. */
export function readManifest(
  text: string,
  directory: string,
  context: { readonly notes: Note[]; readonly lockedOf: (manifest: PackageManifest) => Readonly<Record<string, string>> },
): LocalPackage | undefined {
  const json = parseJson(text, childOf(directory, 'package.json'), context.notes);
  if (json === undefined) return undefined;
  const name = stringOf(json, 'name');
  const version = stringOf(json, 'version');
  return {
    directory,
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    manifest: manifestOf(json, directory, context.lockedOf),
    entries: ENTRY_FIELDS.flatMap((field) => stringOf(json, field) ?? []),
    exports: memberOf(json, 'exports'),
    imports: asRecord(memberOf(json, 'imports')),
    aliases: aliasesOf(stringMembersOf(memberOf(json, '_moduleAliases'))),
    workspaces: workspaceGlobsOf(memberOf(json, 'workspaces')),
  };
}

function manifestOf(
  json: JsonRecord,
  directory: string,
  lockedOf: (manifest: PackageManifest) => Readonly<Record<string, string>>,
): PackageManifest {
  const name = stringOf(json, 'name');
  const main = stringOf(json, 'main');
  const dependencies: Record<string, string> = Object.create(null);
  for (const kind of DEPENDENCY_KINDS) Object.assign(dependencies, stringMembersOf(memberOf(json, kind)));
  const deployed = new Set(DEPENDENCY_KINDS.filter((kind) => kind !== 'devDependencies').flatMap((kind) => Object.keys(stringMembersOf(memberOf(json, kind)))));
  let locked: Readonly<Record<string, string>> | undefined;
  return {
    directory,
    ...(name === undefined ? {} : { name }),
    dependencies,
    development: Object.keys(stringMembersOf(memberOf(json, 'devDependencies'))).filter((dependency) => !deployed.has(dependency)),
    // A lockfile can have a hundred thousand lines: it is read when somebody asks.
    get locked() {
      return (locked ??= lockedOf(this));
    },
    bin: binOf(memberOf(json, 'bin')),
    ...(main === undefined ? {} : { main }),
    scripts: stringMembersOf(memberOf(json, 'scripts')),
    type: stringOf(json, 'type') === 'module' ? 'module' : 'commonjs',
  };
}

function aliasesOf(folders: Readonly<Record<string, string>>): JsonRecord {
  const aliases: Record<string, string> = Object.create(null);
  for (const [name, folder] of Object.entries(folders)) {
    const target = folder.startsWith('.') ? folder : `./${folder}`;
    aliases[name] = target;
    aliases[`${name}/*`] = `${target.replace(/\/$/, '')}/*`;
  }
  return aliases;
}

function binOf(bin: unknown): readonly string[] {
  return typeof bin === 'string' ? [bin] : Object.values(stringMembersOf(bin));
}

function workspaceGlobsOf(workspaces: unknown): readonly string[] {
  const globs = Array.isArray(workspaces) ? workspaces : memberOf(asRecord(workspaces), 'packages');
  return Array.isArray(globs) ? globs.filter((glob): glob is string => typeof glob === 'string') : [];
}
