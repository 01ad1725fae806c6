import type { HookRow } from '#catalog/schema.js';
import { Addressed } from './addressed.js';
import type { Evaluator } from './evaluator.js';
import { instanceOf, levelsOf } from './instances.js';
import { propertiesOf } from './members.js';
import { placeValues } from './places.js';
import type { CallInstance, ClassValue, LibraryValue, Value, ValueSet } from './values.js';
import { classOf } from './values.js';
import { holds } from './when.js';

/** Functions that a call of a library runs because they were registered on what it works on. */
export interface Hooked {
  readonly handlers: ValueSet;
  readonly self: Value | undefined;
  /** What they are given, where that is known. */
  readonly given?: readonly ValueSet[];
}

interface Registered {
  readonly on: ReadonlySet<object>;
  readonly handlers: ValueSet;
  readonly self?: Value | undefined;
  readonly given?: readonly ValueSet[];
  /** Where it was registered: file and place. */
  readonly order: readonly [number, number];
}

/** Knows which hooks are registered on what. */
export class Hooks {
  readonly #engine: Evaluator;
  readonly #addressed: Addressed;
  readonly #registered = new Map<HookRow, Map<string, readonly Registered[]>>();

  constructor(engine: Evaluator) {
    this.#engine = engine;
    this.#addressed = new Addressed(engine);
  }

  /** The hooks that a call runs. */
  of(call: CallInstance, callee: LibraryValue): readonly Hooked[] {
    const all = this.#engine.libraries.rows(callee.module, callee.path)?.hooks ?? [];
    if (all.length === 0) return [];
    const addressed = all.flatMap((row) => this.#addressed.of(row, call, callee));
    const rows = all.filter(({ ofMessage }) => ofMessage === undefined);
    return rows.length === 0 ? addressed : [...addressed, ...this.#registeredFor(rows, call, callee)];
  }

  #registeredFor(rows: readonly HookRow[], call: CallInstance, callee: LibraryValue): readonly Hooked[] {
    const worksOn = this.#subjects(call, callee);
    const things = new Set(worksOn.map(thingOf));
    const classes = worksOn.filter(({ is }) => is === 'class' || is === 'instance');
    const found = rows.flatMap((row): readonly (Hooked & Partial<Registered>)[] => {
      const self = row.self === undefined ? undefined : this.#engine.library(callee.module, row.self, callee, call);
      if (row.method !== undefined && row.by === undefined) return classes.flatMap((value) => this.#own(value, row));
      if (row.by === undefined) return [];
      if (row.handlerAt === undefined) return classes.flatMap((value) => this.#decorated(value, row.by as string, callee.module));
      return this.#of(row, callee.module, named(row.handlerAt, row, callee)).filter(({ on }) => [...on].some((thing) => things.has(thing))).map((one) => ({ ...one, self: one.self ?? self }));
    });
    return rows.some(({ reverse }) => reverse === true) ? [...found].sort(byOrder) : found;
  }

  #of(row: HookRow, module: string, handlerAt: string): readonly Registered[] {
    const byPlace = this.#registered.get(row) ?? new Map<string, readonly Registered[]>();
    this.#registered.set(row, byPlace);
    const known = byPlace.get(handlerAt);
    if (known !== undefined) return known;
    byPlace.set(handlerAt, []);
    const found = this.#registering(row, row.by ?? '', module, handlerAt);
    byPlace.set(handlerAt, found);
    return found;
  }

  #registering(row: HookRow, by: string, module: string, handlerAt: string): readonly Registered[] {
    const engine = this.#engine;
    return engine.callsNamed(by.slice(by.lastIndexOf('.') + 1)).flatMap(({ unit, site }) => {
      const call = engine.callInstance(site.call, engine.generic(unit, site.by));
      return engine.targets(call).flatMap((target): readonly Registered[] => {
        if (target.is !== 'value' || target.value.is !== 'library' || !engine.libraries.isAt(target.value, by, module)) return [];
        if (row.when !== undefined && holds(engine, call, target.value, row.when) === false) return [];
        const at = placeValues(engine, call, target.value, handlerAt);
        const given = row.passes?.map((place) => placeValues(engine, call, target.value as LibraryValue, place));
        const on = new Set<object>([site.call, ...(row.onlyResult === true ? [] : this.#calledOn(call, target.value).map(thingOf))]);
        const { method } = row;
        const order = [unit.id, site.call.start] as const;
        if (method !== undefined) return at.values.map((self) => ({ on, handlers: engine.memberOf(self, method), self, order }));
        return at.values.length === 0 ? [] : [{ on, handlers: at, order, ...(given === undefined ? {} : { given }) }];
      });
    });
  }

  // What it is called on and given, and what that was made from.
  #subjects(call: CallInstance, callee: LibraryValue): readonly Value[] {
    const given = this.#engine.argumentsOf(call).flatMap(({ values }) => values);
    return [...this.#calledOn(call, callee), ...given.flatMap((value) => this.#madeFrom(value))];
  }

  #calledOn(call: CallInstance, callee: LibraryValue): readonly Value[] {
    return [...this.#receivers(call), ...this.#madeFrom(callee.from)];
  }

  // A class that extends the library's, an instance of one.
  #receivers({ expression, frame }: CallInstance): readonly Value[] {
    const { callee } = expression;
    return callee.is === 'member' ? this.#engine.evaluate(callee.of, frame).values.filter(({ is }) => is === 'class' || is === 'instance') : [];
  }

  #madeFrom(value: Value | undefined): readonly Value[] {
    if (value?.is === 'class' || value?.is === 'instance') return [value];
    if (value?.is !== 'library') return [];
    const found: Value[] = [];
    for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
      if (current.call === undefined) continue;
      found.push(current, ...this.#receivers(current.call));
      for (const { values } of this.#engine.argumentsOf(current.call)) found.push(...values.flatMap((given) => this.#parts(given)));
    }
    return found;
  }

  // A description names what the thing is made of: `{ name, schema }`, or a function that gives it.
  #parts(given: Value): readonly Value[] {
    if (given.is === 'class' || given.is === 'library') return [given];
    if (given.is !== 'object') return [];
    return [...propertiesOf(this.#engine, given).values()].flatMap(({ values }) => values)
      .flatMap((value) => (value.is === 'function' ? this.#engine.invoke(value, undefined, [], undefined).values : [value]))
      .filter(({ is }) => is === 'class' || is === 'library');
  }

  #own(value: Value, { method = '', static: isStatic }: HookRow): readonly Hooked[] {
    const self = value.is === 'class' && isStatic !== true ? instanceOf(this.#engine, value, undefined, undefined) : value.is === 'instance' && isStatic === true ? value.class : value;
    const handlers = this.#engine.memberOf(self, method).values.filter(({ is }) => is === 'function' || is === 'bound');
    return handlers.length === 0 ? [] : [{ handlers: this.#engine.table.of(handlers), self }];
  }

  #decorated(value: Value, by: string, module: string): readonly Hooked[] {
    const engine = this.#engine;
    const self = value.is === 'class' ? instanceOf(engine, value, undefined, undefined) : value;
    const target = value.is === 'class' ? value : value.is === 'instance' ? value.class : undefined;
    return (target === undefined ? [] : levelsOf(engine, target)).flatMap((level) => classOf(level).members
      .filter(({ decorators = [] }) => decorators.some((decorator) => this.#isDecorator(decorator, level, by, module)))
      .map((member) => ({ handlers: engine.memberOf(member.static === true ? level : self, member.name), self })));
  }

  #isDecorator(decorator: Parameters<Evaluator['evaluate']>[0], { closure }: ClassValue, by: string, module: string): boolean {
    const written = decorator.is === 'call' ? decorator.callee : decorator;
    return this.#engine.evaluate(written, closure).values.some((value) => value.is === 'library' && this.#engine.libraries.isAt(value, by, module));
  }
}

// What `*` stands for in the call stands for it in the place: the model of `prisma.order.create` in `query.order.create`.
function named(handlerAt: string, row: HookRow, { path }: LibraryValue): string {
  if (!handlerAt.includes('*')) return handlerAt;
  const parts = path.split('.');
  const called = row.calls.find((one) => one.includes('.*.') && one.split('.').every((part, index) => part === '*' || part === parts[index]));
  return called === undefined ? handlerAt : handlerAt.replace('*', parts[called.split('.').indexOf('*')] ?? '*');
}

// The last one first.
function byOrder({ order: [unit, at] = [0, 0] }: Partial<Registered>, { order: [otherUnit, otherAt] = [0, 0] }: Partial<Registered>): number {
  return otherUnit - unit || otherAt - at;
}

/** What makes a value the same thing as another: the expression that made it, the class. */
function thingOf(value: Value): object {
  if (value.is === 'library') return value.call?.expression ?? value;
  if (value.is === 'class') return classOf(value);
  return value.is === 'instance' ? classOf(value.class) : value;
}
