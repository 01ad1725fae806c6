import { placeValues } from '#program/places.js';
import { isOneOf } from '#program/when.js';
import type { ModelContext } from '../context.js';
import type { FoundWrite } from './write-effect.js';

/** Why another attempt of a retry may not repeat what a write did; undefined where nothing says so. `isLeft`: nobody in the retry waits for it. */
export function whyNoAttemptFollows({ program: { engine } }: ModelContext, { row, call, callee }: FoundWrite, isLeft: boolean): string | undefined {
  if (row.is === 'publish' && row.limits?.some(({ limits, at, default: own }) => limits === 'total' && at.length === 0 && own === 0) === true) return 'it only hands over to a buffer: what fails there was not sent';
  if (isLeft) return 'nobody waits for it in the retry: no attempt follows because it fails';
  const once = row.retries?.writesUnless;
  const isSequenced = once !== undefined && placeValues(engine, call, callee, once.at).values.some((value) => isOneOf(value, once.is));
  return isSequenced ? 'its producer numbers what it sends, and the other side drops what it has' : undefined;
}
