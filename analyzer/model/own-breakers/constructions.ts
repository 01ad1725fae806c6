import type { Expression } from '#facts/types.js';
import { callsInSight } from '#program/callers.js';
import { isPictureOf } from '#program/frame-chain.js';
import type { CallInstance, Frame, InstanceValue, Unit } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { siteAt } from '../context.js';
import type { ModelContext, Visit } from '../context.js';

const MAX_STEPS = 6;

/** The constructions that can have made the breaker which a visit passes: the one its receiver was declared with, where that is in sight, else all. */
export function constructionsOn(context: ModelContext, { path }: Visit, call: CallInstance): readonly CallInstance[] {
  const instance = instanceAround(call.frame);
  if (instance === undefined) return [];
  const all = [...new Map([...(context.program.engine.constructions.get(instance) ?? [])].map((made) => [made.expression, made])).values()];
  if (all.length < 2) return all;
  const method = methodAround(call.frame);
  for (let link = path; link !== undefined; link = link.outer) {
    if (!link.text.endsWith(`.${method}`)) continue;
    const unit = context.program.units.get(link.site.file);
    const receiver = unit?.index.calls.get(method)?.find(({ call: found }) => isAt(unit, found.at, link.site))?.call.callee;
    if (unit === undefined || receiver?.is !== 'member') return all;
    const made = madeFrom(context, receiver.of, unit);
    const own = all.filter(({ expression }) => expression === made);
    return own.length > 0 ? own : all;
  }
  return all;
}

/** The calls in sight that made what an activation's variables hold: those that enter it, all that enter its function where nobody can tell. */
export function callsOfFactory({ program: { engine } }: ModelContext, holder: Frame): readonly CallInstance[] {
  const all = (callsInSight(engine, holder) ?? []).map(({ call, target }) => ({ call, entered: target.is === 'function' ? engine.enter(target, engine.argumentsOf(call)) : undefined }));
  const own = all.filter(({ entered }) => entered !== undefined && (isPictureOf(engine, holder, entered) || isPictureOf(engine, entered, holder)));
  return (own.length > 0 ? own : all).map(({ call }) => call);
}

/** The instance whose code an activation is. */
export function instanceAround(frame: Frame): InstanceValue | undefined {
  for (let current: Frame | undefined = frame; current !== undefined; current = current.parent) if (current.self?.is === 'instance') return current.self;
  return undefined;
}

function methodAround(frame: Frame): string {
  for (let current: Frame | undefined = frame; current !== undefined; current = current.parent) if (functionOf(current).kind === 'method') return functionOf(current).name;
  return functionOf(frame).name;
}

function isAt(unit: Unit, at: number, site: { readonly line: number; readonly column: number }): boolean {
  const found = siteAt(unit.frame, at);
  return found.line === site.line && found.column === site.column;
}

/** The `new`, or the call, that a name or field was given where it is declared. */
export function madeFrom(context: Pick<ModelContext, 'program'>, expression: Expression, unit: Unit, steps = 0, by: 'new' | 'call' = 'new'): Expression | undefined {
  if (steps > MAX_STEPS) return undefined;
  if (expression.is === by) return expression;
  if (expression.is === 'cast' || expression.is === 'await') return madeFrom(context, expression.of, unit, steps + 1, by);
  if (expression.is === 'member' && expression.of.is === 'this') {
    const fields = unit.facts.classes.flatMap(({ members }) => members.flatMap(({ name, value }) => (name === expression.name && value !== undefined ? [value] : [])));
    const assigned = (unit.index.assignments.get(expression.name) ?? []).map(({ value }) => value);
    const [only, ...others] = [...fields, ...assigned];
    return only === undefined || others.length > 0 ? undefined : madeFrom(context, only, unit, steps + 1, by);
  }
  if (expression.is !== 'variable') return undefined;
  const binding = unit.facts.bindings[expression.binding];
  if (binding?.from !== undefined) {
    const resolution = context.program.project.resolve(binding.from.specifier, unit.path);
    const target = resolution.is === 'file' ? context.program.units.get(resolution.path) : undefined;
    const exported = target?.index.exports.get(binding.from.name)?.find((one) => one.is === 'local');
    return target === undefined || exported === undefined ? undefined : madeFrom(context, exported.value, target, steps + 1, by);
  }
  const [only, ...others] = binding?.values ?? [];
  return only === undefined || others.length > 0 ? undefined : madeFrom(context, only.value, unit, steps + 1, by);
}
