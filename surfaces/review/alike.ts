import type { Cell, Evidence, Review, ReviewedEntryPoint } from '#linter/review/types.js';
import { byKey } from '../by-key.js';

/** With no more entry points than this each is told by itself. */
export const FEW = 60;
/** What fewer have alike is told with each of them. */
const LEAST = 3;

/** What the entry points of a review have alike, so that it is written once. */
export interface Alike {
  readonly byId: ReadonlyMap<string, Evidence>;
  /** There are so many entry points that what they have alike is told once. */
  readonly isMany: boolean;
  /** Cells that several entry points have alike, by `keyOf`. */
  readonly cells: ReadonlyMap<string, SharedCell>;
  /** Verdicts that say the same, each of another entry point, by the id of each of them. */
  readonly verdicts: ReadonlyMap<string, readonly Evidence[]>;
  /** Who has the trace that an entry point has as well, by anchor: the first of them. */
  readonly traces: ReadonlyMap<string, ReviewedEntryPoint>;
}

/** A cell that many entry points have alike. */
export interface SharedCell {
  readonly anchor: string;
  readonly title: string;
  readonly cell: Cell;
  /** One of them, for whom it is told. */
  readonly entryPoint: string;
  readonly count: number;
}

/** Finds what is alike; entry points in the order in which they are told. */
export function alikeOf({ evidence, concerns }: Review, entryPoints: readonly ReviewedEntryPoint[]): Alike {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const isMany = entryPoints.length > FEW;
  const alike: Alike = { byId, isMany, cells: new Map(), verdicts: isMany ? sameVerdicts(evidence, entryPoints) : new Map(), traces: isMany ? sameTraces(entryPoints) : new Map() };
  const told = entryPoints.flatMap((entryPoint) => entryPoint.cells.filter((cell) => isTold(cell) && isWorthwhile(cell, isMany)).map((cell) => ({ cell, entryPoint: entryPoint.id })));
  const groups = [...byKey(told, ({ cell, entryPoint }) => keyOf(cell, entryPoint, alike))].filter(([, group]) => group.length >= LEAST);
  const cells = groups.flatMap(([key, group], index) => (group[0] === undefined ? [] : [[key, {
    ...group[0], count: group.length, anchor: `c${index + 1}`, title: concerns.find(({ id }) => id === group[0]?.cell.concern)?.title ?? '',
  }] as const]));
  return { ...alike, cells: new Map(cells) };
}

/** Is there something to say of a cell? */
export function isTold({ state }: Cell): boolean {
  return state !== 'not-applicable' && state !== 'not-asked';
}

function isWorthwhile({ evidence }: Cell, isMany: boolean): boolean {
  return evidence.length > 1 || isMany;
}

/** The cell of which an entry point's is one more. */
export function sharedCellOf(cell: Cell, entryPoint: string, alike: Alike): SharedCell | undefined {
  return isTold(cell) ? alike.cells.get(keyOf(cell, entryPoint, alike)) : undefined;
}

/** Verdicts of several entry points that say the same are one, called by the first of them. */
export function verdictIdOf(id: string, { verdicts }: Alike): string {
  return verdicts.get(id)?.[0]?.id ?? id;
}

/** What a verdict says of an entry point, without its name. */
export function saidOf({ text, entryPoints }: Evidence): string {
  return text.slice(entryPoints[0]?.length ?? 0).trim();
}

function keyOf({ concern, state, evidence, note }: Cell, entryPoint: string, alike: Alike): string {
  const told = evidence.map((id) => `${verdictIdOf(id, alike)}${holdsHere(alike.byId.get(id), entryPoint) ? '+' : ''}`);
  return [concern, state, ...told, note ?? ''].join('|');
}

/** Is the place violated on another entry point's way only? */
export function holdsHere(item: Evidence | undefined, entryPoint: string): boolean {
  return item?.state === 'violated' && !item.entryPoints.includes(entryPoint);
}

// Only what is said of an entry point at its own place: there the entry point's place says where.
function sameVerdicts(evidence: readonly Evidence[], entryPoints: readonly ReviewedEntryPoint[]): Alike['verdicts'] {
  const placeOf = new Map(entryPoints.map(({ id, site }) => [id, `${site.file}:${site.line}`]));
  const own = evidence.filter(({ state, text, site, entryPoints: [first, ...others], related, reason }) =>
    state === 'satisfied' && first !== undefined && others.length === 0 && text.startsWith(`${first} `) && placeOf.get(first) === `${site.file}:${site.line}` && related.length === 0 && reason === undefined);
  const groups = [...byKey(own, (item) => `${item.rule}|${saidOf(item)}`).values()].filter((group) => group.length >= LEAST);
  return new Map(groups.flatMap((group) => group.map(({ id }) => [id, group] as const)));
}

function sameTraces(entryPoints: readonly ReviewedEntryPoint[]): Alike['traces'] {
  const groups = [...byKey(entryPoints.filter(({ path }) => path !== undefined), ({ path }) => JSON.stringify(path)).values()];
  return new Map(groups.flatMap(([first, ...others]) => (first === undefined ? [] : others.map(({ anchor }) => [anchor, first] as const))));
}

/** A row: an entry point, or several of which all is alike. */
export interface AlikeRow {
  readonly anchor: string;
  readonly entryPoints: readonly ReviewedEntryPoint[];
}

/** Entry points as rows, in their order: those that wait for the same and of which there is nothing to say but what they have alike are one. */
export function entryRowsOf(entryPoints: readonly ReviewedEntryPoint[], alike: Alike): readonly AlikeRow[] {
  const traceOf = (entryPoint: ReviewedEntryPoint) => (entryPoint.path === undefined ? '' : (alike.traces.get(entryPoint.anchor) ?? entryPoint).anchor);
  return rowsOf(entryPoints, (entryPoint) => (isAllAlike(entryPoint, alike) ? `${answersOf(entryPoint, alike)}${traceOf(entryPoint)}` : entryPoint.anchor), alike);
}

/** The same for the matrix, where what they wait for is not in sight. */
export function matrixRowsOf(entryPoints: readonly ReviewedEntryPoint[], alike: Alike): readonly AlikeRow[] {
  return rowsOf(entryPoints, (entryPoint) => (isAllAlike(entryPoint, alike) ? answersOf(entryPoint, alike) : entryPoint.anchor), alike);
}

function rowsOf(entryPoints: readonly ReviewedEntryPoint[], keyOf: (entryPoint: ReviewedEntryPoint) => string, { isMany }: Alike): readonly AlikeRow[] {
  const groups = isMany ? [...byKey(entryPoints, keyOf).values()] : entryPoints.map((one) => [one]);
  return groups.flatMap((group) => (group[0] === undefined ? [] : [{ anchor: group[0].anchor, entryPoints: group }]));
}

function isAllAlike({ id, cells }: ReviewedEntryPoint, alike: Alike): boolean {
  return cells.every((cell) => !isTold(cell) || sharedCellOf(cell, id, alike) !== undefined);
}

function answersOf({ id, kind, middleware, cells, path }: ReviewedEntryPoint, alike: Alike): string {
  return JSON.stringify([kind, middleware, path === undefined, cells.map((cell) => [cell.state, sharedCellOf(cell, id, alike)?.anchor])]);
}
