import type { HookRow } from '#catalog/schema.js';
import { addressedBy } from './addressed.js';
import type { Evaluator } from './evaluator.js';
import { instanceOf, levelsOf } from './instances.js';
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
}

/** Knows which hooks are registered on what. */
export class Hooks {
  readonly #engine: Evaluator;
  readonly #registered = new Map<HookRow, readonly Registered[]>();

  constructor(engine: Evaluator) {
    this.#engine = engine;
  }

  /** The hooks that a call runs. */
  of(call: CallInstance, callee: LibraryValue): readonly Hooked[] {
    const all = this.#engine.libraries.rows(callee.module, callee.path)?.hooks ?? [];
    if (all.length === 0) return [];
    const addressed = all.flatMap((row) => addressedBy(this.#engine, row, call, callee));
    const rows = all.filter(({ ofMessage }) => ofMessage === undefined);
    return rows.length === 0 ? addressed : [...addressed, ...this.#registeredFor(rows, call, callee)];
  }

  #registeredFor(rows: readonly HookRow[], call: CallInstance, callee: LibraryValue): readonly Hooked[] {
    const worksOn = this.#subjects(call, callee);
    const things = new Set(worksOn.map(thingOf));
    const classes = worksOn.filter(({ is }) => is === 'class' || is === 'instance');
    return rows.flatMap((row) => {
      const self = row.self === undefined ? undefined : this.#engine.library(callee.module, row.self, callee, call);
      if (row.handlerAt === undefined) return classes.flatMap((value) => this.#decorated(value, row, callee.module));
      return this.#of(row, callee.module, row.handlerAt).filter(({ on }) => [...on].some((thing) => things.has(thing))).map(({ handlers }) => ({ handlers, self }));
    });
  }

  #of(row: HookRow, module: string, handlerAt: string): readonly Registered[] {
    const known = this.#registered.get(row);
    if (known !== undefined) return known;
    this.#registered.set(row, []);
    const found = this.#registering(row, module, handlerAt);
    this.#registered.set(row, found);
    return found;
  }

  #registering(row: HookRow, module: string, handlerAt: string): readonly Registered[] {
    const engine = this.#engine;
    return engine.callsNamed(row.by.slice(row.by.lastIndexOf('.') + 1)).flatMap(({ unit, site }) => {
      const call = engine.callInstance(site.call, engine.generic(unit, site.by));
      return engine.targets(call).flatMap((target) => {
        if (target.is !== 'value' || target.value.is !== 'library' || !engine.libraries.isAt(target.value, row.by, module)) return [];
        if (row.when !== undefined && holds(engine, call, target.value, row.when) === false) return [];
        const handlers = placeValues(engine, call, target.value, handlerAt);
        const on = new Set<object>([site.call, ...(row.onlyResult === true ? [] : this.#calledOn(call, target.value).map(thingOf))]);
        return handlers.values.length === 0 ? [] : [{ on, handlers }];
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
      for (const { values } of this.#engine.argumentsOf(current.call)) found.push(...values.filter(({ is }) => is === 'class' || is === 'library'));
    }
    return found;
  }

  #decorated(value: Value, row: HookRow, module: string): readonly Hooked[] {
    const engine = this.#engine;
    const self = value.is === 'class' ? instanceOf(engine, value, undefined, undefined) : value;
    const target = value.is === 'class' ? value : value.is === 'instance' ? value.class : undefined;
    return (target === undefined ? [] : levelsOf(engine, target)).flatMap((level) => classOf(level).members
      .filter(({ decorators = [] }) => decorators.some((decorator) => this.#isDecorator(decorator, level, row.by, module)))
      .map((member) => ({ handlers: engine.memberOf(member.static === true ? level : self, member.name), self })));
  }

  #isDecorator(decorator: Parameters<Evaluator['evaluate']>[0], { closure }: ClassValue, by: string, module: string): boolean {
    const written = decorator.is === 'call' ? decorator.callee : decorator;
    return this.#engine.evaluate(written, closure).values.some((value) => value.is === 'library' && this.#engine.libraries.isAt(value, by, module));
  }
}

/** What makes a value the same thing as another: the expression that made it, the class. */
function thingOf(value: Value): object {
  if (value.is === 'library') return value.call?.expression ?? value;
  if (value.is === 'class') return classOf(value);
  return value.is === 'instance' ? classOf(value.class) : value;
}
