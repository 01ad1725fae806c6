import type { Expression } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import { frameWithin } from '#program/frame-chain.js';
import type { CallInstance, Frame } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { plainName, UNKNOWN, valueText } from './changes.js';
import type { Changes } from './changes.js';
import { WHAT_A_REQUEST_BRINGS } from './origins.js';
import type { Source } from './source.js';
import type { Sources } from './sources.js';

type Names = Changes['names'];

const SAYS_NOTHING = new Set(['id', 'length', 'rows', 'data', 'rowcount', 'size', 'type', 'message', 'error', 'ok', 'value', 'name']);
/** Values of a state in which nothing was done yet, and in which it was. */
const OPEN = /^(?:\w+_)?(?:pending|queued|new|created|draft|initial|open|unpaid|requested|waiting|todo|idle|ready|scheduled|null|undefined|none|false|0)$/i;
const DONE = /^(?:\w+_)?(?:done|complete[d]?|success(?:ful)?|succeeded|paid|sent|delivered|processed|processing|fulfilled|claimed|used|consumed|redeemed|accepted|confirmed|verified|finished|closed|published|active|shipped|captured|refunded|true|1)$/i;
const WHEN = /(?:at|date|until|since|time|on)$/i;
const ASKS = /^(?:is|has|was|can|should|already|includes|some|every)/;
const READS = /^(?:get|find|fetch|load|retrieve|select)(?![a-z])/;
const MAX_NAMES = 4;

/** Recognises tests of a state that the code itself changes so that the test fails the next time. */
export class ChangedState {
  readonly #context: ModelContext;
  readonly #sources: Sources;

  constructor(context: ModelContext, sources: Sources) {
    this.#context = context;
    this.#sources = sources;
  }

  /** The member that lets the test say something else the second time; undefined where none does. */
  in(test: Expression, when: boolean, frame: Frame, names: Names, depth = 0): string | undefined {
    switch (test.is) {
      case 'await': case 'cast': return this.in(test.of, when, frame, names, depth);
      case 'unary': return test.operator === '!' ? this.in(test.of, !when, frame, names, depth) : undefined;
      case 'logical': {
        const sides = [test.left, test.right].map((side) => this.in(side, when, frame, names, depth));
        // One of them is enough where both have to hold.
        return (test.operator === '&&') === when ? sides.find((side) => side !== undefined) : sides.every((side) => side !== undefined) ? sides[0] : undefined;
      }
      case 'binary': return this.#compared(test, when, frame, names);
      case 'member': {
        const values = this.#changed(test, frame, names) ?? new Set<string>();
        return values.size > 0 && isSetSo(values, !when) ? test.name : this.#inMember(test, when, frame, names, depth);
      }
      case 'variable': return this.#inVariable(test.binding, when, frame, names, depth);
      case 'call': return this.#asked(test, when, frame, names);
      default: return undefined;
    }
  }

  #compared({ operator, left, right }: Extract<Expression, { is: 'binary' }>, when: boolean, frame: Frame, names: Names): string | undefined {
    const [member, other] = left.is === 'member' && this.#changed(left, frame, names) !== undefined ? [left, right] : [right, left];
    if (member.is !== 'member') return this.#leftOver(left, frame, names);
    const values = this.#changed(member, frame, names);
    if (values === undefined) return undefined;
    if (/^[<>]=?$/.test(operator)) return WHEN.test(member.name) ? member.name : undefined;
    if (!/^[!=]==?$/.test(operator)) return undefined;
    const wanted = valueText(other, frame);
    const runsWhenEqual = operator.startsWith('=') === when;
    const others = [...values].filter((value) => value !== wanted);
    if (runsWhenEqual) return OPEN.test(wanted) && others.length > 0 ? member.name : undefined;
    if (wanted !== UNKNOWN && values.has(wanted)) return member.name;
    return values.has(UNKNOWN) && DONE.test(wanted) ? member.name : undefined;
  }

  // `const added = tags.filter((tag) => !row.tags.includes(tag)); if (added.length === 0) return`.
  #leftOver(left: Expression, frame: Frame, names: Names): string | undefined {
    const list = left.is === 'member' && left.name === 'length' && left.of.is === 'variable' ? frame.unit.facts.bindings[left.of.binding] : undefined;
    for (const { value, by } of list?.kind === 'parameter' ? [] : (list?.values ?? [])) {
      const owner = holderOf(frame, by);
      for (const inner of owner === undefined ? [] : functionsGiven(value)) {
        for (const returned of frame.unit.index.returns.get(inner) ?? []) {
          const found = owner === undefined ? undefined : this.in(returned, true, frameWithin(this.#context.program.engine, owner, inner), names, MAX_NAMES);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  // `!row.labels.includes(label)`, `isCancellable(run.status)`.
  #asked(test: Extract<Expression, { is: 'call' }>, when: boolean, frame: Frame, names: Names): string | undefined {
    const name = test.callee.is === 'member' ? test.callee.name : test.callee.is === 'variable' ? (frame.unit.facts.bindings[test.callee.binding]?.name ?? '') : '';
    if (!ASKS.test(name)) return undefined;
    const asked = [...(test.callee.is === 'member' ? [test.callee.of] : []), ...test.arguments];
    const member = asked.map((part) => memberOf(part, frame)).find((part) => part !== undefined && this.#changed(part, frame, names) !== undefined);
    if (member === undefined) return undefined;
    if (name === 'includes' && test.arguments.some((argument) => memberOf(argument, frame) === member)) return this.#leavesList(test, member, when, frame, names) ? member.name : undefined;
    return /^(?:includes|has|some|already|was)/.test(name) && when ? undefined : member.name;
  }

  // `[EXPIRED, CANCELLED].includes(row.status)`: what it is set to is none of them.
  #leavesList({ callee }: Extract<Expression, { is: 'call' }>, member: Extract<Expression, { is: 'member' }>, when: boolean, frame: Frame, names: Names): boolean {
    const list = callee.is === 'member' && callee.of.is === 'array' ? callee.of.elements.map((element) => valueText(element, frame)) : undefined;
    const set = [...(this.#changed(member, frame, names) ?? [])];
    if (list === undefined) return !when;
    return set.some((value) => (when ? !list.includes(value) : list.includes(value)));
  }

  #inVariable(index: number, when: boolean, frame: Frame, names: Names, depth: number): string | undefined {
    const binding = frame.unit.facts.bindings[index];
    if (binding === undefined || binding.kind === 'parameter' || depth >= MAX_NAMES || binding.values.length !== 1) return undefined;
    const [{ value, by }] = binding.values as [(typeof binding.values)[number]];
    const owner = holderOf(frame, by);
    return owner === undefined ? undefined : this.in(value, when, owner, names, depth + 1);
  }

  // `const { isNew } = await transaction(() => { … return { isNew: … } })`.
  #inMember({ of, name }: Extract<Expression, { is: 'member' }>, when: boolean, frame: Frame, names: Names, depth: number): string | undefined {
    const binding = of.is === 'variable' ? frame.unit.facts.bindings[of.binding] : undefined;
    if (binding === undefined || binding.kind === 'parameter' || depth >= MAX_NAMES) return undefined;
    for (const { value, by } of binding.values) {
      const owner = holderOf(frame, by);
      for (const inner of owner === undefined ? [] : functionsGiven(value)) {
        for (const returned of frame.unit.index.returns.get(inner) ?? []) {
          const property = returned.is === 'object' ? returned.properties.find((candidate) => candidate.is === 'named' && candidate.name === name) : undefined;
          const found = property === undefined || owner === undefined ? undefined : this.in(property.value, when, frameWithin(this.#context.program.engine, owner, inner), names, depth + 1);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  }

  /** The values that a member of what was read is given. */
  #changed({ of, name }: Extract<Expression, { is: 'member' }>, frame: Frame, names: Names): ReadonlySet<string> | undefined {
    const plain = plainName(name);
    const values = SAYS_NOTHING.has(plain) ? undefined : names.get(plain);
    return values !== undefined && this.#isRead(of, frame) ? values : undefined;
  }

  // Read, or handed in by somebody who is not in sight: what the request brings says nothing of what was done before.
  #isRead(expression: Expression, frame: Frame): boolean {
    if (isCalledReading(expression, frame)) return true;
    const sources = this.#sources.of(expression, this.#sources.spot(frame));
    return sources.every(isFromElsewhere) || sources.some((source) => this.#isAnswer(source, 0));
  }

  #isAnswer(source: Source, depth: number): boolean {
    if (source.is === 'value') return source.set.values.some((value) => value.is === 'library' && value.call !== undefined && this.#isReading(value.call));
    if (source.is !== 'expression' || (source.expression.is !== 'call' && source.expression.is !== 'new') || depth > 3) return false;
    if (this.#isReading({ expression: source.expression, frame: source.spot.frame })) return true;
    const { callee } = source.expression;
    return callee.is === 'member' && source.expression.is === 'call' && this.#isOutOfSight({ expression: source.expression, frame: source.spot.frame })
      && ((READS.test(callee.name) && source.expression.arguments[0]?.is !== 'function') || this.#sources.of(callee.of, this.#sources.spot(source.spot.frame)).some((inner) => this.#isAnswer(inner, depth + 1)));
  }

  // Nobody knows what it calls, or nothing is known of the library.
  #isOutOfSight({ expression, frame }: Pick<CallInstance, 'expression' | 'frame'>): boolean {
    const { engine } = this.#context.program;
    return engine.targets(engine.callInstance(expression, frame)).every((target) => target.is !== 'value' || (target.value.is === 'library' && engine.libraries.library(target.value.module) === undefined));
  }

  #isReading({ expression, frame }: Pick<CallInstance, 'expression' | 'frame'>): boolean {
    const { engine } = this.#context.program;
    return engine.targets(engine.callInstance(expression, frame)).some((target) => target.is === 'value' && target.value.is === 'library'
      && engine.libraries.rows(target.value.module, target.value.path)?.operations.some((row) => row.effect === 'read' || ((row.is === 'statement' || row.is === 'command') && row.effect !== 'none')) === true);
  }
}

// `const run = await runs.find(id)`.
function isCalledReading(expression: Expression, { unit }: Frame): boolean {
  const binding = expression.is === 'variable' ? unit.facts.bindings[expression.binding] : undefined;
  const value = binding !== undefined && binding.kind !== 'parameter' && binding.values.length === 1 ? binding.values[0]?.value : undefined;
  return value?.is === 'await' && value.of.is === 'call' && value.of.callee.is === 'member' && READS.test(value.of.callee.name);
}

function isFromElsewhere(source: Source): boolean {
  return source.is === 'unknown' || (source.is === 'value' && source.set.values.every((value) => value.is === 'unknown' && value.why !== WHAT_A_REQUEST_BRINGS));
}

// Set to something, or taken away.
function isSetSo(values: ReadonlySet<string>, there: boolean): boolean {
  return [...values].some((value) => /^(?:null|undefined|false|0|)$/.test(value) !== there);
}

// A member, also under a name: `const existing = row.tags ?? []`.
function memberOf(part: Expression, frame: Frame): Extract<Expression, { is: 'member' }> | undefined {
  if (part.is === 'member') return part;
  if (part.is === 'logical' || part.is === 'binary') return memberOf(part.left, frame);
  const binding = part.is === 'variable' ? frame.unit.facts.bindings[part.binding] : undefined;
  const only = binding?.kind !== 'parameter' && binding?.values.length === 1 ? binding.values[0] : undefined;
  return only === undefined || only.value.is === 'variable' ? undefined : memberOf(only.value, frame);
}

function holderOf(frame: Frame, by: number): Frame | undefined {
  for (let holder: Frame | undefined = frame; holder !== undefined; holder = holder.parent) if (holder.function === by) return holder;
  return undefined;
}

/** Functions among the arguments of the call that gives a value. */
function functionsGiven(value: Expression): readonly number[] {
  if (value.is === 'await' || value.is === 'cast') return functionsGiven(value.of);
  if (value.is !== 'call') return [];
  return value.arguments.flatMap((argument) => (argument.is === 'function' ? [argument.index] : []));
}

/** Where an expression stands. */
export function placeOf(expression: Expression): number | undefined {
  if ('at' in expression) return expression.at;
  let at: number | undefined;
  forEachPart(expression, (part) => { at ??= placeOf(part); });
  return at;
}
