import type { Expression } from '#facts/types.js';
import type { EnterStep, Step } from './steps.js';
import type { Frame } from './values.js';
import type { Walker } from './walker.js';

const ITERATORS = ['[Symbol.iterator]', '[Symbol.asyncIterator]'];

/** Iterating over something of the program's own runs its iterator. */
export function walkIterator(walker: Walker, over: Expression, frame: Frame, out: Step[]): void {
  for (const holder of walker.engine.evaluate(over, frame).values) {
    if (holder.is !== 'instance') continue;
    for (const name of ITERATORS) {
      const iterator = walker.engine.declared(holder, name);
      if (iterator === undefined) continue;
      const { body, recursive } = walker.body(walker.engine.enter(iterator, [], holder));
      if (body.steps.length > 0) out.push({ is: 'enter', call: undefined, body, awaited: 'yes', recursive, frame, at: 'at' in over ? over.at : 0 });
    }
  }
}

/** Reading a property runs its getter, assigning to it its setter. */
export function walkAccessor(walker: Walker, expression: Extract<Expression, { is: 'member' }>, kind: 'getter' | 'setter', frame: Frame, out: Step[]): void {
  for (const holder of walker.engine.evaluate(expression.of, frame).values) {
    const accessor = walker.engine.accessor(holder, expression.name, kind);
    if (accessor === undefined) continue;
    const given = kind === 'getter' ? [] : [walker.engine.table.unknown('what is assigned')];
    const { body, recursive } = walker.body(walker.engine.enter(accessor, given, holder));
    if (body.steps.length > 0) out.push({ is: 'enter', call: undefined, body, awaited: 'yes', recursive, frame, at: expression.at } satisfies EnterStep);
  }
}
