import type { Engine } from '#program/engine.js';
import type { Scope } from './scopes.js';

/** Is an application closed by the very function that makes it, which never opens it: it was made to be asked for something? */
export function isLetGoUnopened(engine: Engine, { value: { call, from } }: Scope): boolean {
  if (call === undefined || from === undefined) return false;
  const resource = engine.libraries.rows(from.module, from.path)?.resources.find(({ opens }) => opens !== undefined);
  if (resource === undefined) return false;
  const { unit, function: maker } = call.frame;
  const isCalled = (name: string) => (unit.index.calls.get(name) ?? []).some(({ by, call: { callee } }) => by === maker && callee.is === 'member'
    && engine.evaluate(callee.of, call.frame).values.some((holder) => holder.is === 'library' && holder.call?.id === call.id));
  return (resource.close ?? []).some((row) => 'call' in row && isCalled(row.call)) && !(resource.opens ?? []).some(isCalled);
}
