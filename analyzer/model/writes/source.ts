import type { Expression } from '#facts/types.js';
import type { CallInstance, Frame, ValueSet } from '#program/values.js';

/** Activations that a value passed through on its way, nearest first. */
export interface Trail {
  readonly frame: Frame;
  readonly outer: Trail | undefined;
}

/** By which call a function was entered while its result was followed. */
export interface Via {
  readonly frame: Frame;
  readonly call: CallInstance;
  readonly outer: Via | undefined;
}

/** Where an expression is read. */
export interface Spot {
  readonly frame: Frame;
  readonly trail: Trail | undefined;
  readonly via: Via | undefined;
  readonly depth: number;
}

/** What a value is made of where nothing more can be followed. */
export type Source =
  | { readonly is: 'expression'; readonly expression: Expression; readonly spot: Spot; readonly names?: Names; readonly part?: Part | undefined }
  /** Something that came in with the request. */
  | { readonly is: 'request'; readonly names: Names | undefined; readonly part?: Part | undefined }
  | { readonly is: 'value'; readonly set: ValueSet; readonly spot: Spot; readonly names?: Names; readonly part?: Part | undefined }
  | { readonly is: 'unknown'; readonly because: string; readonly names?: Names; readonly part?: Part | undefined };

/** The members that a declared type on the way gives to what is not taken apart. */
export type Names = readonly string[];

/** A member of something that is not taken apart, among those that its declared type gives to the whole. */
export interface Part {
  readonly name: string;
  readonly among: Names;
}

/** Each source once, with the first way that leads there. */
export function distinct(sources: readonly Source[]): readonly Source[] {
  if (sources.length < 2) return sources;
  const seen = new Map<unknown, Source[]>();
  return sources.filter((source) => {
    const content = contentOf(source);
    const known = seen.get(content);
    if (known?.some((other) => isReadAlike(source, other)) === true) return false;
    if (known === undefined) seen.set(content, [source]);
    else known.push(source);
    return true;
  });
}

function contentOf(source: Source): unknown {
  switch (source.is) {
    case 'expression': return source.expression.is === 'literal' ? source.expression.value : source.expression;
    case 'value': return source.set;
    case 'request': return `${source.names?.join() ?? ''}|${source.part?.name ?? ''}`;
    case 'unknown': return source.because;
  }
}

function isReadAlike(a: Source, b: Source): boolean {
  if (a.is !== 'expression' || b.is !== 'expression' || a.expression.is === 'literal') return a.is === b.is;
  return a.spot.frame === b.spot.frame && a.spot.via === b.spot.via;
}

/** A source as seen from further out. */
export function moved(source: Source, depth: number, onto: Trail | undefined): Source {
  if ((source.is !== 'expression' && source.is !== 'value') || (depth === 0 && onto === undefined)) return source;
  const { frame, trail, via } = source.spot;
  const spot: Spot = { frame, trail: joined(trail, onto), via, depth: source.spot.depth + depth };
  return { ...source, spot };
}

/** A trail that goes on with another one. */
export function joined(trail: Trail | undefined, onto: Trail | undefined): Trail | undefined {
  if (onto === undefined) return trail;
  return trail === undefined ? onto : { frame: trail.frame, outer: joined(trail.outer, onto) };
}

/** A member of what is not taken apart is from where the whole is; what the whole declares is none of its own. */
export function partOf(source: Source, name: string): Source {
  const { names, part } = source;
  if (names === undefined) return part === undefined ? source : { ...source, part: undefined } as Source;
  return { ...source, names: undefined, part: names.includes(name) ? { name, among: names } : undefined } as Source;
}

/** Sources with the members that a declared type has, where they say nothing themselves. */
export function withNames(sources: readonly Source[], names: Names | undefined): readonly Source[] {
  if (names === undefined) return sources;
  return sources.map((source) => (source.names === undefined ? { ...source, names } : source));
}
