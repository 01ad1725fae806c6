import type { CallExpression, Expression, NewExpression, Property, Type } from '#facts/types.js';
import { decidesAlone, livingArms } from '#program/dead-arms.js';
import { frameWithin, isPictureOf, outsideOfRounds } from '#program/frame-chain.js';
import type { CallInstance, Frame, Unit } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { isAppendedTo } from './appended-to.js';
import { KnownAnswers } from './known-answers.js';
import { callersOf, type Callers } from './callers.js';
import type { Entered } from './callers.js';
import { distinct, moved, partOf, withNames } from './source.js';
import type { Names, Source, Spot, Via } from './source.js';
import { typeGiven } from './type-arguments.js';

/** Expressions whose values come from others. */
const PASSING_ON: ReadonlySet<Expression['is']> = new Set<Expression['is']>(['variable', 'await', 'cast', 'assign', 'spread', 'conditional', 'logical', 'default', 'sequence', 'member', 'element', 'each', 'rest', 'call']);
const TOO_FAR: Source = { is: 'unknown', because: 'it goes through more hands than are followed' };
const MAX_DEPTH = 40;
/** Sources looked at for one question. */
const MAX_STEPS = 3000;
/** Members looked up in objects for one question. */
const MAX_LOOKED = 6000;

/** Follows expressions to where their values come from: through names, parameters and their callers, and the program's own functions. */
export class Sources {
  readonly #context: ModelContext;
  readonly callers: Callers;
  readonly #entered = new Map<string, Frame[]>();
  readonly #known = new KnownAnswers<readonly Source[]>();
  readonly #vias = new Map<Via | undefined, Map<CallInstance, Map<Frame, Via>>>();
  #steps = 0;
  #looked = 0;
  /** How often a question was given up. */
  cuts = 0;

  constructor(context: ModelContext) {
    this.#context = context;
    this.callers = callersOf(context);
    for (const { frame } of context.handlers.flatMap((handler) => handler.bodies)) {
      const key = functionKey(frame);
      this.#entered.set(key, [...(this.#entered.get(key) ?? []), frame]);
    }
  }

  /** Starts a question: where does what stands in this activation come from? */
  spot(frame: Frame): Spot {
    this.#steps = 0;
    this.#looked = 0;
    return { frame, trail: { frame, outer: undefined }, via: undefined, depth: 0 };
  }

  /** The sources of an expression; several are alternatives. */
  of(expression: Expression, spot: Spot): readonly Source[] {
    if (!PASSING_ON.has(expression.is)) return [{ is: 'expression', expression, spot }];
    if (spot.depth > MAX_DEPTH) return this.#giveUp();
    // What is kept is as seen from here: the way that led here is added to it.
    const found = this.#known.of(expression, spot, () => distinct(this.#find(expression, { frame: spot.frame, trail: undefined, via: spot.via, depth: spot.depth })).map((source) => moved(source, -spot.depth, undefined)));
    return found?.map((source) => moved(source, spot.depth, spot.trail)) ?? [TOO_FAR];
  }

  #giveUp(): readonly Source[] {
    this.cuts += 1;
    this.#known.cut();
    return [TOO_FAR];
  }

  #find(expression: Expression, spot: Spot): readonly Source[] {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) return this.#giveUp();
    switch (expression.is) {
      case 'variable': return this.#variable(expression.binding, spot);
      case 'await': return this.of(expression.of, spot);
      case 'cast': return withNames(this.of(expression.of, spot), this.#namesOf(expression.type, spot.frame.unit));
      case 'assign': return this.of(expression.value, spot);
      case 'spread': return this.of(expression.value, spot);
      case 'conditional': return livingArms(this.#context.program.engine, expression, spot.frame).flatMap((arm) => this.of(arm, spot));
      case 'logical': return this.#sides(expression, spot).flatMap((side) => this.of(side, spot));
      case 'default': return [...this.of(expression.value, spot), ...this.of(expression.fallback, spot)];
      case 'sequence': return this.of(expression.all[expression.all.length - 1] ?? { is: 'undefined' }, spot);
      case 'member': return this.#member(expression, spot);
      case 'element': return this.of(expression.of, spot).flatMap((source) => (source.is === 'request' ? [{ is: 'request', names: undefined } as const] : this.elements(source)));
      case 'each': return this.of(expression.of, spot).flatMap((source) => this.elements(source));
      case 'rest': return this.of(expression.of, spot);
      case 'call': return this.#call(expression, spot);
      default: return [{ is: 'expression', expression, spot }];
    }
  }

  /** What a member of a source is. A member of something that is not taken apart is from where the whole is. */
  member(source: Source, name: string): readonly Source[] {
    if (source.is === 'request') return [partOf(source, name)];
    if (source.is === 'value') return [{ is: 'value', set: this.#context.program.engine.member(source.set, name), spot: source.spot }];
    if (source.is === 'unknown') return [partOf(source, name)];
    if (source.expression.is === 'object') return this.#property(source.expression.properties, name, source.spot);
    if (source.expression.is === 'array') return /^\d+$/.test(name) && !source.expression.elements.some((element) => element.is === 'spread')
      ? this.#elementAt(source.expression.elements[Number(name)], source.spot) : [source];
    return [partOf(source, name)];
  }

  /** What the elements of a source are. */
  elements(source: Source): readonly Source[] {
    if (source.is !== 'expression' || source.expression.is !== 'array') return [source];
    return source.expression.elements.flatMap((element) => (element.is === 'spread' ? this.of(element.value, source.spot).flatMap((inner) => this.elements(inner)) : this.of(element, source.spot)));
  }

  /** The argument that fills a parameter of what a call enters. */
  argument(call: CallInstance, position: number, rest: boolean, spot: Spot): readonly Source[] {
    const given = call.expression.arguments;
    const inner: Spot = { frame: call.frame, trail: { frame: call.frame, outer: spot.trail }, via: spot.via, depth: spot.depth + 1 };
    const spread = given.findIndex((argument) => argument.is === 'spread');
    if (rest) return [{ is: 'expression', expression: { is: 'array', elements: given.slice(position), at: call.expression.at }, spot: inner }];
    const argument = given[position];
    if (spread >= 0 && spread <= position) {
      const whole = given[spread];
      return whole === undefined ? [] : this.of(whole, inner).flatMap((source) => this.member(source, String(position - spread)));
    }
    return argument === undefined ? [] : this.of(argument, inner);
  }

  #sides(expression: Extract<Expression, { is: 'logical' }>, { frame }: Spot): readonly Expression[] {
    const { operator, left, right } = expression;
    if (decidesAlone(this.#context.program.engine, expression, frame)) return [left];
    return operator === '&&' ? [right] : [left, right];
  }

  #elementAt(element: Expression | undefined, spot: Spot): readonly Source[] {
    return element === undefined ? [] : this.of(element, spot);
  }

  #member(expression: Extract<Expression, { is: 'member' }>, spot: Spot): readonly Source[] {
    if (expression.of.is === 'this' || expression.of.is === 'super') return [{ is: 'value', set: this.#context.program.engine.evaluate(expression, spot.frame), spot }];
    return this.of(expression.of, spot).flatMap((source) => this.member(source, expression.name));
  }

  #property(properties: readonly Property[], name: string, spot: Spot): readonly Source[] {
    // Objects spread into each other over and over.
    if ((this.#looked += 1) > MAX_LOOKED) return this.#giveUp();
    for (const property of [...properties].reverse()) {
      if (property.is === 'named' && property.name === name) return this.of(property.value, spot);
      if (property.is === 'computed') {
        const keys = this.#context.program.engine.evaluate(property.key, spot.frame).values;
        if (keys.some((key) => key.is === 'literal' && String(key.value) === name)) return this.of(property.value, spot);
      }
      if (property.is !== 'spread') continue;
      const found = this.of(property.value, spot).flatMap((source) => this.#spreadMember(source, name));
      if (found.length > 0) return found;
    }
    return [];
  }

  // What is spread has the member only where it is known to.
  #spreadMember(source: Source, name: string): readonly Source[] {
    if (source.is === 'request') return source.names === undefined || source.names.includes(name) ? [{ is: 'request', names: undefined }] : [];
    if (source.is !== 'value') return source.is === 'expression' && source.expression.is === 'object' ? this.member(source, name) : [];
    return this.member(source, name).filter((member) => member.is !== 'value' || member.set.values.some((value) => value.is !== 'undefined' && value.is !== 'unknown'));
  }

  #variable(index: number, spot: Spot): readonly Source[] {
    const { engine } = this.#context.program;
    const { unit } = spot.frame;
    const binding = unit.facts.bindings[index];
    if (binding === undefined) return [{ is: 'unknown', because: 'a name without declaration' }];
    let holder: Frame | undefined = spot.frame;
    while (holder !== undefined && (holder.function !== binding.owner || holder.unit !== unit)) {
      const fixed = holder.fixed?.get(index);
      if (fixed !== undefined) return [{ is: 'value', set: fixed, spot }];
      holder = holder.parent;
    }
    const frame = outsideOfRounds(holder ?? engine.generic(unit, binding.owner), binding);
    const inner: Spot = { frame, trail: { frame, outer: spot.trail }, via: spot.via, depth: spot.depth + 1 };
    const fixed = frame.fixed?.get(index);
    if (fixed !== undefined) return [{ is: 'value', set: fixed, spot: inner }];
    if (binding.from !== undefined || binding.kind === 'function' || binding.kind === 'class') return [{ is: 'value', set: engine.bindingIn(frame, index), spot: inner }];
    if (isAppendedTo(binding)) return [{ is: 'expression', expression: engine.remember(`parts of ${unit.id}:${index}`, () => ({ is: 'array', elements: binding.values.map(({ value }) => value), at: binding.at })), spot: inner }];
    if (binding.values.some(({ operator }) => operator !== undefined && /^(?:[-+*/%&|^]|\*\*|<<|>>>?)=$/.test(operator))) return [{ is: 'unknown', because: `${binding.name} is put together step by step` }];
    const sources: Source[] = [];
    const position = functionOf(frame).parameters.findIndex((parameter) => parameter.binding === index);
    if (position >= 0) sources.push(...this.#parameter(frame, position, inner));
    for (const { value, by } of binding.values) {
      const at = frameWithin(engine, frame, by);
      sources.push(...this.of(value, { ...inner, frame: at }));
    }
    if (binding.kind === 'catch') return [{ is: 'unknown', because: 'it is what was thrown' }];
    return withNames(sources, binding.type === undefined ? undefined : this.#namesOf(binding.type, unit));
  }

  #parameter(holder: Frame, position: number, spot: Spot): readonly Source[] {
    const parameter = functionOf(holder).parameters[position];
    const names = parameter?.type === undefined ? undefined : this.#namesOf(parameter.type, holder.unit);
    if (this.#isEntered(holder)) return [{ is: 'request', names }];
    const rest = parameter?.rest === true;
    for (let via = spot.via; via !== undefined; via = via.outer) {
      if (via.frame === holder) return withNames(this.argument(via.call, position, rest, { ...spot, via: via.outer }), names);
    }
    const callers = this.callers.filling(holder);
    const fallback = parameter?.default === undefined ? [] : this.of(parameter.default, spot);
    if (callers.length > 0) return withNames([...callers.flatMap(({ call, from }) => this.argument(call, position + from, rest, spot)), ...fallback], names);
    const passed = this.#passed(holder, spot);
    if (passed !== undefined) return withNames(passed, names);
    const given = holder.given?.[position] ?? this.#context.program.engine.parameter(holder, position);
    return [...withNames([{ is: 'value', set: given, spot } as const], names), ...fallback];
  }

  #isEntered(holder: Frame): boolean {
    return this.#entered.get(functionKey(holder))?.some((frame) => isPictureOf(this.#context.program.engine, holder, frame)) === true;
  }

  // A function given to a method gets what the method's object holds.
  #passed(holder: Frame, spot: Spot): readonly Source[] | undefined {
    const passed = holder.unit.index.passedTo.get(holder.function);
    if (passed === undefined || holder.parent === undefined || passed.call.callee.is !== 'member') return undefined;
    const frame = frameWithin(this.#context.program.engine, holder.parent, passed.by);
    const of = this.of(passed.call.callee.of, { frame, trail: { frame, outer: spot.trail }, via: spot.via, depth: spot.depth + 1 });
    return of.flatMap((source) => this.elements(source));
  }

  #call(expression: CallExpression, spot: Spot): readonly Source[] {
    const own = this.functionsCalled(expression, spot.frame);
    if (own.length === 0) return [{ is: 'expression', expression, spot }];
    const call = this.#context.program.engine.callInstance(expression, spot.frame);
    return own.flatMap(({ target, frame }) => {
      const returned = target.unit.index.returns.get(target.index) ?? [];
      const inner: Spot = { frame, trail: { frame, outer: spot.trail }, via: this.#via(frame, call, spot.via), depth: spot.depth + 1 };
      const given = typeGiven(expression, target);
      return withNames(returned.flatMap((value) => this.of(value, inner)), given === undefined ? undefined : this.#namesOf(given, spot.frame.unit));
    });
  }

  #via(frame: Frame, call: CallInstance, outer: Via | undefined): Via {
    const byCall = this.#vias.get(outer) ?? new Map<CallInstance, Map<Frame, Via>>();
    const byFrame = byCall.get(call) ?? new Map<Frame, Via>();
    const via = byFrame.get(frame) ?? { frame, call, outer };
    this.#vias.set(outer, byCall.set(call, byFrame.set(frame, via)));
    return via;
  }

  /** The program's own functions that a call enters, as far as they have a body. */
  functionsCalled(expression: CallExpression | NewExpression, frame: Frame): readonly Entered[] {
    return this.callers.entered(this.#context.program.engine.callInstance(expression, frame)).filter(({ target }) => functionOf(target).bodiless !== true);
  }

  /** The members that a declared type has, undefined when it says nothing or not all. */
  #namesOf(type: Type, unit: Unit): Names | undefined {
    const all = this.#context.program.engine.valuesOfType(type, unit).values.map((value) => {
      if (value.is === 'typed') return value.partial === true || value.members.some((member) => member.name === '[]') ? undefined : value.members.map((member) => member.name);
      return value.is === 'instance' ? value.class.unit.facts.classes[value.class.index]?.members.map((member) => member.name) : undefined;
    });
    return all.length === 0 || all.includes(undefined) ? undefined : [...new Set(all.flatMap((names) => names ?? []))];
  }
}
