import type { AcceptedBody } from '#model/types.js';
import { entryPointNames } from './support/entry-point-names.js';
import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { sizeText } from './support/size-text.js';
import { defineRule, satisfied, unproven, violated, type Verdict } from './types.js';

/** A client must not be able to send more than the service can hold. */
export default defineRule({
  id: 'require-body-limit',
  concern: 'memory',
  question: 'Is every accepted body bounded?',
  consequence: 'One client that sends enough fills the memory of the process, and every request in it is lost.',
  severity: 'error',
  recommended: false,

  *judge({ bodies }) {
    yield* oneVerdictAPlace(bodies.map(verdictOf));
  },
});

function verdictOf(body: AcceptedBody): Verdict {
  const { site, name, limit, ceiling, reads, application, reachedBy, inFrontOf } = body;
  const entryPoints = [...new Set([...entryPointNames(reachedBy), ...inFrontOf])];
  const read = entryPoints.length === 0 ? {} : { entryPoints };
  if (limit.is === 'unknown') return { ...unproven(site, `how large a body ${name} accepts is unknown: ${limit.because}`), ...read };
  if (limit.is === 'bounded' && (limit.from.isDefault || limit.ms <= ceiling)) return { ...satisfied(site, evidenceOf(body, limit)), ...read };
  const ways = { trace: reachedBy[0]?.trace ?? [], ...read };
  if (limit.is === 'bounded') {
    return violated(site, {
      message: `${name} accepts bodies of up to ${sizeText(limit.ms)}, more than ${sizeText(ceiling)} (${limit.from.text})`,
      remedy: `Set ${limit.from.text} to what the largest legitimate request needs, or set "bodyLimit" in the configuration to what the process can hold`, ...ways,
    });
  }
  // Whatever reads them, one limit in front of the application would cover all its routes.
  const group = reads === 'route' ? { group: `bodies of any size (${limit.from.text}${application === undefined ? '' : `, ${placeText(application)}`})` } : {};
  return violated(site, { message: messageOf(reads, name, reachedBy[0]?.entryPoint.name, limit.from.isDefault), remedy: remedyFor(body), ...ways, ...group });
}

function messageOf(reads: AcceptedBody['reads'], name: string, entryPoint: string | undefined, isDefault: boolean): string {
  if (reads === 'route') return `${entryPoint} reads bodies of any size with ${name}`;
  if (reads === 'stream') return `${entryPoint ?? 'A request'} is read to its end by ${name}, however long it is`;
  return isDefault ? `${name} accepts bodies of any size, because nothing limits it here` : `${name} accepts bodies of any size, because its limit is switched off here`;
}

function remedyFor({ reads, option, ceiling }: AcceptedBody): string {
  if (reads === 'stream') return 'Count the bytes, and end the request with 413 when there are too many';
  if (reads === 'route') return 'Put middleware that limits the body in front of the route, or refuse a body that is too long before reading it';
  return option === '' ? 'Limit the body in front of it' : `Set ${option} to at most ${sizeText(ceiling)}`;
}

function evidenceOf({ name, reads }: AcceptedBody, { ms, from }: Extract<AcceptedBody['limit'], { is: 'bounded' }>): string {
  if (ms === 0) return `${name} stops: ${from.text} (${placeText(from.site)})`;
  const note = from.note === undefined ? '' : `; ${from.note}`;
  return `${reads === 'server' ? name : `what ${name} reads`} ends at ${sizeText(ms)} (${from.text}, ${placeText(from.site)}${note})`;
}
