import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import type { CallSite } from './file-index.js';
import type { Question } from './questions.js';
import type { ListValue, Unit } from './values.js';

/** A call that adds to a list, set or map after it was made. */
export interface Adder {
  readonly unit: Unit;
  readonly site: CallSite;
  readonly holder: Expression;
  /** The key in a map. */
  readonly key: Expression | undefined;
  readonly added: readonly Expression[];
  /** In front of what is there. */
  readonly front: boolean;
}

type Written = Omit<Adder, 'unit'>;

/** What adds to a list: all its arguments, or the one after the key. */
const ADDERS: ReadonlyMap<string, 'all' | 'second'> = new Map([['push', 'all'], ['unshift', 'all'], ['add', 'all'], ['set', 'second']]);

const OWN = new WeakMap<Unit, readonly Adder[]>();
const OUTSIDE = new WeakMap<Engine, ReadonlyMap<Expression, readonly Adder[]>>();

/** The calls that may add to a list: in the file that makes it, and in those that import it. Whether each does is left to see. */
export function addersTo(engine: Engine, { origin }: ListValue): readonly Adder[] {
  if (origin === undefined) return [];
  const { unit } = origin.frame;
  let own = OWN.get(unit);
  if (own === undefined) OWN.set(unit, (own = unit.ask(written).map((adder) => ({ ...adder, unit }))));
  let outside = OUTSIDE.get(engine);
  if (outside === undefined) OUTSIDE.set(engine, (outside = outsideAdders(engine)));
  const others = outside.get(origin.expression);
  return others === undefined ? own : [...own, ...others.filter((adder) => adder.unit !== unit)];
}

// `closers.push(f)`, `registry.set(name, f)`, where the list is another file's.
function outsideAdders(engine: Engine): ReadonlyMap<Expression, readonly Adder[]> {
  const found = new Map<Expression, Adder[]>();
  for (const unit of engine.units.values()) {
    for (const adder of unit.ask(imported)) {
      for (const value of engine.evaluate(adder.holder, engine.generic(unit, adder.site.by)).values) {
        if (value.is !== 'list' || value.origin === undefined) continue;
        const known = found.get(value.origin.expression) ?? [];
        found.set(value.origin.expression, [...known, { ...adder, unit }]);
      }
    }
  }
  return found;
}

const written: Question<readonly Written[]> = ({ index }) => [...ADDERS].flatMap(([name, which]) => (index.calls.get(name) ?? []).flatMap((site): Written[] => {
  const { callee, arguments: given } = site.call;
  if (callee.is !== 'member') return [];
  const holder = callee.of;
  if (!isKept(holder) && !(holder.is === 'element' && isKept(holder.of))) return [];
  return [{ site, holder, key: which === 'all' ? undefined : given[0], added: which === 'all' ? given : given.slice(1, 2), front: name === 'unshift' }];
}));

const imported: Question<readonly Written[]> = (file) => written(file).filter(({ holder }) => {
  const name = holder.is === 'element' ? holder.of : holder;
  const base = name.is === 'member' ? name.of : name;
  return base.is === 'variable' && file.facts.bindings[base.binding]?.from !== undefined;
});

// A name, a field; one of the lists that either holds: `this.hooks[phase].push(hook)`; what a namespace exports.
function isKept(holder: Expression): boolean {
  return holder.is === 'variable' || (holder.is === 'member' && (holder.of.is === 'this' || holder.of.is === 'variable'));
}
