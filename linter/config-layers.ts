import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { checkConfig } from './config-check.js';
import type { ConfigFile } from './config-schema.js';
import { isCode, loadConfig, type FoundConfig } from './config-search.js';
import { UserError } from './user-error.js';

/** One file of a configuration: what it says, checked. */
export interface ConfigLayer {
  readonly path: string;
  readonly file: ConfigFile;
}

/** A configuration with everything it extends, the most general first, and the files that must not run. */
export interface ConfigLayers {
  readonly layers: readonly ConfigLayer[];
  readonly notExecuted: readonly string[];
}

/** Where bases may lie, and whether those written in code may run. */
export interface LayerLimits {
  /** Files named by a path stay below it. */
  readonly top: string;
  readonly execConfig: boolean;
}

const MAX_LAYERS = 50;

/** Reads a configuration and what it extends. Throws `UserError` for cycles and for what is not there. */
export function readLayers(found: FoundConfig, limits: LayerLimits): ConfigLayers {
  const layers: ConfigLayer[] = [];
  const notExecuted: string[] = [];
  const add = (config: FoundConfig, chain: readonly string[]) => {
    const file = checkConfig(config.content, config.path);
    for (const wanted of [file.extends ?? []].flat()) {
      const path = pathOf(wanted, config.path);
      if (chain.includes(path)) throw new UserError(`"extends" goes in a circle: ${[...chain.slice(chain.indexOf(path)), path].join(' → ')}.`, 'Take one of these "extends" out.');
      if (layers.length + chain.length > MAX_LAYERS) throw new UserError(`${found.path} extends more than ${MAX_LAYERS} files.`, 'Extend fewer.');
      if (!limits.execConfig && isCode(path)) notExecuted.push(path);
      else add(baseOf(wanted, path, config.path, limits), [...chain, path]);
    }
    layers.push({ path: config.path, file });
  };
  add(found, [found.path]);
  return { layers, notExecuted };
}

function baseOf(wanted: string, path: string, from: string, { top, execConfig }: LayerLimits): FoundConfig {
  try {
    return loadConfig(path, execConfig, isPath(wanted) ? top : undefined);
  } catch (error) {
    if (!(error instanceof UserError) || !error.message.startsWith('There is no configuration file')) throw error;
    throw new UserError(`${from} extends "${wanted}", which is no file of the repository.`, 'A path starts with ./ or ../ and stays in the repository; anything else is a package.');
  }
}

function isPath(wanted: string): boolean {
  return /^\.{1,2}[\\/]/.test(wanted);
}

/** A path from the file that names it, else a package or a file of one, looked up as Node does; nothing of it runs here. */
function pathOf(wanted: string, from: string): string {
  if (isPath(wanted)) return resolve(dirname(from), wanted);
  try {
    const path = createRequire(join(dirname(from), 'config.js')).resolve(wanted);
    // `node:` modules resolve to themselves.
    if (extname(path) !== '' && path !== wanted) return path;
  } catch {
    // Said below.
  }
  throw new UserError(`${from} extends "${wanted}", and there is no such package.`, `Install ${wanted}, or write a path that starts with ./ for a file of yours.`);
}
