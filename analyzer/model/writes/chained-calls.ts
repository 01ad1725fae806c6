import type { CallExpression, Expression, NewExpression } from '#facts/types.js';
import { creationOf, isChainedFrom, isSameThing } from '#program/creations.js';
import { basesOf, frameNear } from '#program/place-bases.js';
import type { Base } from '#program/place-bases.js';
import type { Scope } from '#program/parse-place.js';
import type { CallInstance, LibraryValue, Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import type { Callers } from './callers.js';

interface Chained {
  readonly unit: Unit;
  readonly call: CallExpression | NewExpression;
  readonly by: number;
}

/** Follows a place's prefixes to calls, looking at the calls of a name that are made on what this call starts from and at no others. */
export class ChainedCalls {
  readonly #context: ModelContext;
  readonly #callers: Callers;
  readonly #known = new Map<string, ReadonlyMap<Expression, readonly Chained[]>>();

  constructor(context: ModelContext, callers: Callers) {
    this.#context = context;
    this.#callers = callers;
  }

  /** What the rest of a place speaks of. */
  basesOf(call: CallInstance, callee: LibraryValue | undefined, scopes: readonly Scope[]): readonly Base[] {
    const { engine } = this.#context.program;
    const last = scopes.at(-1);
    const of = scopes.length === 2 && scopes[0]?.is === 'of' ? callee?.from : undefined;
    const anchor = of === undefined ? call : creationOf(engine, of);
    if (last?.is !== 'chain' || anchor === undefined || (scopes.length !== 1 && of === undefined)) return basesOf(engine, { call, callee }, scopes);
    const found: Base[] = [];
    for (const { unit, by, call: expression } of this.#madeOn(last.name).get(anchor.expression) ?? []) {
      const chained = engine.callInstance(expression, frameNear(engine, anchor.frame, unit, by));
      const holders = expression.callee.is === 'member' ? engine.evaluate(expression.callee.of, chained.frame).values : [];
      const holder = holders.find((value) => value.is === 'library' && (of === undefined ? isChainedFrom(value, anchor) : isSameThing(engine, value, of)));
      if (holder !== undefined) found.push({ is: 'call', call: chained, callee: this.#calleeOf(chained, holder) });
    }
    return found;
  }

  #calleeOf(call: CallInstance, holder: unknown): LibraryValue | undefined {
    const callee = this.#context.program.engine.targets(call).find((target) => target.is === 'value' && target.value.is === 'library' && target.value.from === holder);
    return callee?.is === 'value' && callee.value.is === 'library' ? callee.value : undefined;
  }

  /** The calls of a name, by the calls that what they are called on was made by. */
  #madeOn(name: string): ReadonlyMap<Expression, readonly Chained[]> {
    let known = this.#known.get(name);
    if (known === undefined) this.#known.set(name, (known = this.#search(name)));
    return known;
  }

  #search(name: string): ReadonlyMap<Expression, readonly Chained[]> {
    const { engine } = this.#context.program;
    const found = new Map<Expression, Chained[]>();
    for (const { unit, site: { call, by } } of engine.callsNamed(name)) {
      if (call.callee.is !== 'member') continue;
      const makers = new Set<Expression>();
      for (const frame of [engine.generic(unit, by), ...this.#callers.framesOf(unit.id, by)]) {
        for (const holder of engine.evaluate(call.callee.of, frame).values) {
          for (let value = holder.is === 'library' ? holder : undefined; value !== undefined; value = value.from) if (value.call !== undefined) makers.add(value.call.expression);
        }
      }
      for (const maker of makers) {
        const known = found.get(maker);
        if (known === undefined) found.set(maker, [{ unit, call, by }]);
        else known.push({ unit, call, by });
      }
    }
    return found;
  }
}
