import { dirname, relative, resolve } from 'node:path';
import type { z } from 'zod';
import type { Library } from '#catalog/schema.js';
import type { Note } from '#project/types.js';
import type { Severity } from '#rules/types.js';
import { checkRows } from './catalog-rows.js';
import { configSchema, milliseconds, type ConfigFile } from './config-schema.js';
import { loadConfig, searchConfig } from './config-search.js';
import { didYouMean } from './nearest.js';
import { rootOf } from './root.js';
import type { LintOptions } from './options.js';
import { UserError } from './user-error.js';

/** What the user wants judged and what we must be told about the service, checked and complete. */
export interface Configuration {
  /** The file it comes from, absolute; undefined for the defaults. */
  readonly path?: string;
  readonly preset: 'recommended' | 'strict';
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly marginMs: number;
  /** By entry point, in ms. */
  readonly budgets: Readonly<Record<string, number>>;
  readonly gracePeriodMs?: number;
  /** Rows for in-house packages and for files of the project, beside the catalog's. */
  readonly catalog: readonly Library[];
  readonly entryPoints: readonly string[];
  readonly ignores: readonly string[];
  /** The baseline file, absolute. */
  readonly baseline?: string;
  readonly notes: readonly Note[];
}

/** Finds, reads and checks the configuration for a run. Throws `UserError` where it is wrong. */
export function loadConfiguration(options: LintOptions): Configuration {
  const root = rootOf(options);
  const search = options.configPath === undefined
    ? searchConfig(root, options.execConfig)
    : { found: loadConfig(resolve(options.cwd, options.configPath), options.execConfig), notExecuted: [] };
  const notes = search.notExecuted.map((path) => ({
    path: relative(root, path).replaceAll('\\', '/'),
    message: 'this configuration was not executed (--no-exec-config), so what it says does not apply',
  }));
  if (search.found === undefined) return completed({}, undefined, options, notes);
  const file = checked(search.found.content, search.found.path);
  return completed(file, search.found.path, options, [...notes, ...withoutEffect(file)]);
}

function completed(file: ConfigFile, path: string | undefined, options: LintOptions, notes: readonly Note[]): Configuration {
  return {
    ...(path === undefined ? {} : { path }),
    preset: options.preset ?? file.preset ?? 'recommended',
    severities: file.rules ?? {},
    marginMs: milliseconds(file.margin ?? 0),
    budgets: Object.fromEntries(Object.entries(file.budgets ?? {}).map(([name, value]) => [name, milliseconds(value)])),
    ...(file.gracePeriod === undefined ? {} : { gracePeriodMs: milliseconds(file.gracePeriod) }),
    catalog: catalogOf(file, path),
    entryPoints: file.entryPoints ?? [],
    ignores: file.ignores ?? [],
    ...(file.baseline === undefined || path === undefined ? {} : { baseline: resolve(dirname(path), file.baseline) }),
    notes,
  };
}

function catalogOf({ catalog = [] }: ConfigFile, path: string | undefined): readonly Library[] {
  const { libraries, problems } = checkRows(catalog, 'the configuration');
  if (problems.length === 0) return libraries;
  throw new UserError(`${path ?? 'The configuration'} has rows that are not right: ${problems.slice(0, 5).join(' ')}`, 'Correct them; docs/catalog.md and schema/catalog.json in the package say what a row can hold.');
}

// Accepted so that a configuration can be written once; said so that nobody relies on it.
function withoutEffect(file: ConfigFile): Note[] {
  const keys = (['margin', 'budgets', 'gracePeriod', 'entryPoints'] as const).filter((key) => file[key] !== undefined);
  return keys.map((key) => ({ message: `"${key}" of the configuration has no effect in this version` }));
}

function checked(content: unknown, path: string): ConfigFile {
  const parsed = configSchema().safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 5).flatMap(problemOf);
  throw new UserError(`${path} is not a valid configuration: ${problems.join(' ')}`, 'Correct it; schema/config.json in the package lists what is allowed.');
}

function problemOf(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `unknown key "${place === '' ? key : `${place}.${key}`}".${didYouMean(key, Object.keys(configSchema().shape))}`);
  return [`"${place === '' ? 'the whole' : place}": ${issue.message.replace(/\.$/, '')}.`];
}
