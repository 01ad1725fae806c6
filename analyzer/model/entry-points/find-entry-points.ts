import type { Program } from '#program/link-program.js';
import type { Body } from '#program/steps.js';
import type { CallInstance, Frame, FunctionValue } from '#program/values.js';
import { functionKey } from '#program/values.js';
import type { Walker } from '#program/walker.js';
import type { Handler } from '../context.js';
import { siteKey } from '../site.js';
import { browserFiles } from './browser-programs.js';
import { EntryPointBuilder } from './builder.js';
import { entriesFromClasses } from './entries-from-classes.js';
import { entriesFromFiles } from './entries-from-files.js';
import { entriesOfRegistration } from './entry-from-call.js';
import { propertyEntries } from './handler-values.js';
import { ModuleGraph } from './module-graph.js';
import { isUnnamed } from './names.js';
import { platformFunctions } from './platform-functions.js';
import type { PlatformFunction } from './platform-functions.js';
import { startedByContainer } from './container-start.js';
import { forEachCallStep, unitsInOrder } from './start-order.js';
import { findUnheard } from './unheard.js';
import type { Unheard } from '../types.js';

/** Handlers that register further handlers (a socket's listeners) are followed this often. */
const MAX_ROUNDS = 4;
/** Activations of one registration. */
const MAX_AGAIN = 32;

/** Everything that starts and everything that enters. */
export interface EntryPoints {
  readonly start: readonly Body[];
  readonly handlers: readonly Handler[];
  readonly platforms: readonly PlatformFunction[];
  /** What registers something that nobody knows. */
  readonly unheard: readonly Unheard[];
}

/** Finds every entry point: registrations by call, by decorator and by convention; exports of files that the globs name. */
export function findEntryPoints(program: Program, walker: Walker, globs: readonly string[] = []): EntryPoints {
  const builder = new EntryPointBuilder(program, walker);
  // 1. What runs when modules are loaded, in their order.
  const start: Body[] = unitsInOrder(program).map((unit) => walker.body(unit.frame).body);
  builder.registrations.read(start);
  // 2. Functions that nobody in sight calls may be called from outside: by a script, by a framework.
  const uncalled = [...handedOver(program, walker, start), ...uncalledRoots(program, walker)];
  start.push(...uncalled);
  builder.registrations.read(uncalled);
  const graph = new ModuleGraph(builder);
  const started = startedByContainer(builder);
  start.push(...started);
  builder.registrations.read(started);
  // 3. Handlers by decorator and by convention, then those registered by calls, and what handlers register in their turn.
  const handlers = new Map<string, Handler>();
  for (const handler of [...entriesFromClasses(builder, graph), ...entriesFromFiles(builder, globs)]) add(handlers, handler);
  addRegistered(builder, handlers);
  const unheard = findUnheard(program.engine, start, { registrations: builder.registrations.found, handlers: [...handlers.values()] });
  return { start, handlers: withoutCovered(withoutTools(program, walker, [...handlers.values()])), platforms: platformFunctions(builder), unheard };
}

function addRegistered(builder: EntryPointBuilder, handlers: Map<string, Handler>): void {
  const { registrations } = builder;
  let read = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const registration of registrations.found.slice(read)) for (const handler of entriesOfRegistration(builder, registration)) add(handlers, handler);
    read = registrations.found.length;
    registrations.read([...handlers.values()].flatMap((handler) => handler.bodies.map(({ body }) => body)));
    if (registrations.found.length === read) return;
  }
}

function add(handlers: Map<string, Handler>, handler: Handler): void {
  const { name, site } = handler.entryPoint;
  // One registration may be reached with several handlers, be it under one name or one that nobody can tell.
  const last = handler.bodies[handler.bodies.length - 1]?.frame;
  const handling = last === undefined ? '' : isUnnamed(name) ? last.id : `${functionKey(last)}${functionsAround(last)}`;
  const key = `${name}@${siteKey(site)}:${handling}`;
  const known = handlers.get(key);
  if (known === undefined) return void handlers.set(key, handler);
  const { again = [], ...first } = known;
  const [kept, other] = known.bodies.length < handler.bodies.length ? [handler, first] : [first, handler];
  const isNew = again.length < MAX_AGAIN && [kept, ...again].every((one) => one.bodies.at(-1)?.body !== other.bodies.at(-1)?.body);
  const registeredBy = [...new Set([...callsOf(known), ...callsOf(handler)])];
  handlers.set(key, { ...kept, ...(registeredBy.length > 1 ? { registeredBy } : {}), again: isNew ? [...again, other] : again });
}

function callsOf({ registration, registeredBy }: Handler): readonly CallInstance[] {
  return registeredBy ?? (registration === undefined ? [] : [registration.call]);
}

// What `wrapped(process)` gives is another handler for each function it wraps.
function functionsAround(frame: Frame): string {
  const given: string[] = [];
  for (let around: Frame | undefined = frame; around !== undefined; around = around.parent) {
    for (const { values } of around.given ?? []) given.push(...values.flatMap((value) => (value.is === 'function' ? [`/${functionKey({ unit: value.unit, function: value.index })}`] : [])));
  }
  return given.join('');
}

// A package with commands and without routes is a tool: its timers serve nobody, nor do those of pages in a browser.
function withoutTools(program: Program, walker: Walker, handlers: readonly Handler[]): readonly Handler[] {
  const packageOf = (file: string) => program.project.manifests.filter(({ directory }) => directory === '' || file.startsWith(`${directory}/`))
    .reduce<Program['project']['manifests'][number] | undefined>((inner, outer) => (inner !== undefined && inner.directory.length > outer.directory.length ? inner : outer), undefined);
  const files = new Set(handlers.filter(({ entryPoint }) => entryPoint.kind !== 'schedule').map(({ entryPoint }) => entryPoint.site.file));
  const serving = new Set([...files].map(packageOf));
  const inBrowser = browserFiles(program, walker, files);
  return handlers.filter(({ entryPoint }) => {
    if (entryPoint.kind !== 'schedule') return true;
    if (inBrowser(entryPoint.site.file)) return false;
    const home = packageOf(entryPoint.site.file);
    return home === undefined || home.bin.length === 0 || serving.has(home);
  });
}

// Middleware that runs in front of a route is part of that route's path.
function withoutCovered(handlers: readonly Handler[]): readonly Handler[] {
  const isMiddleware = ({ entryPoint }: Handler) => entryPoint.kind === 'middleware' || entryPoint.kind === 'error-handler';
  const covered = new Set(handlers.filter((handler) => !isMiddleware(handler)).flatMap((handler) => handler.bodies.map(({ frame }) => functionKey(frame))));
  return handlers.filter((handler) => !isMiddleware(handler) || handler.bodies.some(({ frame }) => !covered.has(functionKey(frame))));
}

/** Functions in objects given to packages nobody knows, and which were not read yet: `throng({ worker: start })`. */
function handedOver(program: Program, walker: Walker, start: readonly Body[]): readonly Body[] {
  const { engine } = program;
  const functions = new Set<FunctionValue>();
  forEachCallStep(start, new Set(), ({ call, callee }) => {
    if (engine.libraries.library(callee.module) !== undefined) return;
    for (const value of engine.argumentsOf(call).flatMap((set) => set.values)) {
      if (value.is !== 'object') continue;
      for (const entry of propertyEntries(engine, value)) for (const given of entry.values.values) if (given.is === 'function') functions.add(given);
    }
  });
  const read = new Set([...walker.bodies.keys()].map(functionKey));
  return [...functions].filter((value) => !read.has(`${value.unit.id}:${value.index}`)).map((value) => walker.body(engine.enter(value, undefined)).body);
}

/** Exported functions of modules that nobody imports, and which were not read yet. */
function uncalledRoots(program: Program, walker: Walker): readonly Body[] {
  const imported = new Set<string>();
  for (const unit of program.units.values()) {
    for (const { specifier } of unit.facts.requests) {
      const resolution = program.project.resolve(specifier, unit.path);
      if (resolution.is === 'file') imported.add(resolution.path);
    }
  }
  const read = new Set([...walker.bodies.keys()].map(functionKey));
  return [...program.units.values()].filter((unit) => !imported.has(unit.path)).flatMap((unit) => unit.facts.exports.flatMap((exported) => {
    if (exported.is !== 'local' && exported.is !== 'equals' && exported.is !== 'property') return [];
    const functions = program.engine.evaluate(exported.value, unit.frame).values.filter((value) => value.is === 'function');
    return functions.filter((value) => !read.has(`${value.unit.id}:${value.index}`)).map((value) => walker.body(program.engine.enter(value, undefined)).body);
  }));
}
