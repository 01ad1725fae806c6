import type { Program } from '#program/link-program.js';
import type { Body } from '#program/steps.js';
import type { Walker } from '#program/walker.js';
import type { Handler } from '../context.js';
import { EntryPointBuilder } from './builder.js';
import { entriesFromClasses } from './entries-from-classes.js';
import { entriesFromFiles } from './entries-from-files.js';
import { entriesOfRegistration } from './entry-from-call.js';
import { unitsInOrder } from './start-order.js';
import { siteOfCall } from '../context.js';

/** Handlers that register further handlers (a socket's listeners) are followed this often. */
const MAX_ROUNDS = 4;

/** Everything that starts and everything that enters. */
export interface EntryPoints {
  readonly start: readonly Body[];
  readonly handlers: readonly Handler[];
}

/** Finds every entry point: registrations by call, by decorator and by convention. */
export function findEntryPoints(program: Program, walker: Walker): EntryPoints {
  const builder = new EntryPointBuilder(program, walker);
  // 1. What runs when modules are loaded, in their order.
  const start: Body[] = unitsInOrder(program).map((unit) => walker.body(unit.frame).body);
  builder.registrations.read(start);
  // 2. Functions that nobody in sight calls may be called from outside: by a script, by a framework.
  const uncalled = uncalledRoots(program, walker);
  start.push(...uncalled);
  builder.registrations.read(uncalled);
  // 3. Handlers, and what they register in their turn.
  const handlers = new Map<string, Handler>();
  let read = 0;
  for (let round = 0; round < MAX_ROUNDS && read < builder.registrations.found.length; round += 1) {
    const fresh = builder.registrations.found.slice(read);
    read = builder.registrations.found.length;
    for (const registration of fresh) for (const handler of entriesOfRegistration(builder, registration)) add(handlers, handler);
    if (round === 0) for (const handler of [...entriesFromClasses(builder, decoratorPrefix(builder)), ...entriesFromFiles(builder)]) add(handlers, handler);
    builder.registrations.read([...handlers.values()].flatMap((handler) => handler.bodies.map(({ body }) => body)));
  }
  if (read === 0) for (const handler of [...entriesFromClasses(builder, ''), ...entriesFromFiles(builder)]) add(handlers, handler);
  return { start, handlers: withoutCovered([...handlers.values()]) };
}

function add(handlers: Map<string, Handler>, handler: Handler): void {
  const { name, site } = handler.entryPoint;
  const key = `${name}@${site.file}:${site.line}:${site.column}`;
  const known = handlers.get(key);
  if (known === undefined) handlers.set(key, handler);
  else if (known.bodies.length < handler.bodies.length) handlers.set(key, handler);
}

// Middleware that runs in front of a route is part of that route's path.
function withoutCovered(handlers: readonly Handler[]): readonly Handler[] {
  const covered = new Set(handlers.filter(({ entryPoint }) => entryPoint.kind !== 'middleware').flatMap((handler) => handler.bodies.map(({ body }) => body)));
  return handlers.filter(({ entryPoint, bodies }) => entryPoint.kind !== 'middleware' || bodies.some(({ body }) => !covered.has(body)));
}

// A prefix set on an application on which nothing else is registered by calls is that of its decorated classes.
function decoratorPrefix(builder: EntryPointBuilder): string {
  const routed = new Set(builder.registrations.found.flatMap(({ row, scope }) => (row.kind === 'http' && scope !== undefined ? [scope] : [])));
  for (const scope of builder.registrations.scopes.all) if (scope.root && scope.own !== '' && !routed.has(scope)) return scope.own;
  return '';
}

/** Exported functions of modules that nobody imports, which register, create or close something and were not read yet. */
function uncalledRoots(program: Program, walker: Walker): readonly Body[] {
  const imported = new Set<string>();
  for (const unit of program.units.values()) {
    for (const { specifier } of unit.facts.requests) {
      const resolution = program.project.resolve(specifier, unit.path);
      if (resolution.is === 'file') imported.add(resolution.path);
    }
  }
  const read = new Set([...walker.bodies.keys()].map((frame) => `${frame.unit.id}:${frame.function}`));
  const bodies: Body[] = [];
  for (const unit of program.units.values()) {
    if (imported.has(unit.path)) continue;
    for (const exported of unit.facts.exports) {
      if (exported.is !== 'local' && exported.is !== 'equals' && exported.is !== 'property') continue;
      for (const value of program.engine.evaluate(exported.value, unit.frame).values) {
        if (value.is !== 'function' || read.has(`${value.unit.id}:${value.index}`)) continue;
        bodies.push(walker.body(program.engine.enter(value, undefined)).body);
      }
    }
  }
  void siteOfCall;
  return bodies;
}
