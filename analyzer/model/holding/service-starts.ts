import type { Body } from '#program/steps.js';
import type { Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { importsOf, reachable } from '../imports.js';
import { walkedOf } from '../walked.js';

/** What runs at the start of what takes requests or work: not the top level of a script, whose process ends with what it does. */
export function serviceStarts(context: ModelContext): readonly Body[] {
  const units = [...context.program.units.values()];
  const tops = new Map(units.map((unit) => [unit.frame, unit]));
  const imports = new Map(units.map((unit) => [unit, importsOf(context.program, unit)]));
  const service = reachable(imports, startersOf(context, units));
  return context.start.filter(({ frame }) => {
    const unit = frame === undefined ? undefined : tops.get(frame);
    return unit === undefined || service.has(unit);
  });
}

/** Files that hold an entry point, or whose top level gets to where one is registered. */
function startersOf(context: ModelContext, units: readonly Unit[]): readonly Unit[] {
  const walked = walkedOf(context);
  const registrations = context.handlers.flatMap(({ registration }) => (registration === undefined ? [] : [registration.call.expression]));
  const above = walked.above(walked.holdersOf(registrations));
  const holding = context.handlers.flatMap(({ entryPoint, registration }) => {
    const unit = registration?.call.frame.unit ?? context.program.units.get(entryPoint.site.file);
    return unit === undefined ? [] : [unit];
  });
  return [...holding, ...units.filter((unit) => {
    const body = context.walker.bodies.get(unit.frame);
    return body !== undefined && walked.meets(above, [body]);
  })];
}
