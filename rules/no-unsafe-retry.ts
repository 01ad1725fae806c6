import type { MetRepeater, Write } from '#model/types.js';
import { keyRepair } from './support/key-repair.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A retry must not repeat a write that is not idempotent, unless a key stays the same through its attempts. */
export default defineRule({
  id: 'no-unsafe-retry',
  concern: 'idempotency',
  question: 'Does every retried write carry a key that is the same in all its attempts?',
  consequence: 'An attempt that succeeded and whose answer was lost is made again, and the service itself makes the effect happen twice: two charges, two mails, two rows.',
  severity: 'error',
  recommended: true,

  *judge({ writes }) {
    yield* oneVerdictAPlace(writes.flatMap((write) => write.repeaters.filter(isRetry).flatMap((retry) => verdictsOf(write, retry))));
  },
});

function isRetry({ is }: MetRepeater): boolean {
  return is === 'retry' || is === 'library-retry';
}

function verdictsOf(write: Write, { site, text, reach }: MetRepeater): Verdict[] {
  const { name, key } = write;
  const here = placeText(write.site);
  if (key.is === 'stable') return [satisfied(site, `${name} (${here}) carries ${key.text} (${placeText(key.site)}), the same in every attempt`, [{ site: key.site, text: key.text }])];
  if (key.is === 'unknown') return [unproven(site, `whether ${name} (${here}) is the same write in every attempt is unknown: ${key.because}`)];
  const { entryPoint, trace } = reach;
  const retry = text.replace(/ around it$/, '');
  const lacks = key.is === 'fresh' ? `each attempt has a new key, ${key.text} (${placeText(key.site)})` : 'it carries no idempotency key';
  return [
    violated(site, {
      message: `${name} (${here}) can run twice on ${entryPoint.name}: ${retry} repeats it, and ${lacks}`,
      remedy: remedyFor(key),
      trace,
      entryPoints: [entryPoint.id],
      related: [{ site: write.site, text: `${name} is repeated` }, ...(key.is === 'fresh' ? [{ site: key.site, text: `${key.text} is made here` }] : [])],
      ...keyRepair(write),
    }),
  ];
}

function remedyFor(key: Extract<Write['key'], { is: 'none' | 'fresh' }>): string {
  if (key.is === 'fresh') return 'Make the key in front of the retry, so that all attempts share it';
  if (key.option === '') return 'Take the write out of the retry, or give it a key with a unique constraint that makes the second attempt do nothing';
  return `Set ${key.option} to a value made in front of the retry, or take the write out of it`;
}
