import type { Library } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import { everyCall } from '../every-call.js';

/** The calls that a teardown is read from, each kind in the order of the program. */
export interface TellingCalls {
  /** Those that arrange shutdown, and those that listen: for a signal, for the close of a server. */
  readonly arranging: readonly CallStep[];
  readonly closing: readonly CallStep[];
  /** Those that put a router below another. */
  readonly mounting: readonly CallStep[];
  /** Those to packages without rows whose names sound like a shutdown. */
  readonly unseen: readonly CallStep[];
}

interface Kinds {
  readonly arranges: boolean;
  readonly closes: boolean;
  readonly mounts: boolean;
  readonly unseen: boolean;
}

const TELLING = new WeakMap<ModelContext, TellingCalls>();

/** Sorts the calls of a program once. */
export function tellingCalls(context: ModelContext): TellingCalls {
  let telling = TELLING.get(context);
  if (telling === undefined) TELLING.set(context, (telling = sorted(context)));
  return telling;
}

/** The last name of a path: what a method is called by. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Last names of everything that closes something. */
export function closingNames(libraries: readonly Library[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const library of libraries) {
    for (const row of library.resources ?? []) for (const { call } of row.close ?? []) names.add(lastName(call));
    for (const { call } of library.closers ?? []) names.add(lastName(call));
  }
  return names;
}

function sorted(context: ModelContext): TellingCalls {
  const telling = { arranging: [] as CallStep[], closing: [] as CallStep[], mounting: [] as CallStep[], unseen: [] as CallStep[] };
  const kindsOf = sorter(context);
  for (const step of everyCall(context)) {
    const kinds = kindsOf(step);
    if (kinds.arranges) telling.arranging.push(step);
    if (kinds.closes) telling.closing.push(step);
    if (kinds.mounts) telling.mounting.push(step);
    if (kinds.unseen) telling.unseen.push(step);
  }
  return telling;
}

const LISTENS = new Set(['on', 'once', 'addListener']);
// What helpers for shutdown call themselves, where the catalog does not know them.
const SHUTDOWN = /shut-?down|terminat|graceful|lifecycle|on-?exit|signal-?handler|death|cleanup|exit-?hook/i;

/** Says what a call is for, once for each path. */
function sorter(context: ModelContext): (step: CallStep) => Kinds {
  const { libraries } = context.program.engine;
  const closers = closingNames(libraries.libraries);
  const elsewhere = new Set(libraries.libraries.flatMap((library) => [
    ...(library.closers ?? []).map(({ call }) => call), ...(library.plugins ?? []).map(({ registeredBy }) => registeredBy),
  ]).filter((path) => path.includes('|')));
  const modules = new Map<string, Map<string, Kinds>>();
  return ({ callee: { module, path } }) => {
    const paths = modules.get(module) ?? new Map<string, Kinds>();
    modules.set(module, paths);
    const known = paths.get(path);
    if (known !== undefined) return known;
    const rows = libraries.rows(module, path);
    const name = lastName(path);
    const kinds: Kinds = {
      arranges: LISTENS.has(name) || (rows?.closers.length ?? 0) + (rows?.signals.length ?? 0) > 0 || elsewhere.has(`${module}|${path}`),
      closes: closers.has(name) || (rows?.closers.length ?? 0) > 0,
      mounts: rows?.entryPoints.some(({ mount }) => mount !== undefined) === true,
      unseen: !path.includes('()') && (SHUTDOWN.test(module) || SHUTDOWN.test(path)) && libraries.library(module) === undefined,
    };
    paths.set(path, kinds);
    return kinds;
  };
}
