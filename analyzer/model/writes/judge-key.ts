import { optionName } from '#program/parse-place.js';
import type { Write } from '../types.js';
import type { KeyCandidate } from './natural-ids.js';
import type { FoundRepeater } from './repeaters.js';
import type { Rounds } from './rounds.js';
import type { FoundWrite } from './write-effect.js';

/** What protects a write against one repeater, given everything that may be its key. */
export function keyAgainst(write: FoundWrite, by: FoundRepeater, candidates: readonly KeyCandidate[], rounds: Rounds): Write['key'] {
  const { repeater } = by;
  if (write.uncertain !== undefined) return { is: 'unknown', because: write.uncertain };
  const own = candidates.filter(({ names }) => names === 'own');
  const stable = own.find(({ origin }) => origin.is === 'request' || origin.is === 'constant');
  if (stable !== undefined) return { is: 'stable', text: stable.text, site: stable.site };
  const drawn = own.find(({ origin }) => origin.is === 'fresh');
  if (drawn?.origin.is === 'fresh' && repeater.is === 'library-retry') return { is: 'stable', text: drawn.text, site: drawn.origin.site };
  if (drawn?.origin.is === 'fresh' && rounds.isOutside(drawn.origin, by)) return { is: 'stable', text: drawn.origin.text, site: drawn.origin.site };
  if (drawn?.origin.is === 'fresh' && drawn.isOption === true && write.row.is !== 'statement') return { is: 'fresh', text: drawn.origin.text, site: drawn.origin.site };
  const foreign = candidates.find(({ names, origin }) => isTelling(names, candidates) && origin.is !== 'constant' && origin.is !== 'fresh');
  if (foreign !== undefined) return { is: 'unknown', because: `whether ${foreign.text} tells one request from the next is not in sight` };
  const open = own.find(({ origin }) => origin.is === 'unknown');
  if (open?.origin.is === 'unknown') return { is: 'unknown', because: `where ${open.text} comes from: ${open.origin.because}` };
  if (drawn?.origin.is === 'fresh') return { is: 'fresh', text: drawn.origin.text, site: drawn.origin.site };
  return { is: 'none', option: optionFor(write) };
}

// A row of references may be a link that exists once; one that brings an amount or a text is a new thing each time, whatever it belongs to.
function isTelling(names: KeyCandidate['names'], candidates: readonly KeyCandidate[]): boolean {
  if (names === 'foreign') return true;
  return names === 'reference' && !candidates.some((candidate) => candidate.names === 'content');
}

function optionFor(write: FoundWrite): string {
  const place = (write.row.keys ?? []).find((key) => !key.includes('chain:'));
  return place === undefined || write.row.is === 'statement' ? '' : optionName(place);
}
