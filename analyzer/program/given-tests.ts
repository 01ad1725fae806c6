import type { CallExpression, Expression } from '#facts/types.js';
import { answerByParts } from './answers-by-parts.js';
import { assigned } from './assigned.js';
import type { Engine } from './engine.js';
import { setByItsMethods } from './fluent.js';
import { isReadBeforeSet } from './read-before-set.js';
import { hasLibraryMember, isLibraryMethod, isSurelyThere } from './library-answers.js';
import type { Frame, InstanceValue, LibraryValue, Value, ValueSet } from './values.js';
import { functionOf } from './values.js';

/** Names that stand for parts of other names; a circle of them ends here. */
const MAX_STEPS = 8;

/**
 * What a test gives in this activation where its arguments decide it: `if (options.retries)` of a call that passes no retries. Undefined where
 * anything else has a say, or where not all arguments are known.
 */
export function answerByArguments(engine: Engine, test: Expression, frame: Frame): boolean | undefined {
  return answer(engine, test, frame, 0);
}

function answer(engine: Engine, test: Expression, frame: Frame, depth: number): boolean | undefined {
  return answerByParts(test, (part) => {
    switch (part.is) {
      case 'binary': return compared(engine, part, frame, depth);
      case 'variable': case 'member': case 'logical': return agreed(given(engine, part, frame, depth), (value) => truthOf(engine, value));
      case 'call': return listed(engine, part, frame, depth);
      default: return undefined;
    }
  });
}

// `[Action.Send, Action.Preview].includes(command.action)`.
function listed(engine: Engine, { callee, arguments: [wanted] }: CallExpression, frame: Frame, depth: number): boolean | undefined {
  if (callee.is !== 'member' || callee.name !== 'includes' || wanted === undefined || callee.of.is !== 'array') return undefined;
  const sets = callee.of.elements.map((element) => (element.is === 'spread' ? undefined : engine.evaluate(element, frame).values));
  const known = sets.map((values) => (values?.length === 1 && values[0]?.is === 'literal' ? values[0] : undefined));
  return known.includes(undefined) ? undefined : agreed(given(engine, wanted, frame, depth), (value) => (value.is === 'literal' ? known.includes(value) : undefined));
}

function compared(engine: Engine, { operator, left, right }: Extract<Expression, { is: 'binary' }>, frame: Frame, depth: number): boolean | undefined {
  if (operator === 'in') return left.is === 'literal' ? agreed(given(engine, right, frame, depth), (value) => hasMember(engine, value, String(left.value))) : undefined;
  const order = ORDERS[operator];
  if (order !== undefined) {
    // A constant is looked at only where the other side is known: else it decides nothing.
    const [other, constant] = left.is === 'literal' ? [right, left] : [left, right];
    const a = numberGiven(given(engine, other, frame, depth));
    const b = a === undefined ? undefined : numberGiven(given(engine, constant, frame, depth));
    if (a === undefined || b === undefined) return undefined;
    return left.is === 'literal' ? order(b, a) : order(a, b);
  }
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const other = right.is === 'literal' ? right.value : right.is === 'undefined' ? undefined : NO_CONSTANT;
  if (other === NO_CONSTANT) return undefined;
  if (left.is === 'unary' && left.operator === 'typeof') {
    const isType = agreed(given(engine, left.of, frame, depth), (value) => sameType(engine, value, other));
    return isType === undefined ? undefined : isType === operator.startsWith('=');
  }
  const loose = operator.length === 2;
  const isEqual = agreed(given(engine, left, frame, depth), (value) => {
    if (value.is !== 'literal' && !isAbsent(engine, value)) return truthOf(engine, value) === true && (other === undefined || other === null) ? false : undefined;
    const known = value.is === 'literal' ? value.value : undefined;
    if (loose && (other === undefined || other === null)) return known === undefined || known === null;
    return loose && typeof known !== typeof other ? undefined : known === other;
  });
  return isEqual === undefined ? undefined : isEqual === operator.startsWith('=');
}

// `'userId' in log`, of an object as it is written; `'$transaction' in client`.
function hasMember(engine: Engine, value: Value, name: string): boolean | undefined {
  if (value.is === 'library') return hasLibraryMember(engine, value, name);
  if (value.is !== 'object') return undefined;
  const { properties } = value.expression;
  if (properties.some((property) => property.is === 'named' && property.name === name)) return true;
  return properties.every((property) => property.is === 'named') ? false : undefined;
}

const ORDERS: Readonly<Record<string, (a: number, b: number) => boolean>> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };

function numberGiven(set: ValueSet | undefined): number | undefined {
  const only = set?.values.length === 1 ? set.values[0] : undefined;
  return only?.is === 'literal' && typeof only.value === 'number' ? only.value : undefined;
}

/** Is a value of a type: `typeof optionsOrCallback === 'function'`? Undefined where nobody can tell. */
export function sameType(engine: Engine, value: Value, type: unknown): boolean | undefined {
  switch (value.is) {
    case 'function': case 'bound': case 'class': return type === 'function';
    case 'object': case 'list': case 'merged': case 'instance': return type === 'object';
    case 'literal': return type === (value.value === null ? 'object' : typeof value.value);
    case 'undefined': return isAbsent(engine, value) ? type === 'undefined' : undefined;
    case 'library': return isLibraryMethod(engine, value) && type === 'function';
    default: return undefined;
  }
}

const NO_CONSTANT = Symbol('no constant');

/** What all values of a set answer alike. */
export function agreed(set: ValueSet | undefined, answer: (value: Value) => boolean | undefined): boolean | undefined {
  const answers = new Set(set?.values.map(answer));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** Does a value count as true? Undefined where nobody can tell. */
export function truthOf(engine: Engine, value: Value): boolean | undefined {
  switch (value.is) {
    case 'undefined': return isAbsent(engine, value) ? false : undefined;
    case 'literal': return Boolean(value.value);
    case 'function': case 'bound': case 'class': case 'object': case 'merged': case 'instance': case 'list': return true;
    case 'library': return isSurelyThere(engine, value) || isLibraryMethod(engine, value) ? true : undefined;
    default: return undefined;
  }
}

/** What an expression gives by the arguments of the activation; undefined where they do not say. */
function given(engine: Engine, expression: Expression, frame: Frame, depth: number): ValueSet | undefined {
  if (depth > MAX_STEPS) return undefined;
  switch (expression.is) {
    case 'cast': return given(engine, expression.of, frame, depth);
    case 'variable': return variable(engine, expression, frame, depth);
    case 'this': return frame.self?.is === 'instance' ? engine.table.only(frame.self) : undefined;
    case 'member': return member(engine, given(engine, expression.of, frame, depth + 1), expression.name);
    case 'conditional': {
      const taken = answer(engine, expression.test, frame, depth + 1);
      return taken === undefined ? undefined : given(engine, taken ? expression.then : expression.else, frame, depth + 1);
    }
    case 'default': return orElse(engine, given(engine, expression.value, frame, depth + 1), isUndefined, () => engine.evaluate(expression.fallback, frame));
    case 'logical':
      if (expression.operator !== '??') return isYesOrNo(expression) ? asLiteral(engine, answer(engine, expression, frame, depth + 1)) : undefined;
      return orElse(engine, given(engine, expression.left, frame, depth + 1), isNullish, () => engine.evaluate(expression.right, frame));
    case 'undefined': return engine.table.absent;
    case 'binary': case 'unary': return isYesOrNo(expression) ? asLiteral(engine, answer(engine, expression, frame, depth + 1)) : undefined;
    case 'call': return made(engine, expression, frame);
    case 'new': case 'object': case 'array': case 'function': case 'literal': return engine.evaluate(expression, frame);
    default: return undefined;
  }
}

// `const isInside = tx !== undefined && !('$transaction' in tx)`.
function isYesOrNo(expression: Expression): boolean {
  if (expression.is === 'logical') return isYesOrNo(expression.left) && isYesOrNo(expression.right);
  return expression.is === 'unary' ? expression.operator === '!' : expression.is === 'binary' && /^([!=]==?|[<>]=?|in|instanceof)$/.test(expression.operator);
}

function asLiteral(engine: Engine, known: boolean | undefined): ValueSet | undefined {
  return known === undefined ? undefined : engine.table.literal(known);
}

// `circuitBreaker(handleAll, options)`, of which the catalog knows what it gives.
function made(engine: Engine, call: CallExpression, frame: Frame): ValueSet | undefined {
  const set = engine.evaluate(call, frame);
  return set.values.every((value) => value.is === 'library' && value.call?.expression === call) ? set : undefined;
}

function variable(engine: Engine, { binding: index, at }: Extract<Expression, { is: 'variable' }>, frame: Frame, depth: number): ValueSet | undefined {
  const binding = frame.unit.facts.bindings[index];
  let holder: Frame | undefined = frame;
  while (holder !== undefined && (holder.function !== binding?.owner || holder.unit !== frame.unit)) holder = holder.parent;
  if (binding === undefined || holder === undefined || binding.owner === 0 || holder.fixed?.has(index) === true) return undefined;
  if (binding.kind !== 'parameter' && (binding.kind !== 'temporary' || binding.values.length > 0)) {
    const only = binding.values.length === 1 ? binding.values[0] : undefined;
    return only === undefined || only.operator !== undefined || only.by !== binding.owner ? undefined : given(engine, only.value, holder, depth + 1);
  }
  if (binding.values.length > 0 && (holder !== frame || !isReadBeforeSet(holder, index, at))) return undefined;
  const { parameters } = functionOf(holder);
  const position = parameters.findIndex((parameter) => parameter.binding === index);
  const parameter = parameters[position];
  const set = parameter === undefined || parameter.rest === true ? undefined : holder.given?.[position];
  const fallback = parameter?.default;
  return fallback === undefined ? set : orElse(engine, set, isUndefined, () => engine.evaluate(fallback, holder));
}

function member(engine: Engine, of: ValueSet | undefined, name: string): ValueSet | undefined {
  if (of === undefined || of.values.length === 0) return undefined;
  const sets = of.values.map((value) => {
    if (isAbsent(engine, value)) return engine.table.absent;
    if (value.is === 'library') return libraryMember(engine, value, name);
    if (value.is === 'instance') return isFixed(engine, value, name) ? engine.memberOf(value, name) : undefined;
    if (value.is === 'object' && value.frame.self?.is === 'instance') {
      const set = setByItsMethods(engine, value.frame.self, name, value);
      if (set !== undefined) return set;
    }
    // What is written later may be there by then.
    if (value.is !== 'object' || assigned(engine, value, name).values.length > 0) return undefined;
    const isLiteral = value.expression.properties.every((property) => property.is === 'named' && property.name !== name);
    return isLiteral ? engine.table.absent : engine.memberOf(value, name);
  });
  return sets.includes(undefined) ? undefined : engine.table.union(sets as ValueSet[]);
}

function libraryMember(engine: Engine, value: LibraryValue, name: string): ValueSet | undefined {
  const isThere = hasLibraryMember(engine, value, name);
  return isThere === undefined ? undefined : isThere ? engine.memberOf(value, name) : engine.table.absent;
}

// A field that the construction alone fills, with what it was given, or the methods called on this very instance.
function isFixed(engine: Engine, instance: InstanceValue, name: string): boolean {
  if (setByItsMethods(engine, instance, name, instance) !== undefined) return true;
  if (instance.given === undefined) return false;
  return engine.assignmentsNamed(name).every(({ unit, assignment }) => unit.facts.functions[assignment.by]?.kind === 'constructor' || assignment.of.is !== 'this');
}

function orElse(engine: Engine, set: ValueSet | undefined, isMissing: (value: Value) => boolean, fallback: () => ValueSet): ValueSet | undefined {
  if (set === undefined || !set.values.some(isMissing)) return set;
  if (set.values.some((value) => isUndefined(value) && !isAbsent(engine, value))) return undefined;
  return engine.table.union([engine.table.of(set.values.filter((value) => !isMissing(value))), fallback()]);
}

function isAbsent(engine: Engine, value: Value): boolean {
  return value === engine.table.absent.values[0];
}

function isUndefined(value: Value): boolean {
  return value.is === 'undefined';
}

function isNullish(value: Value): boolean {
  return value.is === 'undefined' || (value.is === 'literal' && value.value === null);
}
