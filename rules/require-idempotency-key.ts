import type { MetRepeater, Write } from '#model/types.js';
import { keyRepair } from './support/key-repair.js';
import { byPlace, oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A write that something can repeat needs a key that makes the second run harmless. */
export default defineRule({
  id: 'require-idempotency-key',
  concern: 'idempotency',
  question: 'Can this write run twice, and if so, does a key make the second run harmless?',
  consequence: 'A timeout or a lost answer makes someone try again, and the effect happens twice: two charges, two mails, two rows, a counter that is wrong.',
  severity: 'error',
  recommended: true,

  *judge({ writes }) {
    for (const here of byPlace(writes)) {
      const retried = new Set(here.filter(isUnsafeRetry).flatMap(({ repeaters }) => repeaters.filter(isRetry).map(({ reach }) => reach.entryPoint.id)));
      yield* oneVerdictAPlace(here.flatMap((write) => verdictsOf(write, retried)));
    }
  },
});

// A write that the service itself repeats without a key is the finding of no-unsafe-retry, and that one only; on other paths through the same place it is another write.
function isUnsafeRetry({ repeaters, key }: Write): boolean {
  return (key.is === 'none' || key.is === 'fresh') && repeaters.some(isRetry);
}

function isRetry({ is }: MetRepeater): boolean {
  return is === 'retry' || is === 'library-retry';
}

// What the service itself retries is the question of no-unsafe-retry; here it is asked of everyone else who can repeat the write.
function verdictsOf(write: Write, retried: ReadonlySet<string>): Verdict[] {
  const { site, name, key, reach } = write;
  const repeaters = write.repeaters.filter((repeater) => !isRetry(repeater) && !retried.has(repeater.reach.entryPoint.id));
  if (repeaters.length === 0) return [];
  if (key.is === 'stable') return [reachedBy(satisfied(site, `${name} carries ${key.text} (${placeText(key.site)}), the same in every attempt`, [{ site: key.site, text: key.text }]), [reach.entryPoint])];
  if (key.is === 'unknown') return [reachedBy(unproven(site, `whether ${name} carries a key is unknown: ${key.because}`), [reach.entryPoint])];
  const [first = repeaters[0]] = repeaters.filter((repeater) => repeater.reach.entryPoint === reach.entryPoint);
  return first === undefined ? [] : [violation(write, first, repeaters)];
}

function violation(write: Write, first: MetRepeater, repeaters: readonly MetRepeater[]): Verdict {
  const { site, name, key } = write;
  const { reach } = first;
  const others = new Set(repeaters.map(({ text }) => text)).size - 1;
  const who = others === 0 ? first.text : `${first.text} and ${others} ${others === 1 ? 'other' : 'others'}`;
  const entryPoint = reach.entryPoint.name;
  const where = who.includes(entryPoint) ? '' : ` on ${entryPoint}`;
  const lacks = key.is === 'fresh' ? `its key, ${key.text} (${placeText(key.site)}), is a new one each time` : 'it carries no idempotency key';
  return violated(site, {
    message: `${name} can run twice${where}: ${who} can repeat it, and ${lacks}`,
    remedy: remedyFor(key),
    trace: reach.trace,
    entryPoints: [reach.entryPoint.id],
    related: [{ site: first.site, text: `${first.text} can repeat it` }, ...(key.is === 'fresh' ? [{ site: key.site, text: `${key.text} is made here` }] : [])],
    ...keyRepair(write),
    // Whether a client tries again depends on traffic; redelivery and webhooks do it by themselves.
    ...(repeaters.every(({ is }) => is === 'client') ? { severity: 'warn' } : {}),
  });
}

function remedyFor(key: Write['key']): string {
  if (key.is === 'fresh') return 'Take the key from the request or message, or derive it from what they carry';
  const option = key.is === 'none' ? key.option : '';
  if (option === '') return 'Give the write a key taken from the request or message, with a unique constraint or an upsert that makes the second run do nothing';
  return `Set ${option} to a value taken from the request or message, the same in every attempt`;
}
