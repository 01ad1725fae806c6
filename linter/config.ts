import { dirname, relative, resolve } from 'node:path';
import type { Library } from '#catalog/schema.js';
import type { Note } from '#project/types.js';
import type { Severity } from '#rules/types.js';
import { checkRows } from './catalog-rows.js';
import { rebasedGlob, wayToRoot } from './config-globs.js';
import { readLayers, type ConfigLayer } from './config-layers.js';
import { bytes, milliseconds, type ConfigFile } from './config-schema.js';
import { foldersUpwards, loadConfig, searchConfig } from './config-search.js';
import { defaultPolicy, type ReviewPolicy } from './review/decision.js';
import { rootOf } from './root.js';
import type { LintOptions } from './options.js';
import { UserError } from './user-error.js';

/** What the user wants judged and what we must be told about the service, checked and complete. */
export interface Configuration {
  /** The file it comes from, absolute; undefined for the defaults. */
  readonly path?: string;
  readonly preset: 'recommended' | 'strict';
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By file; the last that fits and names the rule counts. */
  readonly overrides: readonly SeverityOverride[];
  /** From the configuration's folder, where its globs start, down to the root. */
  readonly wayToRoot: string;
  /** Every rule that is named somewhere, to be checked against those there are. */
  readonly namedRules: readonly { readonly id: string; readonly where: string }[];
  readonly marginMs: number;
  /** By entry point, in ms. */
  readonly budgets: Readonly<Record<string, number>>;
  readonly gracePeriodMs: number | undefined;
  /** The largest limit on a body that still counts as one. */
  readonly bodyLimitBytes: number | undefined;
  /** Rows for in-house packages and for files of the project, beside the catalog's. */
  readonly catalog: readonly Library[];
  readonly entryPoints: readonly string[];
  readonly ignores: readonly string[];
  /** The baseline file, absolute. */
  readonly baseline?: string;
  readonly review: { readonly policy: ReviewPolicy; readonly repository?: string; readonly editor?: string };
  readonly notes: readonly Note[];
}

/** Severities for findings in some files. */
export interface SeverityOverride {
  readonly files: readonly string[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Finds, reads and checks the configuration for a run. Throws `UserError` where it is wrong. */
export function loadConfiguration(options: LintOptions): Configuration {
  const root = rootOf(options);
  const search = options.configPath === undefined
    ? searchConfig(root, options.execConfig)
    : { found: loadConfig(resolve(options.cwd, options.configPath), options.execConfig), notExecuted: [] };
  const top = foldersUpwards(options.configPath === undefined ? root : dirname(resolve(options.cwd, options.configPath))).at(-1) ?? root;
  const read = search.found === undefined ? { layers: [], notExecuted: [] } : readLayers(search.found, { top, execConfig: options.execConfig });
  const notes = [...search.notExecuted, ...read.notExecuted].map((path) => ({
    path: relative(root, path).replaceAll('\\', '/'),
    message: 'this configuration was not executed (--exec-config would), so what it says does not apply',
  }));
  const file = merged(read.layers);
  return completed({ file, layers: read.layers, path: search.found?.path, root, options, notes });
}

interface Parts {
  readonly file: ConfigFile;
  readonly layers: readonly ConfigLayer[];
  readonly path: string | undefined;
  readonly root: string;
  readonly options: LintOptions;
  readonly notes: readonly Note[];
}

function completed({ file, layers, path, root, options, notes }: Parts): Configuration {
  const way = path === undefined ? '' : wayToRoot(dirname(path), root);
  const baseline = layers.findLast((layer) => layer.file.baseline !== undefined);
  return {
    ...(path === undefined ? {} : { path }),
    preset: options.preset ?? file.preset ?? options.presetElse ?? 'recommended',
    severities: file.rules ?? {},
    overrides: (file.overrides ?? []).map(({ files, rules }) => ({ files, severities: rules })),
    wayToRoot: way,
    namedRules: layers.flatMap(rulesNamedIn),
    marginMs: milliseconds(file.margin ?? 0),
    budgets: Object.fromEntries(Object.entries(file.budgets ?? {}).map(([name, value]) => [name, milliseconds(value)])),
    gracePeriodMs: file.gracePeriod === undefined ? undefined : milliseconds(file.gracePeriod),
    bodyLimitBytes: file.bodyLimit === undefined ? undefined : bytes(file.bodyLimit),
    catalog: catalogOf(file, path),
    entryPoints: file.entryPoints ?? [],
    ignores: (file.ignores ?? []).flatMap((glob) => rebasedGlob(glob, way) ?? []),
    ...(baseline?.file.baseline === undefined ? {} : { baseline: resolve(dirname(baseline.path), baseline.file.baseline) }),
    review: reviewOf(file),
    notes,
  };
}

/** What the layers say together: of a single value the last, of tables and lists all. */
function merged(layers: readonly ConfigLayer[]): ConfigFile {
  return layers.reduce<ConfigFile>((base, { file }) => ({
    ...base,
    ...file,
    ...table('rules', base, file),
    ...table('budgets', base, file),
    ...table('review', base, file),
    ...list('overrides', base, file),
    ...list('catalog', base, file),
    ...list('entryPoints', base, file),
    ...list('ignores', base, file),
  }), {});
}

function table<Key extends 'rules' | 'budgets' | 'review'>(key: Key, base: ConfigFile, file: ConfigFile): Partial<ConfigFile> {
  return base[key] === undefined && file[key] === undefined ? {} : { [key]: { ...base[key], ...file[key] } };
}

function list<Key extends 'overrides' | 'catalog' | 'entryPoints' | 'ignores'>(key: Key, base: ConfigFile, file: ConfigFile): Partial<ConfigFile> {
  return base[key] === undefined && file[key] === undefined ? {} : { [key]: [...(base[key] ?? []), ...(file[key] ?? [])] };
}

function rulesNamedIn({ path, file }: ConfigLayer): Configuration['namedRules'] {
  const named = (rules: object | undefined, where: string) => Object.keys(rules ?? {}).map((id) => ({ id, where }));
  return [...named(file.rules, `"rules" of ${path}`), ...(file.overrides ?? []).flatMap(({ rules }, index) => named(rules, `"overrides.${index}.rules" of ${path}`))];
}

function reviewOf({ review = {} }: ConfigFile): Configuration['review'] {
  const { repository, editor, ...policy } = review;
  const given = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined)) as Partial<ReviewPolicy>;
  return { policy: { ...defaultPolicy, ...given }, ...(repository === undefined ? {} : { repository }), ...(editor === undefined ? {} : { editor }) };
}

function catalogOf({ catalog = [] }: ConfigFile, path: string | undefined): readonly Library[] {
  const { libraries, problems } = checkRows(catalog, 'the configuration');
  if (problems.length === 0) return libraries;
  throw new UserError(`${path ?? 'The configuration'} has rows that are not right: ${problems.slice(0, 5).join(' ')}`, 'Correct them; docs/catalog.md and schema/catalog.json in the package say what a row can hold.');
}
