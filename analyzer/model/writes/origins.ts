import type { CallExpression, Expression, NewExpression } from '#facts/types.js';
import { TYPE_NAME } from '#program/creations.js';
import type { CallInstance, LibraryValue, Value, ValueSet } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Site } from '../site.js';
import { KnownAnswers } from './known-answers.js';
import type { Named } from './named-calls.js';
import { joined } from './source.js';
import type { Source, Spot, Trail } from './source.js';
import type { Sources } from './sources.js';

/** Drawn anew by this call: a random id, the time. The trail tells in which activations. */
export interface Drawn {
  readonly is: 'fresh';
  readonly text: string;
  readonly site: Site;
  readonly trail: Trail | undefined;
}

/** Whether a value is the same when everything runs again, and why. */
export type Origin =
  /** `drawn`: what stands in its stead where the request brings nothing. */
  | { readonly is: 'request'; readonly drawn?: readonly Drawn[] }
  | { readonly is: 'constant' }
  /** `others`: drawn elsewhere, where it is one of several alternatives. */
  | (Drawn & { readonly others?: readonly Drawn[] })
  | { readonly is: 'unknown'; readonly because: string };

export const WHAT_A_REQUEST_BRINGS = 'what a request brings';
const MADE_FROM_ITSELF: Origin = { is: 'unknown', because: 'it is made from itself' };
/** Expressions whose origin is that of others. */
const MADE_OF_PARTS: ReadonlySet<Expression['is']> = new Set<Expression['is']>(['template', 'array', 'object', 'binary', 'unary', 'call', 'new']);
const MAX_DEPTH = 30;
/** Draws that are told apart in one value. */
const MAX_DRAWN = 12;

/** Tells where values come from as far as a second run is concerned. */
export class Origins {
  readonly #context: ModelContext;
  readonly #sources: Sources;
  readonly #named: Named;
  readonly #known = new KnownAnswers<Origin>();

  constructor(context: ModelContext, sources: Sources, named: Named) {
    this.#context = context;
    this.#sources = sources;
    this.#named = named;
  }

  /** The origin of an expression. */
  of(expression: Expression, spot: Spot): Origin {
    return this.ofSources(this.#sources.of(expression, spot));
  }

  /** The origin of one of several alternatives: it counts that the request can bring it. */
  ofSources(sources: readonly Source[]): Origin {
    if (sources.length === 0) return { is: 'unknown', because: 'nothing in sight gives it a value' };
    return oneOf(sources.map((source) => this.ofSource(source)));
  }

  ofSource(source: Source): Origin {
    if (source.is === 'request') return { is: 'request' };
    if (source.is === 'unknown') return source;
    if (source.is === 'value') return this.#ofSet(source.set, source.spot, 0);
    return this.#ofExpression(source.expression, source.spot);
  }

  #ofExpression(expression: Expression, spot: Spot): Origin {
    if (!MADE_OF_PARTS.has(expression.is)) return this.#read(expression, spot);
    if (spot.depth > MAX_DEPTH) {
      this.#known.cut();
      return MADE_FROM_ITSELF;
    }
    const origin = this.#known.of(expression, spot, () => this.#readWhole(expression, spot)) ?? MADE_FROM_ITSELF;
    return withDraws(origin, drawnIn(origin).map((drawn) => ({ ...drawn, trail: joined(drawn.trail, spot.trail) })));
  }

  #readWhole(expression: Expression, spot: Spot): Origin {
    const { cuts } = this.#sources;
    const origin = this.#read(expression, { ...spot, trail: undefined, depth: spot.depth + 1 });
    if (this.#sources.cuts > cuts) this.#known.cut();
    return origin;
  }

  #read(expression: Expression, spot: Spot): Origin {
    switch (expression.is) {
      case 'template': return this.#together(expression.values, spot);
      case 'array': return this.#together(expression.elements, spot);
      case 'object': return this.#together(expression.properties.flatMap((property) => (property.is === 'computed' ? [property.key, property.value] : [property.value])), spot);
      case 'binary': return this.#together([expression.left, expression.right], spot);
      case 'unary': return this.of(expression.of, spot);
      case 'call': case 'new': return this.ofCall(expression, spot);
      case 'yield': case 'opaque': return { is: 'unknown', because: 'it is not followed' };
      default: return { is: 'constant' };
    }
  }

  #together(expressions: readonly Expression[], spot: Spot): Origin {
    return combined(expressions.map((part) => this.of(part, spot)));
  }

  /** The origin of what a call to a library gives: drawn there, or made from what it is given. */
  ofCall(expression: CallExpression | NewExpression, spot: Spot): Origin {
    const { engine } = this.#context.program;
    const call = engine.callInstance(expression, spot.frame);
    const targets = engine.targets(call);
    for (const target of targets) {
      if (target.is !== 'value' || target.value.is !== 'library') continue;
      if (this.#named.draws(target.value, expression.arguments.length)) return spot.frame.function === 0 ? { is: 'constant' } : fresh(call, spot.trail);
      if (this.#named.isRequest(target.value)) return { is: 'request' };
    }
    const inputs = expression.arguments.filter((argument) => argument.is !== 'function').map((argument) => this.of(argument, spot));
    if (expression.callee.is === 'member') inputs.unshift(this.of(expression.callee.of, spot));
    const made = combined(inputs);
    const asks = targets.some((target) => target.is === 'value' && target.value.is === 'library' && this.#named.waits(target.value));
    if (asks && made.is === 'fresh') return { is: 'unknown', because: `it is what ${callText(call)} gives` };
    if (made.is !== 'constant' || this.#isPure(targets.flatMap((target) => (target.is === 'value' ? [target.value] : [])))) return made;
    return { is: 'unknown', because: `it is what ${callText(call)} gives` };
  }

  // The language's own functions give the same for the same.
  #isPure(values: readonly Value[]): boolean {
    return values.every((value) => value.is === 'class' || (value.is === 'library' && (value.module === 'global' || value.module.startsWith('node:')) && !this.#named.waits(value)));
  }

  #ofSet(set: ValueSet, spot: Spot, depth: number): Origin {
    if (set.values.length === 0) return { is: 'unknown', because: 'nothing in sight gives it a value' };
    return oneOf(set.values.map((value) => this.#ofValue(value, spot, depth)));
  }

  #ofValue(value: Value, spot: Spot, depth: number): Origin {
    if (depth > 6) return { is: 'unknown', because: 'it is nested too deeply' };
    switch (value.is) {
      case 'unknown': return value.why === WHAT_A_REQUEST_BRINGS ? { is: 'request' } : { is: 'unknown', because: value.why };
      case 'library': return this.#ofLibrary(value, spot);
      case 'object': return this.#ofExpression(value.expression, { ...spot, frame: value.frame, trail: { frame: value.frame, outer: spot.trail }, depth: spot.depth + 1 });
      case 'list': return combined([...(value.positions ?? [value.elements])].map((set) => this.#ofSet(set, spot, depth + 1)));
      case 'merged': return combined(value.of.map((set) => this.#ofSet(set, spot, depth + 1)));
      case 'text': return { is: 'unknown', because: 'it is text put together from parts' };
      case 'typed': return { is: 'unknown', because: `only its type is known, ${value.name}` };
      default: return { is: 'constant' };
    }
  }

  #ofLibrary(value: LibraryValue, spot: Spot): Origin {
    if (this.#named.isRequest(value)) return { is: 'request' };
    let made: LibraryValue | undefined = value;
    while (made !== undefined && made.call === undefined) made = made.from;
    // How a client was set up says nothing about what is asked of it.
    if (made?.call === undefined) return this.#madeOutOfSight(value);
    if (this.#isClient(made.from)) return { is: 'constant' };
    const { expression, frame } = made.call;
    return this.#ofExpression(expression, { frame, trail: { frame, outer: spot.trail }, via: undefined, depth: spot.depth + 1 });
  }

  // Nobody in sight made it: what is of a framework's type came in with the request; what a call gave came along without its call.
  #madeOutOfSight(value: LibraryValue): Origin {
    let isClient = false;
    let root = value;
    for (let link: LibraryValue | undefined = value; link !== undefined; link = link.from) {
      root = link;
      isClient ||= this.#isClient(link);
    }
    if (isClient) return { is: 'constant' };
    // Of `JSON.parse(text)` a door between functions left `JSON`: what has no call may be what one gave.
    if (!root.path.startsWith(TYPE_NAME)) return { is: 'unknown', because: `it is what ${value.path.replace(/\(\)$/, '') || value.module} gives` };
    const isFramework = (this.#context.program.engine.libraries.library(root.module)?.entryPoints?.length ?? 0) > 0;
    return isFramework ? { is: 'request' } : { is: 'unknown', because: `only its type is known, ${root.path.slice(TYPE_NAME.length)}` };
  }

  #isClient(callee: LibraryValue | undefined): boolean {
    return callee !== undefined && (this.#context.program.engine.libraries.rows(callee.module, callee.path)?.resources.length ?? 0) > 0;
  }
}

function fresh(call: CallInstance, trail: Trail | undefined): Origin {
  return { is: 'fresh', text: `${callText(call)}()`, site: siteOfCall(call), trail };
}

/** The origin of what is put together from parts: one that is drawn anew makes it new, else one that the request brings ties it to the request. */
export function combined(parts: readonly Origin[]): Origin {
  const found = pick(parts, ['fresh', 'request', 'unknown', 'constant']);
  return found.is === 'request' ? withDraws(found, parts.flatMap(drawnIn)) : found;
}

/** Everything an origin may have been drawn by. */
export function drawnIn(origin: Origin): readonly Drawn[] {
  if (origin.is === 'request') return origin.drawn ?? [];
  if (origin.is !== 'fresh') return [];
  const { is, text, site, trail, others = [] } = origin;
  return [{ is, text, site, trail }, ...others];
}

function withDraws(origin: Origin, drawn: readonly Drawn[]): Origin {
  const [first, ...others] = drawn.slice(0, MAX_DRAWN);
  if (first === undefined) return origin;
  if (origin.is === 'request') return { is: 'request', drawn: [first, ...others] };
  return origin.is !== 'fresh' ? origin : others.length === 0 ? first : { ...first, others };
}

// It counts that the request can bring it; what it is drawn by otherwise is kept.
function oneOf(origins: readonly Origin[]): Origin {
  return withDraws(pick(origins, ['request', 'fresh', 'unknown', 'constant']), origins.flatMap(drawnIn));
}

function pick(origins: readonly Origin[], order: readonly Origin['is'][]): Origin {
  for (const kind of order) {
    const found = origins.find((origin) => origin.is === kind);
    if (found !== undefined) return found;
  }
  return { is: 'constant' };
}
