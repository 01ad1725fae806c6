import type { EntryPointRow } from '#catalog/schema.js';
import type { Program } from '#program/link-program.js';
import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Value } from '#program/values.js';
import { holds } from '#program/when.js';
import { handlerSequence, handlersIn, propertyEntries } from './handler-values.js';
import { ScopeTable, textAt } from './scopes.js';
import type { MiddlewareUse, Scope } from './scopes.js';
import { forEachCallStep } from './start-order.js';

/** A call that registers a handler, as met in order. */
export interface Registration {
  readonly row: EntryPointRow;
  readonly call: CallInstance;
  readonly callee: LibraryValue;
  readonly order: number;
  readonly scope: Scope | undefined;
}

/** Reads registrations in the order in which they run: routes, middleware, mounts and prefixes. */
export class RegistrationReader {
  readonly scopes: ScopeTable;
  readonly found: Registration[] = [];
  /** Where procedures that are values stand in maps: their names by the call that made them. */
  readonly named = new Map<number, { readonly parent: Scope | undefined; readonly name: string }[]>();
  readonly #program: Program;
  readonly #seen = new Set<Body>();
  readonly #calls = new Set<string>();
  #order = 0;

  constructor(program: Program) {
    this.#program = program;
    this.scopes = new ScopeTable(program.engine);
  }

  /** Reads what some bodies register; bodies already read are skipped. */
  read(bodies: readonly Body[]): void {
    forEachCallStep(bodies, this.#seen, (step) => this.#step(step));
  }

  #step({ call, callee }: CallStep): void {
    const rows = this.#program.engine.libraries.rows(callee.module, callee.path)?.entryPoints ?? [];
    if (rows.length === 0) return;
    // Parts of one registration: the same call and callee are read once.
    const key = `${call.id}:${callee.id}`;
    if (this.#calls.has(key)) return;
    this.#calls.add(key);
    this.#order += 1;
    const scope = callee.from === undefined ? undefined : this.scopes.of(callee.from);
    for (const row of rows) {
      if (row.when !== undefined && holds(this.#program.engine, call, callee, row.when) === false) continue;
      this.#row(row, call, callee, scope);
    }
  }

  #row(row: EntryPointRow, call: CallInstance, callee: LibraryValue, scope: Scope | undefined): void {
    const { engine } = this.#program;
    if (row.prefix !== undefined) this.#prefix(row.prefix.at, call, callee, scope);
    const uses = row.kind === 'middleware' && row.handlers !== undefined ? [this.#use(row, call, callee)] : [];
    if (row.mount !== undefined) this.#mount(row, call, callee, scope, uses);
    if (row.kind === 'middleware' || row.kind === 'error-handler') {
      if (scope !== undefined && !this.#mountsSomething(row, call, callee)) scope.uses.push(...uses.filter((use) => use.handlers.length > 0));
      else if (scope === undefined) this.#global.push(...uses);
      if (row.kind === 'middleware' && uses.every((use) => use.handlers.length === 0)) return;
    }
    void engine;
    this.found.push({ row, call, callee, order: this.#order, scope });
  }

  readonly #global: MiddlewareUse[] = [];

  /** Middleware registered on something whose scope is not in sight: a framework's own application. */
  get global(): readonly MiddlewareUse[] {
    return this.#global;
  }

  #prefix(at: string, call: CallInstance, callee: LibraryValue, scope: Scope | undefined): void {
    const made = this.#program.engine.libraries.rows(callee.module, callee.path)?.resources.length ? this.#resultScope(call, callee) : undefined;
    const target = made ?? scope;
    const prefix = textAt(this.#program.engine, call, callee, at)[0];
    if (target !== undefined && prefix !== undefined) target.own = prefix;
  }

  #resultScope(call: CallInstance, callee: LibraryValue): Scope | undefined {
    const path = this.#program.engine.libraries.canonical(callee.module, `${callee.path}()`);
    return this.scopes.of(this.#program.engine.library(path.module, path.path, callee, call));
  }

  #use(row: EntryPointRow, call: CallInstance, callee: LibraryValue): MiddlewareUse {
    const { engine } = this.#program;
    const prefix = row.mount?.prefixAt ?? row.nameAt;
    const text = prefix === undefined || row.name !== undefined ? undefined : textAt(engine, call, callee, prefix)[0];
    const isPath = text?.startsWith('/') === true || text === '*';
    return {
      order: this.#order, phase: row.phase ?? 0, prefix: isPath ? text.replace(/\/?\*$/, '') : '', row, call, callee,
      handlers: handlerSequence(engine, call, callee, row, row.handlers ?? []),
    };
  }

  #mountsSomething(row: EntryPointRow, call: CallInstance, callee: LibraryValue): boolean {
    return row.mount !== undefined && this.#children(row, call, callee).length > 0;
  }

  #children(row: EntryPointRow, call: CallInstance, callee: LibraryValue): readonly Value[] {
    if (row.mount === undefined) return [];
    const values = placeValues(this.#program.engine, call, callee, row.mount.childAt).values;
    return values.flatMap((value) => this.#child(value, 0));
  }

  #child(value: Value, depth: number): readonly Value[] {
    if (value.is === 'list' && depth < 3) return value.elements.values.flatMap((inner) => this.#child(inner, depth + 1));
    if (value.is !== 'library') return value.is === 'unknown' ? [value] : [];
    return this.scopes.of(value) === undefined ? [] : [value];
  }

  #mount(row: EntryPointRow, call: CallInstance, callee: LibraryValue, scope: Scope | undefined, uses: readonly MiddlewareUse[]): void {
    const { engine } = this.#program;
    const mount = row.mount as NonNullable<EntryPointRow['mount']>;
    const parent = this.#program.engine.libraries.rows(callee.module, callee.path)?.resources.length ? (this.#resultScope(call, callee) ?? scope) : scope;
    const text = mount.prefixAt === undefined ? undefined : textAt(engine, call, callee, mount.prefixAt)[0];
    const prefix = text === undefined || (mount.prefixAt === '0' && !text.startsWith('/')) ? '' : text;
    if (mount.childAt.endsWith('*')) return this.#mapMount(mount.childAt, call, callee, parent);
    const plugin = engine.libraries.rows(callee.module, callee.path)?.callbacks.some((candidate) => candidate.parameters !== undefined) === true;
    if (plugin) {
      const inner = this.#resultScope(call, callee);
      if (inner !== undefined && inner !== scope) inner.mounts.push({ parent: scope, prefix, order: this.#order, uses });
      return;
    }
    for (const child of this.#children(row, call, callee)) {
      if (child.is !== 'library') {
        this.scopes.unresolvedMount = true;
        continue;
      }
      const target = this.scopes.of(child);
      if (target !== undefined && target !== parent) target.mounts.push({ parent, prefix, order: this.#order, uses });
    }
  }

  // A map of procedures and of further maps: each stands under its key.
  #mapMount(place: string, call: CallInstance, callee: LibraryValue, parent: Scope | undefined): void {
    const { engine } = this.#program;
    const holder = placeValues(engine, call, callee, place.replace(/\.\*$/, ''));
    for (const value of holder.values) this.#mapEntries(value, '', parent, 0);
  }

  #mapEntries(holder: Value, prefix: string, parent: Scope | undefined, depth: number): void {
    if (depth > 6) return;
    for (const entry of propertyEntries(this.#program.engine, holder)) {
      const name = prefix === '' ? (entry.names[0] ?? '') : `${prefix}.${entry.names[0] ?? ''}`;
      for (const value of entry.values.values) {
        if (value.is === 'object' || value.is === 'merged') this.#mapEntries(value, name, parent, depth + 1);
        if (value.is !== 'library' || value.call === undefined) continue;
        const target = this.scopes.of(value);
        if (target !== undefined && target !== parent && target.id === value.call.id) target.mounts.push({ parent, prefix: name, order: this.#order, uses: [] });
        else this.named.set(value.call.id, [...(this.named.get(value.call.id) ?? []), { parent, name }]);
      }
    }
  }
}

/** The handlers in a set of values. */
export function handlersOf(program: Program, set: { readonly values: readonly Value[] }, row: EntryPointRow): readonly Value[] {
  return set.values.flatMap((value) => handlersIn(program.engine, value, row.members));
}
