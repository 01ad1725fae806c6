import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, parse, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { defaultLoadersSync, getDefaultSearchPlacesSync } from 'cosmiconfig';
import { UserError } from './user-error.js';

/** A configuration file found on disk; `content` is what it says, not yet checked. */
export interface FoundConfig {
  readonly path: string;
  readonly content: unknown;
}

/** The configuration that applies, and the files that were there but must not run. */
export interface ConfigSearch {
  readonly found?: FoundConfig;
  readonly notExecuted: readonly string[];
}

const CODE = new Set(['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts']);
const MAX_SIZE = 1_000_000;

// cosmiconfig's own explorer runs `.config/config.js` of the working directory and follows `$import` out of the project,
// whatever loaders it is given; only its places and its parsers are used here.
const places = [...getDefaultSearchPlacesSync('seamlint'), '.seamlintrc.mjs', '.config/seamlintrc.mjs', 'seamlint.config.mjs', 'seamlint.config.mts', 'seamlint.config.json'];

/** Looks for a configuration in the root, then in its parents up to the repository's top. */
export function searchConfig(root: string, execConfig: boolean): ConfigSearch {
  const notExecuted: string[] = [];
  const folders = foldersUpwards(root);
  for (const directory of folders) {
    for (const place of places) {
      const path = join(directory, place);
      // A link that leaves the repository is not followed.
      if (!isRegularFile(path, folders.at(-1) ?? root)) continue;
      if (!execConfig && CODE.has(extname(path))) notExecuted.push(path);
      else {
        const content = readConfig(path);
        if (content !== undefined && content !== null) return { found: { path, content }, notExecuted };
      }
    }
  }
  return { notExecuted };
}

/** Whether a configuration file would have to be executed. */
export function isCode(path: string): boolean {
  return CODE.has(extname(path));
}

/** Reads one configuration file by name; where a top is given, it must lie below. */
export function loadConfig(path: string, execConfig: boolean, top = parse(path).root): FoundConfig {
  if (!isRegularFile(path, top)) throw new UserError(`There is no configuration file ${path}.`, 'Check the path given with --config.');
  if (!execConfig && CODE.has(extname(path)))
    throw new UserError(`${path} would have to be executed.`, 'Allow it with --exec-config, or write the configuration as JSON or YAML.');
  return { path, content: readConfig(path) ?? {} };
}

/** The root and its parents up to the one that holds `.git`; only the root where there is none. */
export function foldersUpwards(root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [root];
  }
}

function readConfig(path: string): unknown {
  const extension = extname(path);
  const content = CODE.has(extension) ? executeConfig(path) : parseConfig(path);
  if (basename(path) !== 'package.json') return content;
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'seamlint') ? (content as { seamlint: unknown }).seamlint : undefined;
}

function parseConfig(path: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  const load = extname(path) === '.json' ? defaultLoadersSync['.json'] : defaultLoadersSync['.yaml'];
  try {
    return load(path, text) as unknown;
  } catch (error) {
    // A package.json that does not parse is not ours to judge; the project loader speaks about it.
    if (basename(path) === 'package.json') return undefined;
    throw new UserError(`${path} cannot be read: ${firstLine(error)}`, 'Correct the syntax.');
  }
}

function executeConfig(path: string): unknown {
  const require = createRequire(import.meta.url);
  try {
    const { createJiti } = require('jiti') as typeof import('jiti');
    const exported: unknown = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: true })(path);
    return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
  } catch (error) {
    throw new UserError(`${path} failed while it ran: ${firstLine(error)}`, 'Correct it, or write the configuration as JSON or YAML.');
  }
}

// What a parser says stands between a headline and the lines of the text that it shows.
const AROUND = /^(?:JSON|YAML) Error in|^[> ]*\d* \||^-+\^/;

function firstLine(error: unknown): string {
  // The parser colours what it shows wherever the environment asks for colours.
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const said = text.split('\n').find((line) => line.trim() !== '' && !AROUND.test(line));
  const line = /^> (\d+) \|/m.exec(text)?.[1];
  const reason = said?.replace(/ in JSON at position \d+.*/, '').trim() ?? 'unknown reason';
  return line === undefined ? reason : `${reason} (line ${line})`;
}

function isRegularFile(path: string, top: string): boolean {
  try {
    const stats = statSync(path);
    const real = realpathSync(path);
    return stats.isFile() && stats.size <= MAX_SIZE && !relative(realpathSync(top), real).startsWith('..');
  } catch {
    return false;
  }
}
