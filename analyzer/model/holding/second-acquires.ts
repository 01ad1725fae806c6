import type { Library, OperationRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import type { PoolFinder } from '../places/pool-finder.js';
import { everyCall } from '../every-call.js';
import { holdsValue, isItself, isOf } from './held.js';
import type { Held } from './held.js';

/** Tells whether a call takes a connection beside the one that is held. */
export class SecondAcquires {
  readonly #context: ModelContext;
  readonly #pools: PoolFinder;
  readonly #ambient = new Map<Library, boolean>();

  constructor(context: ModelContext, pools: PoolFinder) {
    this.#context = context;
    this.#pools = pools;
  }

  /** Does a call work on the connection that is held: called on it, or given it? */
  isOn(step: CallStep, held: Held): boolean {
    const { engine } = this.#context.program;
    if (isOf(step.callee, held)) return true;
    const calls = [step.call];
    // `knex('t').transacting(trx).insert(row)`: given further left in the chain.
    for (let current = step.callee.from; current !== undefined; current = current.from) if (current.call !== undefined) calls.push(current.call);
    return calls.some((call) => engine.argumentsOf(call).some((set) => holdsValue(this.#context, set, (value) => isItself(value, held))));
  }

  /** Does a call certainly take another connection than the one that is held? */
  isSecond(step: CallStep, row: OperationRow, held: Held): boolean {
    if (row.acquires === undefined || held.row.unpinned === true || this.isOn(step, held)) return false;
    const library = this.#context.program.engine.libraries.library(step.callee.module);
    if (library === undefined || this.#isAmbient(library)) return false;
    const names = (library.joins ?? []).some((place) => placeValues(this.#context.program.engine, step.call, step.callee, place).values.length > 0);
    return !names && isTold(step);
  }

  /** Are both of one pool? Undefined where nobody can tell. */
  isSamePool(step: CallStep, held: Held): boolean | undefined {
    const [mine, other] = [this.#pools.behind(step), this.#pools.behind(held.step)];
    if (mine.length === 0 || other.length === 0) return undefined;
    return mine.some(({ pool }) => other.some((use) => use.pool === pool));
  }

  #isAmbient(library: Library): boolean {
    let known = this.#ambient.get(library);
    if (known === undefined) this.#ambient.set(library, (known = this.#finds(library)));
    return known;
  }

  #finds(library: Library): boolean {
    const { engine } = this.#context.program;
    if (engine.libraries.libraries.some((other) => other.ambient?.includes('') === true && engine.uses(other))) return true;
    const paths = library.ambient ?? [];
    return paths.length > 0 && everyCall(this.#context).some(({ callee }) => callee.module === library.package && paths.includes(callee.path));
  }
}

// What is called on something that came in from outside, of which only the type is known, may be the transaction itself.
function isTold({ call, callee }: CallStep): boolean {
  for (let current = callee.from; current !== undefined; current = current.from) if (current.call !== undefined) return true;
  const root = rootOf(call.expression.callee);
  if (root.is === 'this') return true;
  if (root.is !== 'variable') return false;
  const binding = call.frame.unit.facts.bindings[root.binding];
  return binding !== undefined && (binding.kind === 'import' || binding.owner === 0);
}

function rootOf(expression: Expression): Expression {
  let current = expression;
  for (;;) {
    if (current.is === 'member' || current.is === 'element' || current.is === 'await' || current.is === 'cast') current = current.of;
    else if (current.is === 'call') current = current.callee;
    else return current;
  }
}
