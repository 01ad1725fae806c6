import type { EntryPointRow } from '#catalog/schema.js';
import { splitPath } from '#program/library-index.js';
import type { Program } from '#program/link-program.js';
import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { holds } from '#program/when.js';
import { registeredCreation } from '../plugin-creations.js';
import { handlerSequence } from './handler-values.js';
import { limitingPlugins, seesLaterRoutesOnly } from './limiters.js';
import { MountReader } from './mounts.js';
import { ScopeTable } from './scopes.js';
import { isPathText, textAt } from './texts.js';
import type { RowCall } from './row-call.js';
import type { MiddlewareUse, Scope } from './scopes.js';
import { forEachCallStep } from './start-order.js';
import { startsAgain } from './starts-again.js';

/** A call that registers a handler, as met in order. */
export interface Registration extends RowCall {
  readonly order: number;
  readonly scope: Scope | undefined;
}

/** Reads registrations in the order in which they run: routes, middleware, mounts and prefixes. */
export class RegistrationReader {
  readonly scopes: ScopeTable;
  readonly mounts: MountReader;
  readonly found: Registration[] = [];
  /** Middleware registered on something whose scope is not in sight: a framework's own application. */
  readonly unscoped: MiddlewareUse[] = [];
  readonly #program: Program;
  readonly #seen = new Set<Body>();
  readonly #calls = new Set<string>();
  /** Paths of functions that lift a plugin out of its scope. */
  readonly #lifting: ReadonlySet<string>;
  #order = 0;

  constructor(program: Program) {
    this.#program = program;
    this.scopes = new ScopeTable(program.engine);
    this.mounts = new MountReader(program.engine, this.scopes);
    this.#lifting = liftingPaths(program);
  }

  /** Reads what some bodies register; bodies already read are skipped. */
  read(bodies: readonly Body[]): void {
    forEachCallStep(bodies, this.#seen, (step) => this.#step(step));
  }

  #step(step: CallStep): void {
    const { call, callee, awaited } = step;
    const { engine } = this.#program;
    if (this.#lifting.has(`${callee.module}|${callee.path}`)) this.scopes.liftOut(engine.argumentsOf(call)[0] ?? engine.table.empty);
    if (this.scopes.isMadeBy(callee)) this.scopes.madeBy(call, callee);
    const own = this.#rowsOf(callee);
    const plugin = registeredCreation({ program: this.#program }, step)?.callee;
    const rows = plugin === undefined ? own : [...own, ...this.#rowsOf(plugin)];
    if (rows.length === 0) return;
    // Parts of one registration: the same call and callee are read once.
    const key = `${call.id}:${callee.id}`;
    if (this.#calls.has(key)) return;
    this.#calls.add(key);
    this.#order += 1;
    const scope = this.scopes.registeredOn(call, callee);
    if (awaited === 'yes' && rows.some(({ mount }) => mount !== undefined)) scope?.loaded.push(this.#order);
    for (const row of rows) {
      const by = plugin === undefined || own.includes(row) ? callee : plugin;
      if (row.when !== undefined && holds(engine, call, by, row.when) === false) continue;
      if (row.again === true && !startsAgain(engine, call, by, row)) continue;
      this.#row({ row, call, callee: by, order: this.#order, scope });
    }
  }

  #rowsOf({ module, path }: LibraryValue): readonly EntryPointRow[] {
    return this.#program.engine.libraries.rows(module, path)?.entryPoints ?? [];
  }

  #row(registration: Registration): void {
    const { row, call, callee, scope, order } = registration;
    if (scope !== undefined && row.prefix !== undefined) this.#prefix(row.prefix.at, registration, scope);
    if (scope !== undefined && row.version !== undefined) scope.versionedBy = { row, call, callee };
    const use = row.kind === 'middleware' && row.handlers !== undefined ? this.#use(registration) : undefined;
    if (row.mount !== undefined) this.mounts.read({ row, call, callee, scope, order, uses: use === undefined ? [] : [use] });
    if (row.mount !== undefined || row.prefix !== undefined) this.scopes.remounted();
    if (use !== undefined) {
      if (use.handlers.length === 0) return;
      if (scope === undefined) this.unscoped.push(use);
      else if (!this.mounts.mountsSomething(row, call, callee)) scope.uses.push(use);
    }
    this.found.push(registration);
  }

  #prefix(at: string, { row, call, callee }: RowCall, scope: Scope): void {
    const prefix = textAt(this.#program.engine, call, callee, at)[0];
    if (prefix === undefined) return;
    scope.own = prefix;
    scope.prefixedBy = { row, call, callee };
  }

  #use({ row, call, callee, order }: Registration): MiddlewareUse {
    const { engine } = this.#program;
    const self = row.self === undefined ? undefined : placeValues(engine, call, callee, row.self).values[0];
    const plugins = limitingPlugins(engine, row, call, callee);
    // What is mounted through it is read by it.
    const adapter = this.#reads(callee) ? [engine.table.only(engine.library(callee.module, `${callee.path}()`, callee, call))] : [];
    return {
      order, phase: row.phase ?? 0, prefix: this.#usePrefix(row, call, callee), row, call, callee, self, handlers: [...adapter, ...handlerSequence(engine, { row, call, callee }, row.handlers ?? []), ...plugins],
      ...(plugins.some(({ values }) => values.some((value) => seesLaterRoutesOnly(engine, value))) ? { fromLoaded: true } : {}),
    };
  }

  #reads({ module, path }: LibraryValue): boolean {
    return this.#program.engine.libraries.rows(module, path)?.bodies.some(({ unparsed }) => unparsed === true) === true;
  }

  #usePrefix(row: EntryPointRow, call: CallInstance, callee: LibraryValue): string {
    const place = row.mount?.prefixAt ?? row.nameAt;
    const text = place === undefined || row.name !== undefined ? undefined : textAt(this.#program.engine, call, callee, place)[0];
    return text !== undefined && (isPathText(text) || text === '*') ? text.replace(/\/?\*$/, '') : '';
  }
}

function liftingPaths({ engine: { libraries } }: Program): ReadonlySet<string> {
  const rows = libraries.libraries.flatMap((library) => library.entryPoints ?? []);
  return new Set(rows.flatMap(({ mount }) => {
    if (mount?.unscopedBy === undefined) return [];
    const { module, path } = libraries.canonical(...splitPath(mount.unscopedBy, ''));
    return [`${module}|${path}`];
  }));
}
