import type { Place } from '#catalog/schema.js';
import type { Expression, Property } from '#facts/types.js';
import { parsePlace } from '#program/parse-place.js';
import type { ParsedPlace, Segment } from '#program/parse-place.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, Frame, LibraryValue, Value } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { ChainedCalls } from './chained-calls.js';
import { setLater } from './set-later.js';
import { partOf, withNames } from './source.js';
import type { Names, Source, Spot } from './source.js';
import type { Sources } from './sources.js';

/** One member of what stands at a place. */
export interface Member {
  readonly name: string;
  readonly sources: readonly Source[];
  /** What stands there is called so itself: `id` in `{ label: job.id }`. */
  readonly read?: string;
  /** What the variable or member is called that is given to it: `domain` in `{ name: domain }`. */
  readonly holds?: string;
}

/** Reads places of the catalog as sources, so that it can be told where the values come from. */
export class PlaceSources {
  readonly #context: ModelContext;
  readonly #sources: Sources;
  readonly #chains: ChainedCalls;

  constructor(context: ModelContext, sources: Sources) {
    this.#context = context;
    this.#sources = sources;
    this.#chains = new ChainedCalls(context, sources.callers);
  }

  /** The sources of what stands at a place; empty where nothing does. */
  at(call: CallInstance, callee: LibraryValue | undefined, place: Place): readonly Source[] {
    const { engine } = this.#context.program;
    const found = this.#at(call, callee, parsePlace(place));
    if (found.length > 0) return found;
    const set = placeValues(engine, call, callee, place);
    if (set.values.length === 0) return [];
    const isWhole = set.values.every((value) => value.is === 'unknown');
    return [isWhole ? { is: 'unknown', because: 'what it stands in comes as a whole from elsewhere' } : { is: 'value', set, spot: this.#sources.spot(call.frame) }];
  }

  /** Is a call named by the place's prefixes there at all: `chain:onConflict:0`? */
  isCalled(call: CallInstance, callee: LibraryValue | undefined, place: Place): CallInstance | undefined {
    const base = this.#chains.basesOf(call, callee, parsePlace(place).scopes).find((candidate) => candidate.is === 'call');
    return base?.is === 'call' ? base.call : undefined;
  }

  #at(call: CallInstance, callee: LibraryValue | undefined, parsed: ParsedPlace): readonly Source[] {
    const bases = this.#chains.basesOf(call, callee, parsed.scopes);
    for (const base of bases) {
      if (base.is !== 'call') continue;
      const found = this.#ofCall(base.call, parsed);
      if (found.length > 0) return found;
    }
    return [];
  }

  #ofCall(call: CallInstance, parsed: ParsedPlace): readonly Source[] {
    const spot = this.#sources.spot(call.frame);
    const count = call.expression.arguments.length;
    const first = parsed.argument === undefined ? 0 : parsed.argument < 0 ? count + parsed.argument : parsed.argument;
    const last = parsed.any || parsed.onwards ? count - 1 : first;
    for (let position = Math.max(first, 0), found: readonly Source[] = []; position <= last; position += 1) {
      const given = this.#sources.argument(call, position, false, { ...spot, trail: undefined });
      found = this.#follow(parsed.elements ? given.flatMap((source) => this.elements(source)) : given, parsed.segments, parsed.within);
      if (found.length > 0 && !parsed.onwards) return found;
      if (parsed.onwards) return this.#onwards(call, first, parsed, spot);
    }
    return [];
  }

  #onwards(call: CallInstance, first: number, parsed: ParsedPlace, spot: Spot): readonly Source[] {
    const all = call.expression.arguments.slice(first).flatMap((_, offset) => this.#sources.argument(call, first + offset, false, spot));
    return this.#follow(all.flatMap((source) => this.elements(source)), parsed.segments, parsed.within);
  }

  #follow(start: readonly Source[], segments: readonly Segment[], within: ParsedPlace | undefined): readonly Source[] {
    let current = start;
    let inHeaders = false;
    for (const { name, elements } of segments) {
      const loose = inHeaders || name.includes('-');
      current = current.flatMap((source) => this.#segment(source, name, loose));
      if (elements) current = current.flatMap((source) => this.elements(source));
      inHeaders ||= name.toLowerCase() === 'headers';
    }
    return within === undefined ? current : current.flatMap((source) => this.#madeBy(source).flatMap((call) => this.#ofCall(call, within)));
  }

  #segment(source: Source, name: string, loose: boolean): readonly Source[] {
    const members = this.members(source);
    if (members === undefined) return source.is === 'value' ? present(this.#sources.member(source, name)) : [];
    if (name === '*') return members.flatMap(({ sources }) => sources);
    const later = setLater(this.#context.program, source, loose ? [...new Set([name, name.toLowerCase()])] : [name]).flatMap(({ value, spot }) => this.#sources.of(value, spot));
    return [...later, ...(members.filter((member) => member.name === name || (loose && member.name.toLowerCase() === name.toLowerCase())).at(-1)?.sources ?? [])];
  }

  // The call that made what stands there: a command, an agent.
  #madeBy(source: Source): readonly CallInstance[] {
    const { engine } = this.#context.program;
    if (source.is === 'expression' && (source.expression.is === 'new' || source.expression.is === 'call')) return [engine.callInstance(source.expression, source.spot.frame)];
    if (source.is !== 'value') return [];
    return source.set.values.flatMap((value) => (value.is === 'library' && value.call !== undefined ? [value.call] : []));
  }

  /** The elements of a list. */
  elements(source: Source): readonly Source[] {
    const { engine } = this.#context.program;
    // `rows.map(f)`, `rows.flatMap(f)`: what f gives.
    if (source.is === 'expression' && source.expression.is === 'call' && source.expression.callee.is === 'member') {
      const value = engine.evaluate(source.expression, source.spot.frame).values[0];
      return value?.is === 'list' ? [{ is: 'value', set: value.elements, spot: source.spot }] : [source];
    }
    if (source.is !== 'value') return this.#sources.elements(source);
    return source.set.values.flatMap((value) => (value.is === 'list' ? [...(value.positions ?? [value.elements])].map((set) => ({ ...source, set })) : [{ ...source, set: engine.table.only(value) }]));
  }

  /** An expression as a source. */
  written(expression: Expression, frame: Frame): Source {
    return { is: 'expression', expression, spot: this.#sources.spot(frame) };
  }

  /** What a function written at a spot gives. */
  returned(index: number, { frame }: Spot): readonly Source[] {
    const inner = this.#sources.spot(this.#context.program.engine.genericIn(frame.unit, index, frame));
    return (frame.unit.index.returns.get(index) ?? []).flatMap((value) => this.#sources.of(value, inner));
  }

  /** What a call that makes a value is given: `JSON.stringify(body)`, `new Model(row)`, `Schema.parse(body)`, which has the schema's members. */
  given(source: Source): readonly Source[] {
    if (source.is !== 'expression' || (source.expression.is !== 'call' && source.expression.is !== 'new')) return [];
    const { arguments: all } = source.expression;
    const names = source.names ?? this.#shapeOf(source.expression, source.spot);
    return all.filter((argument) => argument.is !== 'function').flatMap((argument) => withNames(this.#sources.of(argument, source.spot), names));
  }

  #shapeOf(expression: Expression, { frame }: Spot): Names | undefined {
    const { values } = this.#context.program.engine.evaluate(expression, frame);
    const shapes = values.map((value) => (value.is === 'object' ? namesOf(value.expression.properties) : undefined));
    return shapes.length === 0 || shapes.includes(undefined) ? undefined : shapes.flatMap((names) => names ?? []);
  }

  /** The members of an object as written, undefined when it is not taken apart. */
  members(source: Source, seen: Set<object> = new Set()): readonly Member[] | undefined {
    if (source.is === 'expression' && source.expression.is === 'object') return this.#written(source.expression.properties, source.spot, seen);
    if (source.is !== 'value') return undefined;
    const known = source.set.values.map((value) => this.#ofValue(value, source.spot, seen));
    return known.some((members) => members === undefined) || known.length === 0 ? undefined : known.flatMap((members) => members ?? []);
  }

  // Objects that are spread into each other are each taken apart once.
  #ofValue(value: Value, spot: Spot, seen: Set<object>): readonly Member[] | undefined {
    if (value.is === 'object') return this.#written(value.expression.properties, { ...spot, frame: value.frame, trail: { frame: value.frame, outer: spot.trail } }, seen);
    if (value.is !== 'merged') return undefined;
    if (seen.has(value)) return [];
    seen.add(value);
    const parts = value.of.flatMap((set) => set.values.map((part) => this.#ofValue(part, spot, seen)));
    return parts.every((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }

  #written(properties: readonly Property[], spot: Spot, seen: Set<object>): readonly Member[] {
    if (seen.has(properties)) return [];
    seen.add(properties);
    return properties.flatMap((property): readonly Member[] => {
      if (property.is === 'named') {
        const { value } = property;
        const read = value.is === 'member' ? { read: value.name, holds: value.name } : value.is === 'variable' ? { holds: spot.frame.unit.facts.bindings[value.binding]?.name ?? '' } : {};
        return [{ name: property.name, sources: this.#sources.of(value, spot), ...read }];
      }
      const inner = this.#sources.of(property.value, spot);
      if (property.is === 'spread') return inner.flatMap((source) => this.members(source, seen) ?? namedMembers(source));
      const keys = this.#context.program.engine.evaluate(property.key, spot.frame).values;
      return keys.map((key) => ({ name: key.is === 'literal' ? String(key.value) : SPREAD, sources: inner }));
    });
  }
}

/** The name of a member whose name is not known: something spread. */
export const SPREAD = '…';

function namesOf(properties: readonly Property[]): Names | undefined {
  const names = properties.map((property) => (property.is === 'named' ? property.name : undefined));
  return names.includes(undefined) ? undefined : names.flatMap((name) => name ?? []);
}

function namedMembers(source: Source): readonly Member[] {
  if (source.names !== undefined) return source.names.map((name) => ({ name, sources: [partOf(source, name)] }));
  return [{ name: SPREAD, sources: [source] }];
}

function present(sources: readonly Source[]): readonly Source[] {
  return sources.filter((source) => source.is !== 'value' || source.set.values.some((value) => value.is !== 'undefined'));
}
