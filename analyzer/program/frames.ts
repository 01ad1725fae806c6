import { CoarseValues } from './coarse-values.js';
import type { DataSource } from './coarse-values.js';
import { isWhole } from './whole-arguments.js';
import type { FunctionIndex } from '#facts/types.js';
import { PlainValues } from './plain-values.js';
import type { PlainValueSource } from './plain-values.js';
import type { Needs } from './captures.js';
import { MAX_CALLBACK_FRAMES, MAX_DATA_FRAMES, MAX_FRAME_DEPTH, MAX_FRAMES, MAX_INSTANCE_FRAMES, MAX_SHAPE_FRAMES } from './engine.js';
import type { LimitHits } from './limit-hits.js';
import type { Question } from './questions.js';
import { framesOf, furtherRound } from './recursion.js';
import type { ValueTable } from './value-table.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, Unit, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** What is needed to tell activations apart. */
export type FrameSource = PlainValueSource & DataSource;

const TOO_MANY = 'it is called in too many ways';

/** Makes activations unique and keeps their number finite. */
export class FrameTable {
  readonly #table: ValueTable;
  readonly #frames = new Map<string, Frame>();
  readonly #counts = new Map<string, number>();
  readonly #generic = new Map<Unit, Frame[]>();
  readonly #hits: LimitHits;
  readonly #constructed = new Map<string, Set<string>>();
  readonly #withoutTheirData = new Set<string>();
  #calledTimes = 0;
  #isExact = false;

  readonly #plain: PlainValues;
  readonly #coarse: CoarseValues;

  constructor(table: ValueTable, hits: LimitHits, source: FrameSource) {
    this.#plain = new PlainValues(source);
    this.#coarse = new CoarseValues(table, source, {
      generic: (unit, index) => this.generic(unit, index),
      given: ({ unit, function: index, self }, parent, given) => this.#frame(unit, index, parent, self, given, undefined),
    });
    this.#table = table;
    this.#hits = hits;
  }

  /** A set without what tells its values apart and matters to nobody. */
  plain(set: ValueSet): ValueSet {
    return this.#plain.of(set);
  }

  /** The activation of a module's top level. */
  module(unit: Omit<Unit, 'frame'>): Frame {
    return this.#frame(unit as Unit, 0, undefined, undefined, [], undefined);
  }

  /** The activation of a function in its closure with these arguments; undefined ones stand for an unknown caller. */
  enter(target: FunctionValue, given: readonly ValueSet[] | undefined, self: Value | undefined): Frame {
    const own = functionOf(target).kind === 'arrow' ? undefined : (self ?? target.self);
    return this.of(target.unit, target.index, target.closure, own, this.#trim(target, given));
  }

  /** An activation about whose caller nothing is known, inside such activations of the functions around it. */
  generic(unit: Unit, index: FunctionIndex): Frame {
    let known = this.#generic.get(unit);
    if (known === undefined) this.#generic.set(unit, (known = []));
    const parent = unit.facts.functions[index]?.parent ?? -1;
    return (known[index] ??= parent < 0 ? unit.frame : this.of(unit, index, this.generic(unit, parent), undefined, undefined));
  }

  /** Activations made meanwhile keep all that they are given, as far as there are not too many of one function. */
  exactly<T>(run: () => T): T {
    const outer = this.#isExact;
    this.#isExact = true;
    try {
      return run();
    } finally {
      this.#isExact = outer;
    }
  }

  of(unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[] | undefined): Frame {
    if (given === undefined) return this.#frame(unit, index, parent, self, undefined, undefined);
    const depth = depthOf(parent, given);
    if (depth > MAX_FRAME_DEPTH) {
      this.#hits.add('nesting of calls', { unit, index });
      return this.#frame(unit, index, parent, self, given.map((set) => this.#withoutFunctions(set)), undefined);
    }
    const told = given.map((set) => this.#plain.of(set));
    const precise = this.#known(unit, index, parent, self, told);
    if (precise !== undefined) return precise;
    const round = furtherRound({ unit, index, self, given: told }, depth);
    if (round !== undefined) return round;
    const count = isAccessor(unit, index) || ((this.#isExact || isCalculation(unit, index)) && this.#countOf(unit, index) < MAX_FRAMES) ? 0 : this.#countOf(unit, index);
    if (count < MAX_DATA_FRAMES) return this.#frame(unit, index, parent, self, told, undefined);
    if (count < MAX_SHAPE_FRAMES) return this.#coarser(unit, index, parent, self, told, told.map((set) => this.#coarse.onlyShapes(set)));
    if (count < MAX_INSTANCE_FRAMES) return this.#coarser(unit, index, parent, self, told, told.map((set) => this.#coarse.withoutData(set)));
    const any = self?.is === 'instance' ? this.#coarse.anyInstance(self) : self;
    const most = given.some(hasFunction) ? MAX_CALLBACK_FRAMES : MAX_FRAMES;
    if (count < most) return this.#frame(unit, index, parent === undefined ? undefined : this.#coarse.closure(parent), any, told.map((set) => this.#coarse.withoutDataOfClosures(this.#coarse.withoutInstances(this.#coarse.withoutData(set)))), undefined);
    this.#hits.add('activations of one function', { unit, index });
    return this.#frame(unit, index, parent, any, given.map((set) => (count < most + MAX_FRAMES ? this.#coarse.onlyFunctions(set, TOO_MANY) : this.#table.unknown(TOO_MANY))), undefined);
  }

  #countOf(unit: Unit, index: FunctionIndex): number {
    return this.#counts.get(`${unit.id}:${index}`) ?? 0;
  }

  // Where it is a new one all the same, for the functions it is given, it may keep its data.
  #coarser(unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, told: readonly ValueSet[], coarse: readonly ValueSet[]): Frame {
    const key = keyOf(unit, index, parent, self, coarse, undefined);
    const isFirst = told.some(hasFunction) && !this.#withoutTheirData.has(key) && !this.#frames.has(key);
    if (isFirst) this.#withoutTheirData.add(key);
    return this.#frame(unit, index, parent, self, isFirst ? told : coarse, undefined);
  }

  /** The same activation with some names bound to one element each: an unrolled loop. */
  fix(frame: Frame, fixed: ReadonlyMap<number, ValueSet>): Frame {
    return this.#frame(frame.unit, frame.function, frame.parent, frame.self, frame.given, new Map([...(frame.fixed ?? []), ...fixed]), frame);
  }

  /** The activation around a new closure, without what the closure does not use: two that differ in nothing else are one. */
  closure(index: FunctionIndex, creator: Frame): Frame {
    const { captures } = creator.unit;
    let frame = creator;
    while (frame.parent !== undefined) {
      const needs = captures.needs(index, frame.function);
      if (needs.any) return this.#masked(frame, needs);
      frame = frame.parent;
    }
    return frame;
  }

  #masked(frame: Frame, needs: Needs): Frame {
    const { given, self } = frame;
    if (given === undefined || frame.fixed !== undefined) return frame;
    const isMethod = functionOf(frame).kind !== 'arrow';
    const last = functionOf(frame).parameters.length - 1;
    const kept = given.map((set, position) => (needs.parameters.has(Math.min(position, last)) ? set : this.#table.unused));
    const keptSelf = needs.self || !isMethod ? self : undefined;
    if (keptSelf === self && kept.every((set, position) => set === given[position])) return frame;
    return this.#frame(frame.unit, frame.function, frame.parent, keptSelf, kept, undefined);
  }

  call(expression: CallInstance['expression'], frame: Frame): CallInstance {
    let call = frame.calls.get(expression);
    if (call === undefined) frame.calls.set(expression, (call = { id: (this.#calledTimes += 1), expression, frame, targets: undefined, given: undefined }));
    return call;
  }

  #trim(target: FunctionValue, given: readonly ValueSet[] | undefined): readonly ValueSet[] | undefined {
    if (given === undefined) return undefined;
    const { parameters } = functionOf(target);
    const rest = parameters.length > 0 && parameters[parameters.length - 1]?.rest === true;
    if (rest || given.length === parameters.length) return given;
    if (given.length > parameters.length) return given.slice(0, parameters.length);
    return isWhole(given) ? [...given, ...Array.from({ length: parameters.length - given.length }, () => this.#table.absent)] : given;
  }

  #known(unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[]): Frame | undefined {
    return this.#frames.get(keyOf(unit, index, parent, self, given, undefined));
  }

  #frame(
    unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[] | undefined,
    fixed: ReadonlyMap<number, ValueSet> | undefined, outside?: Frame,
  ): Frame {
    const key = keyOf(unit, index, parent, self, given, fixed);
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    const counter = `${unit.id}:${index}`;
    this.#counts.set(counter, (this.#counts.get(counter) ?? 0) + 1);
    const frame: Frame = {
      id: this.#frames.size, unit, function: index, parent, self, given, fixed, outside,
      depth: given === undefined ? (parent?.depth ?? 0) + 1 : depthOf(parent, given), results: new Map(), bindings: new Map(), calls: new Map(),
    };
    this.#frames.set(key, frame);
    return frame;
  }

  /** Constructor arguments that tell instances of a class apart: data only up to a number of instances. */
  constructing(target: ClassValue, all: readonly ValueSet[]): readonly ValueSet[] {
    const given = all.map((set) => this.#plain.of(set));
    const key = `new:${target.id}`;
    const known = this.#constructed.get(key) ?? new Set<string>();
    this.#constructed.set(key, known);
    const ids = given.map((set) => set.id).join(',');
    if (known.has(ids)) return given;
    if (known.size < MAX_DATA_FRAMES) {
      known.add(ids);
      return given;
    }
    return given.map((set) => this.#coarse.withoutData(set));
  }

  #withoutFunctions(set: ValueSet): ValueSet {
    if (set.values.every((value) => valueDepth(value) === 0)) return set;
    return this.#table.union([
      this.#table.of(set.values.filter((value) => valueDepth(value) === 0)), this.#table.unknown('calls nest too deeply'),
    ]);
  }
}

function hasFunction({ values }: ValueSet): boolean {
  return values.some(({ is }) => is === 'function');
}

/** A function that only gives a member costs nothing, however many there are of its activations. */
function isAccessor(unit: Unit, index: FunctionIndex): boolean {
  // A module is none, and what else it holds is not looked at: somebody may be writing there.
  const facts = index === 0 ? undefined : unit.facts.functions[index];
  const only = facts?.parameters.length === 0 ? facts.body[0] : undefined;
  let value = only?.is === 'return' ? only.value : undefined;
  while (value?.is === 'member') value = value.of;
  return value?.is === 'this' && facts?.body.length === 1;
}

const calling: Question<ReadonlySet<FunctionIndex>> = ({ facts, index }) =>
  new Set([...[...index.calls.values()].flatMap((sites) => sites.map(({ by }) => by)), ...facts.functions.flatMap(({ parent }) => parent ?? [])]);

/** A named function that calls nothing and makes no function: nothing multiplies below its activations, and what it gives for each of its texts is told (`routerPath('find')`). */
function isCalculation(unit: Unit, index: FunctionIndex): boolean {
  const facts = index === 0 ? undefined : unit.facts.functions[index];
  return facts !== undefined && facts.name !== '' && facts.kind !== 'constructor' && !unit.ask(calling).has(index);
}

function keyOf(
  unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[] | undefined,
  fixed: ReadonlyMap<number, ValueSet> | undefined,
): string {
  let key = `${unit.id}:${index}:${parent?.id ?? ''}:${self?.id ?? ''}:`;
  if (given === undefined) key += '?';
  else for (const set of given) key += `${set.id},`;
  if (fixed !== undefined) for (const [binding, set] of fixed) key += `;${binding}=${set.id}`;
  return key;
}

function depthOf(parent: Frame | undefined, given: readonly ValueSet[]): number {
  let depth = parent?.depth ?? 0;
  for (const set of given) for (const value of set.values) depth = Math.max(depth, valueDepth(value));
  return depth + 1;
}

function valueDepth(value: Value): number {
  if (value.is === 'bound') return valueDepth(value.target) + 1;
  let depth = 0;
  for (const frame of framesOf(value)) depth = Math.max(depth, frame.depth);
  return depth;
}
