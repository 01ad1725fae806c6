import type { EntryPointRow, Library } from '#catalog/schema.js';
import type { Program } from '#program/link-program.js';
import { activationsInSight } from '#program/callers.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue, Unit } from '#program/values.js';
import { siteOfCall } from './context.js';
import type { Handler } from './context.js';
import { deployedFunctions } from './deployed-budgets.js';
import { configuredHandlers } from './entry-points/configured-handlers.js';
import { mappingsOf, referenceIn, resourcesIn } from './entry-points/event-mappings.js';
import { placeOfExport } from './entry-points/exported-names.js';
import { settingAt } from './setting-at.js';
import { settingsDocument } from './settings-document.js';
import type { Site } from './site.js';
import type { Bound } from './types.js';

type Settings = NonNullable<EntryPointRow['settings']>;
type Told = (unit: Unit, exported: string, count: Count) => void;

interface Count {
  readonly times: number;
  readonly text: string;
  readonly site: Site;
}

/** The handlers with how often a message is delivered to them at most, where the settings of the platform or the program's own deployment say. */
export function withDeliveries(program: Program, handlers: readonly Handler[]): readonly Handler[] {
  if (!handlers.some(({ entryPoint }) => entryPoint.kind === 'serverless')) return handlers;
  const found = new Map<string, Count>();
  const told: Told = (unit, exported, count) => {
    const place = placeOfExport(unit, exported);
    if (place === undefined) return;
    const key = `${place.file}:${place.line}`;
    // Of several queues the one that delivers most often counts.
    if ((found.get(key)?.times ?? 0) < count.times) found.set(key, count);
  };
  for (const library of program.engine.libraries.libraries) {
    for (const { settings } of library.entryPoints ?? []) if (settings?.deliveries !== undefined) fromSettings(program, settings, told);
    for (const row of library.eventSources ?? []) fromCode(program, library, row, told);
  }
  return handlers.map((handler) => {
    const { entryPoint: { site: { file, line } }, registration } = handler;
    const count = registration === undefined ? found.get(`${file}:${line}`) : undefined;
    return count === undefined ? handler : { ...handler, deliveries: { is: 'bounded', ms: count.times, from: { text: count.text, site: count.site, isDefault: false } } satisfies Bound };
  });
}

function fromSettings(program: Program, settings: Settings, told: Told): void {
  const { deliveries, eventsAt } = settings;
  if (deliveries === undefined || eventsAt === undefined) return;
  for (const { unit, exported, file, key } of configuredHandlers({ program }, settings)) {
    const read = settingsDocument(program, file);
    if (read === undefined) continue;
    const data: unknown = read.document.toJS();
    const tables = resourcesIn(data, deliveries.resourcesAt);
    const events: unknown = withKeys(data, pathOf(eventsAt, key));
    const listed = Object.values(isRecord(events) || Array.isArray(events) ? events : {}).map((event) => deliveries.sourceAt.map((place) => referenceIn(withKeys(event, place.split('.')))).find((name) => name !== undefined));
    for (const source of [...listed, ...mappingsOf(data, deliveries, key).map((mapped) => mapped.source)]) {
      const table = source === undefined ? undefined : tables.find(({ resources }) => source in resources);
      if (source === undefined || table === undefined) continue;
      const path = [...table.path, source, ...deliveries.countAt.split('.')];
      const times = Number(settingAt(read.document, path, deliveries.parametersAt) ?? Number.NaN);
      if (times > 0) told(unit, exported, { times, text: path.at(-1) ?? '', site: read.siteOf(path) });
    }
  }
}

function pathOf(place: string, key: string): readonly string[] {
  return place.split('.').map((name) => (name === '*' ? key : name));
}

function withKeys(data: unknown, path: readonly string[]): unknown {
  let current = data;
  for (const name of path) current = isRecord(current) ? current[name] : undefined;
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `charge.addEventSource(new SqsEventSource(orders))`: the queue says how often, the function is the one that it is added to. */
function fromCode(program: Program, library: Library, row: NonNullable<Library['eventSources']>[number], told: Told): void {
  const { engine } = program;
  const modules = new Set([library.package, ...(library.modules ?? [])]);
  const deployed = new Map(deployedFunctions(program).map((one) => [one.call.expression, one]));
  for (const { unit, site } of deployed.size === 0 ? [] : engine.callsNamed(row.addedBy)) {
    for (const frame of activationsInSight(engine, unit, site.by)) {
      const added = engine.callInstance(site.call, frame);
      const { callee } = added.expression;
      const to = callee.is === 'member' ? librariesIn(engine.evaluate(callee.of, frame).values).flatMap(({ call }) => deployed.get(call?.expression as CallInstance['expression']) ?? []) : [];
      for (const { call, from } of librariesIn(engine.argumentsOf(added)[0]?.values ?? [])) {
        if (call === undefined || from?.path !== row.call || !modules.has(from.module)) continue;
        const [count, ...others] = placeValues(engine, call, from, row.countAt).values;
        if (count?.is !== 'literal' || typeof count.value !== 'number' || others.length > 0) continue;
        for (const one of to) told(one.unit, one.exported, { times: count.value, text: row.countAt.slice(row.countAt.lastIndexOf('.') + 1), site: siteOfCall(call) });
      }
    }
  }
}

function librariesIn(values: readonly { readonly is: string }[]): readonly LibraryValue[] {
  return values.filter((value): value is LibraryValue => value.is === 'library');
}
