import type { HookRow } from '#catalog/schema.js';
import type { CallExpression } from '#facts/types.js';
import type { Evaluator } from './evaluator.js';
import type { Hooked } from './hooks.js';
import { placeValues } from './places.js';
import type { CallInstance, ClassValue, LibraryValue, Unit } from './values.js';

/** The methods that a call hands a message to, by the message's class: `commands.execute(new Pay(id))` runs what `@CommandHandler(Pay)` stands on. */
export function addressedBy(engine: Evaluator, row: HookRow, call: CallInstance, callee: LibraryValue): readonly Hooked[] {
  if (row.ofMessage === undefined) return [];
  const message = placeValues(engine, call, callee, row.ofMessage.at);
  const classes = message.values.flatMap((value) => (value.is === 'instance' ? [value.class] : []));
  if (classes.length === 0) return [];
  const { method } = row.ofMessage;
  return handlersOf(engine, row.by ?? '', callee.module).filter(({ of }) => of.some((named) => classes.some((sent) => isSame(named, sent)))).flatMap(({ handler }) =>
    engine.injected(handler).values.map((self) => ({ handlers: engine.memberOf(self, method), self, given: [message] })));
}

interface MessageHandler {
  readonly handler: ClassValue;
  /** The classes that its decorator names. */
  readonly of: readonly ClassValue[];
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
