import type { BindingIndex, Expression } from '#facts/types.js';
import { callsInSight } from '#program/callers.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Site } from '../site.js';

/** The call of the helper whose default a deadline is: `gracefully(stop)` of `gracefully(stop, timeoutMs = 10_000)`. Undefined where whoever calls it gives one. */
export function callOfDefault({ program: { engine } }: ModelContext, { expression, frame }: CallInstance, place: string): Site | undefined {
  const argument = expression.arguments[parsePlace(place).argument ?? 0];
  if (argument?.is !== 'variable') return undefined;
  const facts = frame.unit.facts.bindings[argument.binding];
  for (let holder: Frame | undefined = frame; holder !== undefined; holder = holder.parent) {
    if (facts === undefined || holder.unit !== frame.unit || holder.function !== facts.owner) continue;
    const position = parameterOf(holder, argument.binding);
    if (position === undefined) return undefined;
    const silent = (callsInSight(engine, holder) ?? []).filter(({ call }) => saysNothing(call.expression.arguments[position.parameter], position.member));
    return silent[0] === undefined ? undefined : siteOfCall(silent[0].call);
  }
  return undefined;
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
  if (own >= 0) return parameters[own]?.default === undefined ? undefined : { parameter: own };
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
