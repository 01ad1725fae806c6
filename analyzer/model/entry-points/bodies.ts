import type { EntryPointRow } from '#catalog/schema.js';
import { boundArguments } from '#program/filled-functions.js';
import type { Value, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { HandlerBody } from '../context.js';
import type { EntryPointBuilder } from './builder.js';
import { handlerName, handlersIn } from './handler-values.js';

/** What a registration gives its handlers beside what requests bring. */
export interface Circumstances {
  /** What `this` is. */
  readonly self?: Value | undefined;
  /** The context of the request: what a mount's handler gives. */
  readonly context?: ValueSet | undefined;
}

/** The activations of the handlers in a set of values. */
export function bodiesOf(builder: EntryPointBuilder, set: ValueSet, row: EntryPointRow, circumstances: Circumstances = {}): readonly HandlerBody[] {
  return set.values.flatMap((value) => handlersIn(builder.engine, value, row.members)).flatMap((value) => bodyOf(builder, value, row, circumstances));
}

/** The activation of one handler, given what its registration promises. */
export function bodyOf(builder: EntryPointBuilder, value: Value, row: EntryPointRow, circumstances: Circumstances = {}, bound: readonly ValueSet[] = []): readonly HandlerBody[] {
  if (value.is === 'bound') return bodyOf(builder, value.target, row, { ...circumstances, self: value.self?.values[0] ?? circumstances.self }, boundArguments(builder.engine, value, bound));
  if (value.is !== 'function') return [];
  const facts = functionOf(value);
  const brought = builder.parameters(row, Math.max(facts.parameters.length - bound.length, 0), circumstances.context);
  // A method of the options object is called on what the framework says, not on that object.
  const isOwned = value.self !== undefined && value.self.is !== 'object' && value.self.is !== 'merged';
  const frame = builder.engine.enter(value, [...bound, ...brought], isOwned ? undefined : circumstances.self);
  const { body } = builder.walker.body(frame);
  const continues = builder.continuation(row);
  const after = row.after === 'answered' ? 'answered' : row.after === true || row.kind === 'error-handler' ? 'handled' : undefined;
  return [{ body, name: handlerName(value), frame, at: facts.at, ...(continues === undefined ? {} : { continues }), ...(after === undefined ? {} : { after }) }];
}
