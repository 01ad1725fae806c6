/** What is looked up in a lockfile: a direct dependency of one workspace folder. */
export interface LockQuery {
  readonly name: string;
  /** The range in the manifest, '' when it is not declared there. */
  readonly range: string;
  /** The manifest's folder as seen from the lockfile, '' beside it. */
  readonly folder: string;
}

/** The names of the lockfiles that are understood, in the order they are asked. */
export const LOCKFILE_NAMES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'] as const;

/** The exact version of a direct dependency, found by scanning for it: lockfiles are too large to parse for one line. */
export function scanLockfile(fileName: string, text: string, query: LockQuery): string | undefined {
  if (fileName === 'pnpm-lock.yaml') return query.range === '' ? scanPnpmPackages(text, query.name) : scanPnpm(text, query);
  if (fileName === 'yarn.lock') return scanYarn(text, query);
  return scanNpm(text, query);
}

function scanNpm(text: string, { name, folder }: LockQuery): string | undefined {
  const keys = folder === '' ? [`node_modules/${name}`] : [`${folder}/node_modules/${name}`, `node_modules/${name}`];
  for (const key of keys) {
    const entry = new RegExp(`"${escape(key)}"\\s*:\\s*\\{[^{}]*?"version"\\s*:\\s*"([^"]+)"`).exec(text);
    if (entry !== null) return entry[1];
  }
  return scanNestedNpm(text, name);
}

/** Version 1 nests: of several entries the least indented one is the direct dependency. */
function scanNestedNpm(text: string, name: string): string | undefined {
  const entry = /:\s*\{\s*"version"\s*:\s*"([^"]+)"/y;
  const key = JSON.stringify(name);
  let best: { readonly indent: number; readonly version: string } | undefined;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    entry.lastIndex = at + key.length;
    const version = entry.exec(text)?.[1];
    const indent = at - text.lastIndexOf('\n', at);
    if (version !== undefined && (best === undefined || indent < best.indent)) best = { indent, version };
  }
  return best?.version;
}

function scanPnpm(text: string, { name, folder }: LockQuery): string | undefined {
  const importers = /^importers:\s*$/m.exec(text);
  const sections = importers === null ? text : sectionOf(text, importers.index + importers[0].length, 0);
  const wanted = folder === '' ? '.' : folder;
  const header = importers === null ? null : new RegExp(`^ {2}(['"]?)${escape(wanted)}\\1:[ \\t]*$`, 'm').exec(sections);
  if (importers !== null && header === null) return undefined;
  const section = header === null ? sections : sectionOf(sections, header.index + header[0].length, 2);
  const indent = importers === null ? 2 : 6;
  const entry = new RegExp(`^ {${indent}}(['"]?)${escape(name)}\\1:[ \\t]*(.*)$`, 'gm');
  for (const match of section.matchAll(entry)) {
    const inline = match[2] as string;
    const version = inline !== '' ? inline : /^\s+version:[ \t]*(.*)$/m.exec(sectionOf(section, match.index + match[0].length, indent))?.[1];
    const exact = /^['"]?(?:@?[^@'"\s(_]+@)?(\d+\.\d+[^\s'"(_/]*)/.exec(version ?? '')?.[1];
    // `specifiers:` of the old format lists ranges under the same names.
    if (exact !== undefined && !isUnderSpecifiers(section, match.index)) return exact;
  }
  return undefined;
}

/** The version of a package that the lockfile has only once. */
function scanPnpmPackages(text: string, name: string): string | undefined {
  const versions = new Set<string>();
  for (const match of text.matchAll(new RegExp(`^ {2}['"]?/?${escape(name)}[@/](\\d+\\.\\d+[^\\s'"(_/:]*)['"(_:]`, 'gm'))) versions.add(match[1] as string);
  return versions.size === 1 ? [...versions][0] : undefined;
}

function isUnderSpecifiers(section: string, at: number): boolean {
  const headers = section.slice(0, at).match(/^ *(?:specifiers|dependencies|devDependencies|optionalDependencies):\s*$/gm);
  return headers?.at(-1)?.includes('specifiers') ?? false;
}

/** The lines after a position that are indented deeper. */
function sectionOf(text: string, from: number, indent: number): string {
  const end = new RegExp(`^ {0,${indent}}[^\\s#]`, 'gm');
  end.lastIndex = from;
  return text.slice(from, end.exec(text)?.index ?? text.length);
}

function scanYarn(text: string, { name, range }: LockQuery): string | undefined {
  const descriptors = new Set([`${name}@${range}`, `${name}@npm:${range}`]);
  const versions = new Set<string>();
  for (let at = text.indexOf(`${name}@`); at >= 0; at = text.indexOf(`${name}@`, at + 1)) {
    const before = text[at - 1];
    if (before !== undefined && before !== '\n' && before !== '"' && before !== ' ') continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const header = text.slice(start, end < 0 ? text.length : end);
    if (header.startsWith(' ') || header.startsWith('#') || !header.trimEnd().endsWith(':')) continue;
    const version = /^\s+version:? "?([^"\s]+)"?/.exec(text.slice(start + header.length + 1, start + header.length + 200))?.[1];
    if (version === undefined || version.includes('use.local')) continue;
    const listed = header.trimEnd().slice(0, -1).replaceAll('"', '').split(/,\s*/);
    if (listed.some((descriptor) => descriptors.has(descriptor) || descriptors.has(withoutPatch(descriptor)))) return version;
    if (listed.some((descriptor) => descriptor.startsWith(`${name}@`))) versions.add(version);
  }
  return versions.size === 1 ? [...versions][0] : undefined;
}

function withoutPatch(descriptor: string): string {
  return descriptor.replace(/^(.+?)@patch:.*?@npm%3A(.*?)#.*$/, '$1@npm:$2');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
