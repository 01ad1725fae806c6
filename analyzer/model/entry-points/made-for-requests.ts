import { constructorFrame, initializerFrame } from '#program/instances.js';
import type { Step } from '#program/steps.js';
import { classOf } from '#program/values.js';
import type { ClassValue } from '#program/values.js';
import type { HandlerBody } from '../context.js';
import { scopedWith } from '../scoped-classes.js';
import type { EntryPointBuilder } from './builder.js';

/** What a container runs before each request of a class: the constructors of what it makes for that request alone. */
export function madeForRequests(builder: EntryPointBuilder, owner: ClassValue): readonly HandlerBody[] {
  const { engine } = builder;
  if (!engine.libraries.injections.some(({ library, row }) => row.perRequest !== undefined && engine.uses(library))) return [];
  return scopedWith(engine, owner).flatMap((made) => bodiesOfClass(builder, made));
}

// Fields first, then the constructor.
function bodiesOfClass({ engine, walker }: EntryPointBuilder, value: ClassValue): readonly HandlerBody[] {
  const { name, at, members } = classOf(value);
  return engine.injected(value).values.flatMap((instance): readonly HandlerBody[] => {
    if (instance.is !== 'instance' || instance.class.unit !== value.unit || instance.class.index !== value.index) return [];
    const fields = initializerFrame(engine, value, instance);
    const steps: Step[] = [];
    walker.within(fields, () => {
      for (const member of members) if (member.static !== true && member.value !== undefined) walker.visit(member.value, fields, steps, 'stored');
    });
    const constructing = constructorFrame(engine, value, instance.given, instance);
    const own = constructing === undefined ? [] : [{ frame: constructing, body: walker.body(constructing).body }];
    return [{ frame: fields, body: { frame: fields, steps } }, ...own].filter(({ body }) => body.steps.length > 0).map((one) => ({ ...one, name, at }));
  });
}
