import type { Expression } from '#facts/types.js';
import type { Engine } from './engine.js';
import { arithmetic } from './arithmetic.js';
import { memberBeforeReplaced } from './library-members.js';
import { elementsOf, exactPositions, iteratedElement, keysOf, MAX_SPREAD } from './lists.js';
import { isNullish, isVague, variable } from './bindings.js';
import { livingArms } from './dead-arms.js';
import { conditionalDefault } from './unset-environment.js';
import { isBeingFilled } from './filled-by-key.js';
import { ownProperty } from './members.js';
import { ownExports } from './modules.js';
import { madeAnew } from './instances.js';
import { functionOf, type Frame, type ValueSet } from './values.js';

/** Evaluates one expression in an activation; sub-expressions go through the engine's cache. */
export function evaluateExpression(engine: Engine, expression: Expression, frame: Frame): ValueSet {
  const { table } = engine;
  switch (expression.is) {
    case 'literal': return table.literal(expression.value);
    case 'undefined': return table.absent;
    case 'template': return template(engine, expression, frame);
    case 'regex': return table.only(table.intern(`r${expression.text}`, { is: 'regex', text: expression.text }));
    case 'variable': return variable(engine, expression.binding, frame);
    case 'global': return ownExports(engine, frame.unit, expression) ?? globalValue(engine, expression.name);
    case 'this': return thisOf(engine, frame);
    case 'super': return superOf(engine, frame);
    case 'member': return ownExports(engine, frame.unit, expression) ?? memberBeforeReplaced(engine, expression, frame) ?? engine.member(engine.evaluate(expression.of, frame), expression.name);
    case 'element': return element(engine, expression, frame);
    case 'call': case 'new': return callResult(engine, expression, frame);
    case 'function': return functionValue(engine, expression.index, frame);
    case 'class': return table.only(table.intern(`c${frame.unit.id}:${expression.index}:${frame.id}`, {
      is: 'class', unit: frame.unit, index: expression.index, closure: frame,
    }));
    case 'object': return table.only(engine.objectValue(expression, frame));
    case 'array': return array(engine, expression, frame);
    case 'conditional': return conditionalDefault(engine, expression, frame, table.union(livingArms(engine, expression, frame).map((arm) => engine.evaluate(arm, frame))));
    case 'logical': return logical(engine, expression, frame);
    case 'binary': return arithmetic(engine, expression, frame);
    case 'unary': return unary(engine, expression, frame);
    case 'await': return engine.evaluate(expression.of, frame);
    case 'yield': return table.unknown('what a generator is sent');
    case 'assign': return engine.evaluate(expression.value, frame);
    case 'sequence': return lastOf(engine, expression.all, frame);
    case 'cast': return cast(engine, expression, frame);
    case 'require': return engine.imported(frame.unit, expression.specifier, '=');
    case 'import': return engine.imported(frame.unit, expression.specifier, '*');
    case 'default': return withFallback(engine, engine.evaluate(expression.value, frame), () => engine.evaluate(expression.fallback, frame));
    case 'each': return each(engine, expression, frame);
    case 'rest': return rest(engine, expression, frame);
    case 'spread': return engine.evaluate(expression.value, frame);
    case 'meta': return table.unknown(expression.path);
    case 'opaque': return table.unknown(expression.why);
  }
}

function globalValue(engine: Engine, name: string): ValueSet {
  const { module, path } = engine.libraries.canonical('global', name);
  return engine.table.only(engine.library(module, path, undefined, undefined));
}

function callResult(engine: Engine, expression: Extract<Expression, { is: 'call' | 'new' }>, frame: Frame): ValueSet {
  const call = engine.callInstance(expression, frame);
  const given = engine.argumentsOf(call);
  const results = engine.targets(call).map((target) =>
    target.is === 'method'
      ? engine.method(target.of, target.name, call, given)
      : madeAnew(engine, target.value, call, engine.invoke(target.value, call, given, target.self === undefined ? undefined : engine.table.only(target.self))));
  return engine.table.union(results);
}

function thisOf(engine: Engine, frame: Frame): ValueSet {
  let holder: Frame | undefined = frame;
  while (holder !== undefined && functionOf(holder).kind === 'arrow') holder = holder.parent;
  if (holder === undefined) return engine.table.unknown('this');
  if (holder.self !== undefined) return engine.table.only(holder.self);
  const { class: owner, static: isStatic } = functionOf(holder);
  if (owner === undefined) return engine.table.unknown('this of a function');
  return engine.selfOf(holder.unit, owner, isStatic === true, holder.parent);
}

function superOf(engine: Engine, frame: Frame): ValueSet {
  let holder: Frame | undefined = frame;
  while (holder !== undefined && functionOf(holder).class === undefined) holder = holder.parent;
  const owner = holder === undefined ? undefined : functionOf(holder).class;
  if (holder === undefined || owner === undefined) return engine.table.unknown('super');
  const base = holder.unit.facts.classes[owner]?.extends;
  return base === undefined ? engine.table.unknown('super') : engine.evaluate(base, holder.parent ?? holder);
}

function functionValue(engine: Engine, index: number, frame: Frame): ValueSet {
  const { table } = engine;
  const closure = engine.closureFor(index, frame);
  return table.only(table.intern(`f${frame.unit.id}:${index}:${closure.id}:`, { is: 'function', unit: frame.unit, index, closure, self: undefined }));
}

function template(engine: Engine, expression: Extract<Expression, { is: 'template' }>, frame: Frame): ValueSet {
  const parts: (string | null)[] = [];
  expression.texts.forEach((text, position) => {
    parts.push(text);
    const value = expression.values[position];
    if (value !== undefined) parts.push(...textParts(engine.evaluate(value, frame)));
  });
  return engine.table.text(parts);
}

/** A value as text, with `null` for what nobody knows. */
export function textParts(set: ValueSet): readonly (string | null)[] {
  const value = set.values[0];
  if (set.values.length !== 1 || value === undefined) return [null];
  if (value.is === 'literal') return [String(value.value)];
  return value.is === 'text' ? value.parts : [null];
}

function element(engine: Engine, expression: Extract<Expression, { is: 'element' }>, frame: Frame): ValueSet {
  const of = engine.evaluate(expression.of, frame);
  const index = engine.evaluate(expression.index, frame);
  const names = index.values.map((value) => (value.is === 'literal' ? String(value.value) : undefined));
  if (names.length > 0 && names.every((name): name is string => name !== undefined)) {
    const [only] = of.values;
    return engine.table.union(names.map((name) => (isBeingFilled(only, frame) ? ownProperty(engine, only, name) : undefined) ?? engine.member(of, name)));
  }
  return elementsOf(engine, of, 'an element nobody can tell');
}

function array(engine: Engine, expression: Extract<Expression, { is: 'array' }>, frame: Frame): ValueSet {
  const positions: ValueSet[] = [];
  // What starts empty is filled later.
  let exact = expression.elements.length > 0;
  for (const part of expression.elements) {
    if (part.is !== 'spread') {
      positions.push(engine.evaluate(part, frame));
      continue;
    }
    const spread = engine.evaluate(part.value, frame);
    const known = spread.values.length === 1 ? exactPositions(engine, spread.values[0]) : undefined;
    if (known !== undefined && positions.length + known.length <= MAX_SPREAD) positions.push(...known);
    else {
      exact = false;
      positions.push(elementsOf(engine, spread, 'an element of what is spread'));
    }
  }
  return engine.list(exact ? positions : undefined, engine.table.union(positions), undefined, { expression, frame });
}

function logical(engine: Engine, expression: Extract<Expression, { is: 'logical' }>, frame: Frame): ValueSet {
  const left = engine.evaluate(expression.left, frame);
  if (expression.operator === '&&') {
    return left.values.length > 0 && left.values.every((value) => isNullish(value) || (value.is === 'literal' && !value.value))
      ? left : engine.evaluate(expression.right, frame);
  }
  return withFallback(engine, left, () => engine.evaluate(expression.right, frame));
}

/** `a ?? b`: a default counts where the environment or the caller says nothing. */
function withFallback(engine: Engine, left: ValueSet, right: () => ValueSet): ValueSet {
  const given = left.values.filter((value) => !isNullish(value) && value.is !== 'environment');
  if (given.length === left.values.length && given.length > 0 && given.every((value) => value.is !== 'unknown')) return left;
  return engine.table.union([engine.table.of(given), right()]);
}

function unary(engine: Engine, expression: Extract<Expression, { is: 'unary' }>, frame: Frame): ValueSet {
  const of = engine.evaluate(expression.of, frame);
  const only = of.values[0];
  if (of.values.length === 1 && only?.is === 'literal') {
    if (expression.operator === '-') return engine.table.literal(-Number(only.value));
    if (expression.operator === '+') return engine.table.literal(Number(only.value));
    if (expression.operator === '!') return engine.table.literal(!only.value);
  }
  if (expression.operator === 'void') return engine.table.undefined;
  return expression.operator === '+' ? of : engine.table.unknown(`the result of ${expression.operator}`);
}

function lastOf(engine: Engine, all: readonly Expression[], frame: Frame): ValueSet {
  const last = all[all.length - 1];
  return last === undefined ? engine.table.undefined : engine.evaluate(last, frame);
}

function cast(engine: Engine, expression: Extract<Expression, { is: 'cast' }>, frame: Frame): ValueSet {
  const of = engine.evaluate(expression.of, frame);
  if (!isVague(of)) return of;
  const typed = engine.valuesOfType(expression.type, frame.unit);
  return typed.values.length > 0 ? typed : of;
}

function each(engine: Engine, expression: Extract<Expression, { is: 'each' }>, frame: Frame): ValueSet {
  const of = engine.evaluate(expression.of, frame);
  return expression.keys ? keysOf(engine, of) : iteratedElement(engine, of);
}

function rest(engine: Engine, expression: Extract<Expression, { is: 'rest' }>, frame: Frame): ValueSet {
  const of = engine.evaluate(expression.of, frame);
  if (expression.from !== undefined) {
    const only = of.values[0];
    const positions = only?.is === 'list' ? only.positions?.slice(expression.from) : undefined;
    return engine.list(positions, elementsOf(engine, of, 'one of the rest'), undefined, undefined);
  }
  return engine.table.only(engine.merged([of], expression.without));
}
