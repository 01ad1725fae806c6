import { isMap } from 'yaml';
import type { BudgetRow, Library, Limit } from '#catalog/schema.js';
import type { Program } from '#program/link-program.js';
import type { Unit, ValueSet } from '#program/values.js';
import { matchesGlob } from '#project/match-glob.js';
import { settingAt } from './setting-at.js';
import { settingsDocument } from './settings-document.js';
import type { SettingsDocument } from './settings-document.js';
import { siteAt } from './context.js';
import type { Handler } from './context.js';
import { deployedFunctions } from './deployed-budgets.js';
import { configuredHandlers } from './entry-points/configured-handlers.js';
import { placeOfExport } from './entry-points/exported-names.js';
import { importersIn, reachable } from './imports.js';
import type { PlatformFunction } from './entry-points/platform-functions.js';
import { propagatedBudgets } from './propagated-budgets.js';
import { budgetName, msOf, servedBudgets, untoldBudgets } from './served-budgets.js';
import type { LimitedFunction } from './served-budgets.js';
import { readValue } from './read-limit.js';
import type { Reading } from './read-limit.js';
import type { Site } from './site.js';
import type { Bound, Guard } from './types.js';

type Settings = NonNullable<BudgetRow['settings']>;

/** The handlers with the budgets that stand beside them: a constant that their file exports, the settings of the platform that calls them. */
export function withDeclaredBudgets(program: Program, handlers: readonly Handler[], platforms: readonly PlatformFunction[]): readonly Handler[] {
  const functions = limitedFunctions(program);
  const configured = byPlace(functions);
  const served = servedBudgets(program, { handlers, platforms, functions });
  const globbed = globbedSettings(program);
  return handlers.map((handler) => {
    const { file, line } = handler.entryPoint.site;
    const platform = served(handler);
    const own = handler.registration === undefined ? [...(configured.get(`${file}:${line}`) ?? []), ...exportedBudgets(program, handler)] : platform.budgets;
    const written = own.length === 0 && handler.registration === undefined ? budgetsByGlob(program, handler, globbed) : own;
    const found = [...(written.length > 0 ? written : untoldBudgets(program, handler.entryPoint)), ...propagatedBudgets(program, handler)];
    return found.length === 0 ? handler : { ...handler, ...platform, budgets: [...found, ...handler.budgets] };
  });
}

/** `export const maxDuration = 10` in the handler's file; for functions under a directive, in the pages that lead to it by their imports. */
function exportedBudgets(program: Program, { entryPoint }: Handler): readonly Guard[] {
  const unit = program.units.get(entryPoint.site.file);
  const library = program.engine.libraries.ofFramework(entryPoint.framework);
  if (unit === undefined || library === undefined) return [];
  const { directives } = unit.facts;
  const isCalledFromPages = library.entryPoints?.some(({ directive }) => directive !== undefined && directives.includes(directive.is)) === true;
  const about = { library, framework: entryPoint.framework };
  if (!isCalledFromPages) return exportedIn(program, unit, about);
  const guards = [...reachable(importersIn(program), [unit])].flatMap((one) => exportedIn(program, one, about));
  // One page calls it at a time: the one that ends first counts.
  return guards.sort((a, b) => msOf(a) - msOf(b)).slice(0, 1);
}

function exportedIn(program: Program, unit: Unit, { library, framework }: { readonly library: Library; readonly framework: string }): readonly Guard[] {
  return (library.budgets ?? []).flatMap((row) => {
    if (row.exported === undefined) return [];
    const declared = unit.index.exports.get(row.exported)?.find((exported) => exported.is === 'local');
    if (declared === undefined) return [];
    const names = (row.limit.at[0] ?? '').split('.').slice(1);
    const set = names.reduce((holder, name) => program.engine.member(holder, name), program.engine.exportOf(unit, row.exported));
    const text = [row.exported, ...names].join('.');
    return guardFor(row.limit, readingsOf(program, row.limit, set), { text, site: siteAt(unit.frame, declared.at), framework });
  });
}

/** A file of a platform's settings that names the files of handlers by globs: `functions` in vercel.json. */
interface GlobbedSettings {
  readonly folder: string;
  readonly row: BudgetRow;
  readonly limitAt: string;
  readonly framework: string;
  readonly keys: readonly string[];
  readonly read: SettingsDocument;
}

/** All of them that the project has, those in the deepest folders first, each read once. */
function globbedSettings(program: Program): readonly GlobbedSettings[] {
  const folders = [...new Set(['', ...program.project.manifests.map(({ directory }) => directory)])].sort((a, b) => b.length - a.length);
  return program.engine.libraries.libraries.flatMap((library) => (library.budgets ?? []).flatMap((row) => folders.flatMap((folder) => (row.globs?.files ?? []).flatMap((name): readonly GlobbedSettings[] => {
    const file = folder === '' ? name : `${folder}/${name}`;
    const read = row.globs === undefined ? undefined : settingsDocument(program, file);
    if (row.globs === undefined || read === undefined) return [];
    const names = read.document.getIn(row.globs.at.split('.'));
    return [{ folder, row, limitAt: row.globs.limitAt, framework: library.name ?? library.package, keys: isMap(names) ? names.items.map(({ key }) => String(key)) : [], read }];
  }))));
}

/** What they say of a handler's file: of each row, the nearest that names it with a limit. */
function budgetsByGlob(program: Program, { entryPoint: { kind, site: { file } } }: Handler, settings: readonly GlobbedSettings[]): readonly Guard[] {
  if (kind !== 'http') return [];
  const told = new Map<BudgetRow, readonly Guard[]>();
  for (const { folder, row, limitAt, framework, keys, read: { document, siteOf } } of settings) {
    if (told.has(row) || (folder !== '' && !file.startsWith(`${folder}/`))) continue;
    const key = keys.find((glob) => matchesGlob(glob.replace(/^\//, ''), file.slice(folder === '' ? 0 : folder.length + 1)));
    const path = limitAt.split('.').map((name) => (name === '*' ? (key ?? '') : name));
    const value = key === undefined ? undefined : document.getIn(path);
    if (typeof value === 'number') told.set(row, guardFor(row.limit, readingsOf(program, row.limit, program.engine.table.literal(value)), { text: path.at(-1) ?? '', site: siteOf(path), framework }));
  }
  return [...told.values()].flat();
}

/** The functions that a platform's settings or the program's own deployment name, each with its limits. */
function limitedFunctions(program: Program): readonly LimitedFunction[] {
  const found: LimitedFunction[] = [];
  for (const library of program.engine.libraries.libraries) {
    for (const { settings, limit } of library.budgets ?? []) {
      if (settings === undefined) continue;
      for (const { unit, exported, file, key } of configuredHandlers({ program }, settings)) found.push({ unit, exported, guards: budgetOf(program, { settings, limit, file, key, framework: library.name ?? library.package }) });
    }
  }
  for (const { unit, exported, guard } of deployedFunctions(program)) found.push({ unit, exported, guards: [guard] });
  return found;
}

function byPlace(functions: readonly LimitedFunction[]): ReadonlyMap<string, readonly Guard[]> {
  const found = new Map<string, readonly Guard[]>();
  for (const { unit, exported, guards } of functions) {
    const place = placeOfExport(unit, exported);
    const name = place === undefined ? '' : `${place.file}:${place.line}`;
    found.set(name, [...(found.get(name) ?? []), ...guards]);
  }
  return found;
}

interface Configured {
  readonly settings: Settings;
  readonly limit: Limit;
  readonly file: string;
  readonly key: string;
  readonly framework: string;
}

function budgetOf(program: Program, { settings, limit, file, key, framework }: Configured): readonly Guard[] {
  const read = settingsDocument(program, file);
  if (read === undefined) return [];
  const { document, siteOf } = read;
  for (const place of settings.limitAt) {
    const path = place.split('.').map((name) => (name === '*' ? key : name));
    const value = settingAt(document, path, settings.parametersAt);
    if (value === undefined || value === null) continue;
    const plain = typeof value === 'number' || typeof value === 'string' ? program.engine.table.literal(value) : program.engine.table.unknown('a setting that is computed');
    return guardFor(limit, readingsOf(program, limit, plain), { text: path[path.length - 1] ?? '', site: siteOf(path), framework });
  }
  const own = settings.handlerAt.split('.').map((name) => (name === '*' ? key : name));
  return guardFor(limit, [{ is: 'unset' }], { text: '', site: siteOf(own), framework });
}

function readingsOf(program: Program, limit: Limit, set: ValueSet): readonly Reading[] {
  return set.values.map((value) => readValue(program.engine, limit, value));
}

interface Written {
  readonly text: string;
  readonly site: Site;
  readonly framework: string;
}

function guardFor(limit: Limit, readings: readonly Reading[], written: Written): readonly Guard[] {
  const bound = boundFor(limit, readings, written);
  return bound === undefined ? [] : [{ is: 'budget', name: budgetName(written.framework), site: written.site, bound }];
}

function boundFor(limit: Limit, readings: readonly Reading[], { text, site, framework }: Written): Bound | undefined {
  const unknown = readings.find((reading) => reading.is === 'unknown');
  if (unknown !== undefined) return { is: 'unknown', because: unknown.because ?? 'nobody can tell' };
  const times = readings.flatMap((reading) => (reading.is === 'number' && reading.value !== undefined ? [reading.value] : []));
  const note = limit.note === undefined ? {} : { note: limit.note };
  if (times.length > 0) return { is: 'bounded', ms: Math.max(...times), from: { text, site, isDefault: false, ...note } };
  if (typeof limit.default !== 'number' || readings.some((reading) => reading.is === 'off')) return undefined;
  return { is: 'bounded', ms: limit.default, from: { text: `${framework}'s default`, site, isDefault: true, ...note } };
}
