import { didYouMean } from '#linter/nearest.js';
import { UserError } from '#linter/user-error.js';

/** What `settings.seamlint` of an ESLint configuration can say. */
export interface Settings {
  /** The folder of the service, from the working folder; the working folder when absent. */
  readonly root?: string;
  /** A configuration file of seamlint's instead of the one that is found. */
  readonly config?: string;
  readonly tsconfig?: string;
  /** The baseline whose findings are not shown, from the working folder; the command's when absent, none with `false`. */
  readonly baseline?: string | false;
  /** Whether configuration in JavaScript runs. Without an answer, such a file is a mistake that is reported. */
  readonly execConfig?: boolean;
  /** How many milliseconds an edit may wait for its own findings before it gets the last ones. */
  readonly wait?: number;
  /** Whether files may change while the process lives; found out when absent. */
  readonly live?: boolean;
  /** Whether facts and results are kept on disk. */
  readonly cache?: boolean;
}

const KINDS: Readonly<Record<keyof Settings, 'string' | 'boolean' | 'number'>> = {
  root: 'string', config: 'string', tsconfig: 'string', baseline: 'string', execConfig: 'boolean', wait: 'number', live: 'boolean', cache: 'boolean',
};

/** Reads and checks the settings. Throws `UserError` where they are wrong. */
export function settingsOf(all: Readonly<Record<string, unknown>>): Settings {
  const own = all['seamlint'];
  if (own === undefined) return {};
  if (typeof own !== 'object' || own === null || Array.isArray(own)) throw wrong('"settings.seamlint" is not an object');
  for (const [key, value] of Object.entries(own)) {
    if (!isKey(key)) throw wrong(`unknown key "settings.seamlint.${key}".${didYouMean(key, Object.keys(KINDS))}`);
    if (value !== undefined && typeof value !== KINDS[key] && !(key === 'baseline' && value === false)) throw wrong(`"settings.seamlint.${key}" is not a ${KINDS[key]}`);
  }
  return own as Settings;
}

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(KINDS, key);
}

function wrong(problem: string): UserError {
  return new UserError(problem, 'Correct the ESLint configuration; docs/editors.md lists the settings.');
}
