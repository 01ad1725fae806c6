import { optionName } from '#program/parse-place.js';
import type { PathLink } from '../context.js';
import { siteKey } from '../site.js';
import type { Write } from '../types.js';
import type { KeyCandidate } from './natural-ids.js';
import { drawnIn } from './origins.js';
import type { Drawn, Origin } from './origins.js';
import type { FoundRepeater } from './repeaters.js';
import type { Rounds } from './rounds.js';
import type { FoundWrite } from './write-effect.js';

/** A write with someone who repeats it, on one path. */
export interface Repeated {
  readonly write: FoundWrite;
  readonly by: FoundRepeater;
  readonly path: PathLink | undefined;
  /** What the entry point is called. */
  readonly entryPoint: string;
}

/** Entry points by whose names somebody asks for another message, or tries something out: `POST /verification/resend`, `testConnection`. */
const ASKS_AGAIN = /(?:^|[^A-Za-z])(?:resend|re-send|forgot|otp|magic-?link|passwordless|send-?code|(?:request-?)?reset-?password|password-?(?:reset|email)|reset|sign-?in|login|test|verify|verification|retry|nudge|ping)(?![a-z])|(?:Resend|Forgot|Otp|OTP|MagicLink|ResetPassword|PasswordReset|SignIn|Login|Test|Verify|Verification|Nudge)(?![a-z])|(?:^|[^A-Za-z])(?:re-?play|run-?now|runNow|runAgain|rerun)(?![a-z])|(?:^|[^A-Za-z])(?:test|resend|verify|forgot|reset|request)(?:Connection|Email|Mail|Password|Code|Otp|OTP|Notification|Webhook|Verification|Sms|SMS)/;

/** Entry points that are there to count: `POST /videos/:id/views`, `trackVisit`. Whoever sends that again means the same one. */
const IS_TO_COUNT = /(?:^|[^A-Za-z])(?:views?|visits?|hits?|clicks?|plays?|downloads?|impressions?|track(?:ing)?|count(?:er)?)(?![a-z])|[a-z](?:View|Visit|Hit|Click|Play|Download|Impression)s?(?![a-z])/;

/** What protects a write against one repeater, given everything that may be its key. */
export function keyAgainst(repeated: Repeated, candidates: readonly KeyCandidate[], rounds: Rounds): Write['key'] {
  const { write, by: { repeater } } = repeated;
  if (write.uncertain !== undefined) return { is: 'unknown', because: write.uncertain };
  if (write.ofClients !== undefined && repeater.is === 'client') return { is: 'unknown', because: write.ofClients };
  if (repeater.is === 'client' && write.row.is !== 'statement' && ASKS_AGAIN.test(repeated.entryPoint)) return { is: 'unknown', because: `who calls ${repeated.entryPoint} again may well ask for another one` };
  if (repeated.by.unsure !== undefined) return { is: 'unknown', because: repeated.by.unsure };
  if (write.countsAccesses === true && repeater.is === 'client' && !IS_TO_COUNT.test(repeated.entryPoint)) return { is: 'unknown', because: 'it counts how often something is looked at, and a request that comes again looks again' };
  const own = candidates.filter(({ names }) => names === 'own');
  const inRound = (candidate: KeyCandidate) => drawnInRound(candidate.origin, repeated, rounds);
  const stable = own.find((candidate) => (candidate.origin.is === 'constant' && candidate.ofAnother !== true) || (candidate.origin.is === 'request' && inRound(candidate) === undefined));
  if (stable !== undefined) return { is: 'stable', text: textOf(stable, repeater), site: stable.site };
  const drawn = own.find(({ origin, isInner }) => origin.is === 'fresh' && isInner !== true) ?? own.find(({ origin }) => origin.is === 'request');
  const here = drawn === undefined ? undefined : (inRound(drawn) ?? drawnHere(drawn.origin, repeated, rounds));
  if (drawn !== undefined && here !== undefined && repeater.is === 'library-retry') return { is: 'stable', text: drawn.text, site: here.site };
  if (drawn !== undefined && here !== undefined && inRound(drawn) === undefined && rounds.isOutside(here, repeated.by)) return { is: 'stable', text: here.text, site: here.site };
  if (here !== undefined && drawn?.isOption === true && write.row.is !== 'statement') return { is: 'fresh', text: here.text, site: here.site };
  const foreign = candidates.find(({ names, origin }) => isTelling(names, candidates, write) && origin.is !== 'constant' && origin.is !== 'fresh');
  if (foreign !== undefined) return { is: 'unknown', because: `whether ${foreign.text} tells one request from the next is not in sight` };
  const open = own.find(({ origin }) => origin.is === 'unknown');
  if (open?.origin.is === 'unknown') return { is: 'unknown', because: `where ${open.text} comes from: ${open.origin.because}` };
  if (drawn !== undefined && here !== undefined) return { is: 'fresh', ...(isOneOfSeveral(drawn.origin, repeated, rounds) ? { text: drawn.text, site: drawn.site } : { text: here.text, site: here.site }) };
  return { is: 'none', option: optionFor(write) };
}

// The retry itself draws another one in each attempt.
function drawnInRound(origin: Origin, { by, path }: Repeated, rounds: Rounds): Drawn | undefined {
  if (by.repeater.is !== 'retry') return undefined;
  return drawnIn(origin).find((drawn) => !rounds.isElsewhere(drawn, path) && !rounds.isOutside(drawn, by));
}

function drawnHere(origin: Origin, { path }: Repeated, rounds: Rounds): Drawn | undefined {
  const drawn = drawnIn(origin);
  return drawn.find((one) => !rounds.isElsewhere(one, path)) ?? drawn[0];
}

// Drawn in one way or another: which of them it was, nobody can tell.
function isOneOfSeveral(origin: Origin, { path }: Repeated, rounds: Rounds): boolean {
  return new Set(drawnIn(origin).filter((one) => !rounds.isElsewhere(one, path)).map(({ site, text }) => `${text} ${siteKey(site)}`)).size > 1;
}

// Against its own sender, a request that brings no key is not protected by one that is drawn for it.
function textOf({ text, origin }: KeyCandidate, { is }: FoundRepeater['repeater']): string {
  return drawnIn(origin).length === 0 || is === 'retry' || is === 'library-retry' ? text : `${text} where the request brings one`;
}

// A row of names and references may be something that exists once; one that brings an amount or a text is a new thing each time, whatever it belongs to.
function isTelling(names: KeyCandidate['names'], candidates: readonly KeyCandidate[], write: FoundWrite): boolean {
  const tells = names === 'reference' || (names === 'foreign' && !hasKeyOfItsOwn(write)) || (names === 'attribute' && write.row.is === 'statement');
  return tells && !candidates.some((candidate) => candidate.names === 'content');
}

// An SDK or a queue that takes a key looks at nothing else; whoever answers a plain HTTP call may look at anything in it.
function hasKeyOfItsOwn({ row: { is, keys = [] } }: FoundWrite): boolean {
  return is !== 'statement' && keys.length > 0 && !keys.some((key) => /headers|Idempotency-Key/.test(key));
}

function optionFor(write: FoundWrite): string {
  const place = (write.row.keys ?? []).find((key) => !key.includes('chain:'));
  return place === undefined || write.row.is === 'statement' ? '' : optionName(place);
}
