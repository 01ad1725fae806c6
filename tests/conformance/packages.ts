import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '#catalog/schema.js';
import { isBuiltIn, RUNTIMES } from './check-typings.js';

/** The packages that a library's rows speak of: its own and those of its further modules. */
export function packagesOf(library: Library): readonly string[] {
  const names = [library.package, ...(library.modules ?? [])].map((specifier) => packageOf(specifier.replace(/^(@aws-sdk\/client-)\*$/, '$1s3')));
  return [...new Set(names)].filter((name) => !isBuiltIn(name) && !name.includes('*') && !name.includes(':') && name !== 'bun');
}

/** Brings the lock file in line with package.json, which is written from the rows; says whether it was not. */
export function lock(folder: string): boolean {
  const { packages = {} } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages?: Record<string, { dependencies?: Record<string, string> }> };
  const locked = packages['']?.dependencies ?? {};
  const pinned = pinnedIn(folder);
  const isSame = Object.keys({ ...locked, ...pinned }).every((name) => locked[name] === pinned[name]);
  if (!isSame) npm(folder, ['install', '--package-lock-only']);
  return !isSame;
}

/** Pins, for the runs, packages that a run imports, or a row shows something of, and that are pinned for the typings alone. */
export function pinForRuns(runs: string, folder: string, libraries: readonly Library[]): readonly string[] {
  const [forRuns, forTypings, text] = [pinnedIn(runs), pinnedIn(folder), runsIn(runs)];
  const isImported = (name: string) => new RegExp(`(?:import\\(|from )'${name.replaceAll('.', '\\.')}(?:/[^']*)?'`).test(text);
  const names = new Set(libraries.flatMap((library) => packagesOf(library).filter((name) => isImported(name) || (library.shown !== undefined && name === packageOf(library.package)))));
  const imported = [...names].filter((name) => forRuns[name] === undefined && forTypings[name] !== undefined).map((name) => `${name}@${forTypings[name] ?? ''}`);
  if (imported.length > 0) npm(runs, ['install', '--package-lock-only', '--save-exact', ...imported]);
  return imported;
}

/** Does any run speak of the library? Runs name claims by expressions that escape what is special in a name. */
export function isNamedByRuns(runs: string, library: Library): boolean {
  return library.shown !== undefined || runsIn(runs).replaceAll('\\', '').includes(library.package);
}

/** Installs what package.json names, at its versions: all at once where there is nothing, only what is missing otherwise. */
export function install(folder: string): void {
  const missing = missingIn(folder);
  if (missing.length === 0) return;
  if (existsSync(join(folder, 'node_modules'))) return npm(folder, ['install', '--no-save', ...missing]);
  // Where a registry lacks packages for other platforms, npm ci refuses the lock file; the versions are those of package.json then.
  try {
    npm(folder, ['ci']);
  } catch {
    npm(folder, ['install', '--no-save']);
  }
}

/** The folder in which a library's typings are asked: where all packages are, if these are there; else one of its own with these alone. */
export function folderFor(folder: string, cache: string, library: Library): string {
  const pinned = pinnedIn(folder);
  const named = (library.checkedOn ?? []).map((spec) => spec.slice(0, spec.indexOf('@', 1)));
  const own = [...new Set([...packagesOf(library), ...named])].filter((name) => pinned[name] !== undefined || name === packageOf(library.package));
  const others = Object.keys(pinned).filter((name) => own.some((one) => name.startsWith(`${one}-at-`)));
  if ([...own, ...others].every((name) => versionIn(folder, name) !== undefined && isPinnedVersion(pinned[name], versionIn(folder, name)))) return folder;
  const typings = own.map((name) => `@types/${name.replace('@', '').replace('/', '__')}`).filter((name) => pinned[name] !== undefined);
  const wanted = [...new Set([...own, ...others, ...typings, ...(own.length === 0 ? RUNTIMES : []), '@types/node'])];
  const alone = join(cache, library.package.replace(/\W+/g, '-'));
  mkdirSync(alone, { recursive: true });
  if (wanted.every((name) => isPinnedVersion(pinned[name], versionIn(alone, name)))) return alone;
  rmSync(join(alone, 'package-lock.json'), { force: true });
  writeFileSync(join(alone, 'package.json'), '{ "private": true }\n');
  npm(alone, ['install', ...wanted.map((name) => `${name}@${pinned[name] ?? 'latest'}`)]);
  return alone;
}

function npm(folder: string, command: readonly string[]): void {
  execFileSync('npm', [...command, '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--prefer-offline', '--omit-lockfile-registry-resolved', '--silent'], { cwd: folder, stdio: 'inherit' });
}

function missingIn(folder: string): readonly string[] {
  return Object.entries(pinnedIn(folder)).filter(([name, version]) => !isPinnedVersion(version, versionIn(folder, name))).map(([name, version]) => `${name}@${version}`);
}

function pinnedIn(folder: string): Readonly<Record<string, string>> {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
}

// What is pinned under an alias says `npm:undici@6.21.0`; some packages write a v in front.
function isPinnedVersion(pinned: string | undefined, installed: string | undefined): boolean {
  return installed !== undefined && (pinned === undefined || pinned.replace(/^npm:.*@/, '') === installed.replace(/^v/, ''));
}

function versionIn(folder: string, name: string): string | undefined {
  const path = join(folder, 'node_modules', name, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : undefined;
}

function runsIn(folder: string): string {
  const paths = [folder, join(folder, 'told')].flatMap((one) => readdirSync(one).filter((name) => name.endsWith('.mjs')).map((name) => join(one, name)));
  return paths.map((path) => readFileSync(path, 'utf8')).join('\n');
}

/** The package that a specifier is of. */
export function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
