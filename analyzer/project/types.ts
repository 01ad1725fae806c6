import type { SchemaText } from './find-schemas.js';
import type { Deployments } from './read-deployments.js';

/** A source file of the analysed project, as found on disk. */
export interface SourceFile {
  /** Project-relative, `/`-separated, real path. */
  readonly path: string;
  /** Where it can be read. */
  readonly absolutePath: string;
  readonly size: number;
  /** Modification time in ms since the epoch. */
  readonly modified: number;
  /** `service` is analysed and reported; `declaration` only answers questions about types. */
  readonly role: 'service' | 'declaration';
}

/** Something that was left out of the analysis, never silently. `path` is project-relative. */
export interface Skipped {
  readonly path: string;
  readonly reason:
    | 'unreadable' | 'too-large' | 'minified' | 'too-deep' | 'binary' | 'not-utf8' | 'outside-root' | 'not-a-file'
    | 'test' | 'script' | 'generated' | 'build-output' | 'ignored' | 'time' | 'limit' | 'internal-error';
  readonly detail: string;
}

/** A remark on the input that loses nothing: a syntax error, a tsconfig that cannot be read. */
export interface Note {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** Where an import leads. `package` names the npm package (or `node:fs`) and the rest of the specifier. */
export type Resolution =
  | { readonly is: 'file'; readonly path: string }
  | { readonly is: 'package'; readonly name: string; readonly subpath: string }
  | { readonly is: 'json'; readonly path: string }
  /** `asset`: the file is there, but it is no code (a style sheet, a picture). */
  | { readonly is: 'unresolved'; readonly why: string; readonly asset?: true };

/** One package.json of the project (the root's or a workspace's). `directory` is project-relative, '' for the root. */
export interface PackageManifest {
  readonly directory: string;
  readonly name?: string;
  /** Version ranges by dependency name, all dependency kinds merged. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Names of those that are declared for development only. */
  readonly development: readonly string[];
  /** Exact versions from a lockfile or an installed node_modules, where there is one. */
  readonly locked: Readonly<Record<string, string>>;
  readonly bin: readonly string[];
  readonly main?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly type: 'module' | 'commonjs';
}

/** A loaded project: which files there are and how their imports resolve. Reads no syntax. */
export interface Project {
  /** Absolute real path. Everything reported is relative to it. */
  readonly root: string;
  /** What was asked for, project-relative: folders and files. Other files are there because these depend on them. */
  readonly scope?: readonly string[];
  readonly files: readonly SourceFile[];
  readonly manifests: readonly PackageManifest[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly Note[];
  /** tsconfig files used, project-relative. */
  readonly configurations: readonly string[];
  /** Resolves an import. Never throws, never leaves the roots. Memoised per directory. */
  resolve(specifier: string, fromPath: string): Resolution;
  /** The file's text, decoded; throws `SkipError` with a `Skipped` where it cannot be used. */
  read(file: SourceFile): string;
  /** A data file of the project by project-relative path (JSON, YAML), undefined when absent, too large or outside. */
  readData(path: string): string | undefined;
  /** Version of a package as seen from a file: exact when known, else the declared range. */
  versionOf(packageName: string, fromPath: string): string | undefined;
  /** What the manifests of platforms say about how it is run. */
  deployments?(): Deployments;
  /** Files that say what the tables are: data models, statements, migrations. */
  schemas?(): readonly SchemaText[];
  /** A file that `resolve` led to although it is not among `files` (a script, generated code, a package not depended on). */
  fileAt?(path: string): SourceFile | undefined;
}
