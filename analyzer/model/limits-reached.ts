import { MAX_CALLBACK_FRAMES, MAX_EVALUATION_DEPTH, MAX_EVALUATIONS, MAX_FRAME_DEPTH, MAX_FRAMES, MAX_READ } from '#program/engine.js';
import type { LimitHit, LimitHits, LimitName } from '#program/limit-hits.js';
import { siteAt } from './context.js';
import { MAX_VISITED, MAX_VISITED_TOGETHER } from './paths.js';
import { compareSites } from './site.js';
import type { ServiceModel } from './types.js';

type Incident = ServiceModel['incidents'][number];

/** More functions than these are counted. */
const SHOWN = 5;

const DESCRIBE = 'To have it understood all the same, say what such a helper does under "catalog" in the configuration';
const SMALLER = 'To have all of it read, analyse one service at a time: name its folder, or leave folders out with "ignores"';

/** What was not looked at, why, and what helps; by the limit that was reached. */
const TEXTS: Readonly<Record<LimitName, (names: string) => string>> = {
  'activations of one function': (names) => `no more than ${counted(MAX_FRAMES)} ways to call one function are told apart, ${counted(MAX_CALLBACK_FRAMES)} where it is handed a function. What a further call hands over is unknown in ${names}. ${DESCRIBE}`,
  'nesting of calls': (names) => `functions handed to functions are followed ${MAX_FRAME_DEPTH} deep. What runs below that is not looked at in ${names}. ${DESCRIBE}`,
  'depth of evaluation': () => `values that lead through more than ${MAX_EVALUATION_DEPTH} others are unknown. Where one matters, its place is unproven and says that it is nested too deeply; a value written nearer to its use is found`,
  'number of evaluations': () => `no more than ${counted(MAX_EVALUATIONS)} expressions are evaluated. What is asked later is unknown, in whatever file. ${SMALLER}`,
  'number of expressions read': (names) => `no more than ${counted(MAX_READ)} expressions are read. Calls that come later are not looked at, first in ${names}. ${SMALLER}`,
  'places where one router is mounted': () => `one router is mounted in more places than are told apart. Its routes below the other places are left out. ${SMALLER}`,
};

/** The limits that reading a program reached, as people can act on them. */
export function limitsReached(hits: LimitHits): readonly Incident[] {
  return hits.all.map(([where, places]): Incident => ({ where, message: TEXTS[where](namesOf(places)), repeatable: true }));
}

/** Entry points whose paths were not followed to their end. */
export function pathsCut(entryPoints: readonly string[]): readonly Incident[] {
  if (entryPoints.length === 0) return [];
  const message = `a request is followed for ${counted(MAX_VISITED)} steps, all together for ${counted(MAX_VISITED_TOGETHER)}. What comes after that is not looked at for ${first(entryPoints)}. ${DESCRIBE}`;
  return [{ where: 'steps of request paths', message, repeatable: true }];
}

function namesOf(places: readonly LimitHit[]): string {
  const named = places.flatMap(({ in: where, times }) => {
    if (where === undefined) return [];
    const declared = where.unit.facts.functions[where.index];
    return declared === undefined ? [] : [{ name: declared.name, site: siteAt(where.unit.frame, declared.at), times }];
  }).toSorted((a, b) => b.times - a.times || compareSites(a.site, b.site));
  // A function that a named one gives at once is told with that one.
  const lines = new Map(named.toSorted((a, b) => Number(b.name === '') - Number(a.name === '')).map((one) => [`${one.site.file}:${one.site.line}`, one]));
  const told = named.filter((one) => [...lines.values()].includes(one));
  return told.length === 0 ? 'the rest of the program' : first(told.map(({ name, site }) => `${name === '' ? 'the function at ' : `${name} (`}${site.file}:${site.line}${name === '' ? '' : ')'}`));
}

function first(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
