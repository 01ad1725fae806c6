import type { EntryPointRow, HandlerSettings } from '#catalog/schema.js';
import type { Unit } from '#program/values.js';
import { settingsDocument } from '../settings-document.js';
import type { EntryPointBuilder } from './builder.js';
import { mappingsOf } from './event-mappings.js';

/** An export that settings of a platform name as a handler. */
export interface ConfiguredHandler {
  readonly unit: Unit;
  readonly exported: string;
  /** The settings file, and under which key the handler stands there. */
  readonly file: string;
  readonly key: string;
  /** What runs it, where the settings say. */
  readonly invoked: Invoked | undefined;
  /** Does the list of failed messages count that it returns? Undefined where no queue in sight runs it. */
  readonly reports: boolean | undefined;
}

type Events = Pick<NonNullable<EntryPointRow['settings']>, 'eventsAt' | 'eventType' | 'events' | 'reports' | 'deliveries'>;
type Invoked = Pick<NonNullable<Events['events']>[number], 'answers' | 'repeats'>;
type Settings = HandlerSettings & Events;

const EXTENSIONS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'tsx'];
/** What is built is analysed where it is written. */
const BUILT = /^(?:dist|build|out|lib|\.build)$/;

/** The handlers that settings name, `src/create.handler`, in every folder with a manifest. */
export function configuredHandlers(builder: Pick<EntryPointBuilder, 'program'>, settings: Settings): readonly ConfiguredHandler[] {
  const { project } = builder.program;
  const folders = new Set(['', ...project.manifests.map((manifest) => manifest.directory)]);
  return [...folders].flatMap((folder) => settings.files.flatMap((file) => {
    const read = settingsDocument(builder.program, joined(folder, file));
    return read === undefined ? [] : namedIn(plain(read.document), settings).flatMap(({ handler, base, sources, key, invoked, reports }) => {
      const path = joined(folder, base);
      const [found] = [handler, ...sources].map((name) => resolvedHandler(builder, path, name)).find((units) => units.length > 0) ?? [];
      return found === undefined ? [] : [{ ...found, file: joined(folder, file), key, invoked, reports }];
    });
  }));
}

function plain(document: { readonly toJS: () => unknown }): unknown {
  try {
    return document.toJS();
  } catch {
    // References that would fill the memory.
    return undefined;
  }
}

/** What a mapping of a queue to a function means. */
const DELIVERED: Invoked = { answers: false, repeats: 'redelivery' };

interface Named {
  readonly handler: string;
  readonly base: string;
  /** The same handler in the files that it is built from. */
  readonly sources: readonly string[];
  readonly key: string;
  readonly invoked: Invoked | undefined;
  readonly reports: boolean | undefined;
}

function namedIn(data: unknown, settings: Settings): readonly Named[] {
  const { handlerAt, folderAt = [], sourcesAt, eventsAt } = settings;
  const names = handlerAt.split('.');
  return valuesAt(data, names.slice(0, names.indexOf('*'))).flatMap((holder) => Object.keys(isRecord(holder) ? holder : {}).flatMap((key) => {
    const at = (place: string): unknown => valuesAt(data, place.split('.').map((name) => (name === '*' ? key : name)))[0];
    const handler = at(handlerAt);
    const base = folderAt.map(at).find((folder) => typeof folder === 'string');
    const listed = eventsAt === undefined ? undefined : at(eventsAt);
    const mapped = settings.deliveries === undefined ? [] : mappingsOf(data, settings.deliveries, key).map(({ mapping }) => mapping);
    const invoked = listed === undefined && mapped.length > 0 ? DELIVERED : invokedBy(listed, settings);
    const reports = settings.reports === undefined || invoked?.repeats !== 'redelivery' ? undefined : holdsText([listed, mapped], settings.reports);
    return typeof handler === 'string' ? [{ handler, key, base: typeof base === 'string' ? base : '', sources: sourcesAt === undefined ? [] : sourcesOf(handler, at(sourcesAt)), invoked, reports }] : [];
  }));
}

// What is built of `src/handlers/charge.ts` is named by its last part: `charge.handler`.
function sourcesOf(handler: string, listed: unknown): readonly string[] {
  const dot = handler.lastIndexOf('.');
  const [path, exported] = [handler.slice(0, dot), handler.slice(dot)];
  const files = Array.isArray(listed) ? listed.filter((file) => typeof file === 'string').map((file) => file.replace(/\.[cm]?[jt]sx?$/, '')) : [];
  return files.filter((file) => file === path || file.endsWith(`/${path}`)).map((file) => `${file}${exported}`);
}

/** How a handler is run by its events, where they agree. */
function invokedBy(listed: unknown, { eventType, events = [] }: Events): Invoked | undefined {
  const met = Array.isArray(listed) ? listed : isRecord(listed) ? Object.values(listed) : [];
  const kinds = met.map((event) => {
    const names = typeof event === 'string' ? [event] : !isRecord(event) ? [] : eventType === undefined ? Object.keys(event) : [String(event[eventType])];
    return events.find(({ is }) => names.some((name) => is.includes(name)));
  });
  const [first] = kinds;
  return first !== undefined && kinds.every((kind) => kind === first) ? first : undefined;
}

function holdsText(data: unknown, text: string): boolean {
  if (Array.isArray(data)) return data.some((inner) => holdsText(inner, text));
  return isRecord(data) ? Object.values(data).some((inner) => holdsText(inner, text)) : data === text;
}

function valuesAt(data: unknown, names: readonly string[]): readonly unknown[] {
  let current = data;
  for (const name of names) current = isRecord(current) ? current[name] : undefined;
  return current === undefined ? [] : [current];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The export that a text names as a handler: `src/create.handler`. */
export function resolvedHandler(builder: Pick<EntryPointBuilder, 'program'>, folder: string, handler: string): readonly Pick<ConfiguredHandler, 'unit' | 'exported'>[] {
  const dot = handler.lastIndexOf('.');
  if (dot <= 0) return [];
  const [named, exported] = [joined(folder, handler.slice(0, dot)), handler.slice(dot + 1)];
  for (const path of written(named).flatMap((path) => [path, `${path}/index`])) {
    for (const extension of EXTENSIONS) {
      const unit = builder.program.units.get(`${path}.${extension}`);
      if (unit !== undefined) return [{ unit, exported }];
    }
  }
  const bundled = bundledFrom(builder, named).filter((unit) => unit.index.exports.has(exported));
  return bundled.length === 1 ? bundled.map((unit) => ({ unit, exported })) : [];
}

// A bundler drops the folders that all of its sources share: `dist/create` may be written as `src/functions/create`.
function bundledFrom(builder: Pick<EntryPointBuilder, 'program'>, named: string): readonly Unit[] {
  const parts = named.split('/');
  const built = parts.findIndex((part) => BUILT.test(part));
  if (built < 0) return [];
  const [start, end] = [parts.slice(0, built).map((part) => `${part}/`).join(''), parts.slice(built + 1).join('/')];
  return [...builder.program.units].flatMap(([path, unit]) => (path.startsWith(start) && EXTENSIONS.some((extension) => path.endsWith(`/${end}.${extension}`)) ? [unit] : []));
}

// `dist/handlers/create` may be written as `src/handlers/create` or `handlers/create`.
function written(path: string): readonly string[] {
  const parts = path.split('/');
  const built = parts.findIndex((part) => BUILT.test(part));
  return built < 0 ? [path] : [path, parts.with(built, 'src').join('/'), parts.toSpliced(built, 1).join('/')];
}

function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
