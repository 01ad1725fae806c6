import type { HookRow } from '#catalog/schema.js';
import type { CallExpression } from '#facts/types.js';
import type { Evaluator } from './evaluator.js';
import type { Hooked } from './hooks.js';
import { placeValues } from './places.js';
import type { CallInstance, ClassValue, LibraryValue, Unit } from './values.js';

/** A class that takes messages, with the classes that its decorator names. */
interface MessageHandler {
  readonly handler: ClassValue;
  readonly of: readonly ClassValue[];
}

/** Knows the methods that calls hand messages to, by the message's class: `commands.execute(new Pay(id))` runs what `@CommandHandler(Pay)` stands on. */
export class Addressed {
  readonly #engine: Evaluator;
  readonly #handlers = new Map<HookRow, readonly MessageHandler[]>();

  constructor(engine: Evaluator) {
    this.#engine = engine;
  }

  /** Those that a call runs by a row; none where the row hands over no messages, or nobody knows which. */
  of(row: HookRow, call: CallInstance, callee: LibraryValue): readonly Hooked[] {
    if (row.ofMessage === undefined) return [];
    const { at, method } = row.ofMessage;
    const message = placeValues(this.#engine, call, callee, at);
    const classes = message.values.flatMap((value) => (value.is === 'instance' ? [value.class] : []));
    if (classes.length === 0) return [];
    return this.#handlersOf(row, callee.module).filter(({ of }) => of.some((named) => classes.some((sent) => isSame(named, sent)))).flatMap(({ handler }) =>
      this.#engine.injected(handler).values.map((self) => ({ handlers: this.#engine.memberOf(self, method), self, given: [message] })));
  }

  #handlersOf(row: HookRow, module: string): readonly MessageHandler[] {
    let known = this.#handlers.get(row);
    if (known === undefined) this.#handlers.set(row, (known = handlersOf(this.#engine, row.by ?? '', module)));
    return known;
  }
}

function handlersOf(engine: Evaluator, by: string, module: string): readonly MessageHandler[] {
  return engine.callsNamed(by.slice(by.lastIndexOf('.') + 1)).flatMap(({ unit, site: { call } }) => (call.is === 'new' ? [] : decoratedWith(engine, unit, call)).flatMap((handler) => {
    const instance = engine.callInstance(call, handler.closure);
    const isMeant = engine.targets(instance).some((target) => target.is === 'value' && target.value.is === 'library' && engine.libraries.isAt(target.value, by, module));
    const of = isMeant ? engine.argumentsOf(instance).flatMap(({ values }) => values.flatMap((value) => (value.is === 'class' ? [value] : []))) : [];
    return of.length === 0 ? [] : [{ handler, of }];
  }));
}

function decoratedWith(engine: Evaluator, unit: Unit, call: CallExpression): readonly ClassValue[] {
  return unit.facts.classes.flatMap(({ decorators = [], owner }, index) => {
    if (!decorators.includes(call)) return [];
    const closure = engine.generic(unit, owner);
    return [engine.table.intern<ClassValue>(`c${unit.id}:${index}:${closure.id}`, { is: 'class', unit, index, closure })];
  });
}

function isSame(a: ClassValue, b: ClassValue): boolean {
  return a.unit === b.unit && a.index === b.index;
}
