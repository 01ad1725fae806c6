import type { BindingIndex, Expression } from '#facts/types.js';
import { callsInSight } from '#program/callers.js';
import { startOf } from '#program/place-steps.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteAt, siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Site } from '../site.js';

/** Where a helper is called that takes a deadline: the call whose default it is, `gracefully(stop)` of `gracefully(stop, timeoutMs = 10_000)`, or what this activation is given. Undefined where that is not told by the call. */
export function callOfDefault({ program: { engine } }: ModelContext, { expression, frame }: CallInstance, place: string): Site | undefined {
  const argument = expression.arguments[parsePlace(place).argument ?? 0];
  if (argument?.is !== 'variable') return undefined;
  const facts = frame.unit.facts.bindings[argument.binding];
  for (let holder: Frame | undefined = frame; holder !== undefined; holder = holder.parent) {
    if (facts === undefined || holder.unit !== frame.unit || holder.function !== facts.owner) continue;
    const position = parameterOf(holder, argument.binding);
    if (position === undefined) return undefined;
    const callers = callsInSight(engine, holder) ?? [];
    const own = callers.filter(({ call, target, self }) => target.is === 'function' && isActivation(engine, holder as Frame, engine.enter(target, engine.argumentsOf(call), self)));
    const silent = (own.length > 0 ? own : callers).filter(({ call }) => saysNothing(call.expression.arguments[position.parameter], position.member));
    if (silent[0] !== undefined) return siteOfCall(silent[0].call);
    const [only, ...others] = own;
    return only === undefined || others.length > 0 ? undefined : placeOfLiteral(only.call, position);
  }
  return undefined;
}

function placeOfLiteral({ expression: { arguments: given }, frame }: CallInstance, { parameter, member }: Position): Site | undefined {
  const argument = given[parameter];
  const value = member === undefined || argument?.is !== 'object' ? argument : argument.properties.find((property) => property.is === 'named' && property.name === member)?.value;
  const at = value?.is === 'literal' ? startOf(value, frame) : undefined;
  return at === undefined ? undefined : siteAt(frame, at);
}

/** Is it the activation that a call makes, but for what a closure does not use? */
function isActivation({ table }: ModelContext['program']['engine'], holder: Frame, entered: Frame): boolean {
  return holder === entered || holder.given?.every((set, position) => set === table.unused || set === entered.given?.[position]) === true;
}

interface Position {
  readonly parameter: number;
  /** The member of it, where it is an object of options. */
  readonly member?: string;
}

/** The parameter with a default that a name is, or a member of an object that is taken apart there. */
function parameterOf(holder: Frame, binding: BindingIndex): Position | undefined {
  const { unit } = holder;
  const { parameters } = functionOf(holder);
  const own = parameters.findIndex((parameter) => parameter.binding === binding);
  if (own >= 0) return { parameter: own };
  const [only, ...others] = unit.facts.bindings[binding]?.values ?? [];
  if (only?.value.is !== 'default' || others.length > 0) return undefined;
  const { value } = only.value;
  const root = value.is === 'member' ? rootOf(value.of) : undefined;
  const parameter = parameters.findIndex((candidate) => candidate.binding === root);
  return parameter < 0 || value.is !== 'member' ? undefined : { parameter, member: value.name };
}

function rootOf(expression: Expression): BindingIndex | undefined {
  return expression.is === 'variable' ? expression.binding : expression.is === 'default' ? rootOf(expression.value) : undefined;
}

function saysNothing(given: Expression | undefined, member: string | undefined): boolean {
  if (given === undefined || given.is === 'undefined') return true;
  return member !== undefined && given.is === 'object' && given.properties.every((property) => property.is === 'named' && property.name !== member);
}
