import type { Opened } from '#model/types.js';
import { siteKey } from '#model/site.js';
import { pictureKinds, wrongPairs } from './picture.js';
import type { Evidence, PictureEdge, ShutdownPicture } from './types.js';

/** What SIGTERM has to undo, who needs it first; each step with what is known of its close. */
export function shutdownOf(opened: readonly Opened[], evidence: readonly Evidence[]): ShutdownPicture {
  const own = evidence.filter(({ concern }) => concern === 'shutdown');
  const told = new Set(own.flatMap((item) => [item.site, ...item.related.map(({ site }) => site)]).map(siteKey));
  const needing = new Set(opened.flatMap(({ neededBy }) => neededBy.map(siteKey)));
  // What nothing needs and nobody judged belongs to no process.
  const order = unwound(opened.filter((one) => one.mustClose && (one.neededBy.length > 0 || needing.has(siteKey(one.site)) || placesOf(one).some((place) => told.has(place)))));
  const nameOf = new Map(order.map(({ site, name }) => [siteKey(site), name]));
  const steps = order.map((one) => {
    const { name, is, site, neededBy } = one;
    const places = placesOf(one);
    const about = aboutOf(own, places);
    return {
      text: name, kind: pictureKinds[is] ?? 'timer', site,
      state: stateOf(about),
      neededBy: [...new Set(neededBy.flatMap((user) => nameOf.get(siteKey(user)) ?? []))],
      evidence: about.map(({ id }) => id),
    };
  });
  return { steps, edges: edgesOf(order, wrongPairs({ opened, evidence })), evidence: own.filter(({ state }) => state !== 'satisfied').map(({ id }) => id) };
}

// What is said of its own place counts; a verdict that only names it is about another, unless there is nothing else.
function aboutOf(own: readonly Evidence[], places: readonly string[]): readonly Evidence[] {
  const direct = own.filter(({ site }) => places.includes(siteKey(site)));
  return direct.length > 0 ? direct : own.filter(({ related }) => related.some(({ site }) => places.includes(siteKey(site))));
}

function placesOf({ site, startedAt }: Opened): readonly string[] {
  return [site, ...(startedAt === undefined ? [] : [startedAt])].map(siteKey);
}

function stateOf(about: readonly Evidence[]): ShutdownPicture['steps'][number]['state'] {
  if (about.some(({ state }) => state === 'violated' || state === 'accepted')) return 'violated';
  if (about.some(({ state }) => state === 'unproven')) return 'unproven';
  return about.length > 0 ? 'closed' : 'unknown';
}

function edgesOf(order: readonly Opened[], wrong: ReadonlySet<string>): readonly PictureEdge[] {
  const idOf = new Map(order.map(({ site }, index) => [siteKey(site), `s${index}`]));
  return order.flatMap(({ site, neededBy }): PictureEdge[] => [...new Set(neededBy.map(siteKey))].flatMap((user): PictureEdge[] => {
    const from = idOf.get(user);
    const to = idOf.get(siteKey(site));
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, is: wrong.has(`${user}>${siteKey(site)}`) ? 'wrong' : 'needs' }];
  }));
}

/** Nothing comes before what needs it; where things need each other in a circle, the order of creation stays. */
function unwound(opened: readonly Opened[]): readonly Opened[] {
  const waiting = new Map(opened.map((one) => [siteKey(one.site), one]));
  const order: Opened[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ neededBy, site }) => neededBy.every((user) => !waiting.has(siteKey(user)) || siteKey(user) === siteKey(site)));
    for (const one of free.length > 0 ? free.toSorted(intakeFirst) : [...waiting.values()].slice(0, 1)) {
      order.push(one);
      waiting.delete(siteKey(one.site));
    }
  }
  return order;
}

const INTAKE = ['server', 'consumer', 'worker', 'scheduler', 'timer'];

function intakeFirst(a: Opened, b: Opened): number {
  const rank = ({ is }: Opened) => (INTAKE.includes(is) ? INTAKE.indexOf(is) : INTAKE.length);
  return rank(a) - rank(b);
}
