import type { Handler, HandlerBody, ModelContext } from '../context.js';
import { siteAt } from '../context.js';
import type { GuardFinder } from '../guards.js';
import type { RestGuards } from '../rest-guards.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Bound, Budget, EntryPoint, Guard, RequestPath, Slice } from '../types.js';
import { guarded } from './guarded.js';
import { Layout } from './layout.js';
import type { Measure } from './measure.js';
import { collect } from './measure.js';
import { signalOfAll, signalsMadeIn, underSignals } from './passed-signals.js';
import { plain } from './read-body.js';
import type { BodyReader } from './read-body.js';
import { withRest } from './rest.js';
import { around, EMPTY, innerSpans, isOpen } from './spans.js';
import type { Span } from './spans.js';
import { boundOfTime, timeOf } from './time.js';

const MAX_UNPROVEN = 20;

/** What the paths are made with. */
export interface TimelineParts {
  readonly context: ModelContext;
  readonly reader: BodyReader;
  readonly guards: GuardFinder;
  readonly rest: RestGuards;
  readonly measure: Measure;
}

/** One request's path in time; each part is computed when it is first asked for. */
export class TimedPath implements RequestPath {
  readonly entryPoint: EntryPoint;
  readonly #parts: TimelineParts;
  readonly #handler: Handler;
  #spans: readonly Span[] | undefined;
  #budgets: readonly Budget[] | undefined;
  #layout: Layout | undefined;
  #unproven: RequestPath['unproven'] | undefined;

  constructor(parts: TimelineParts, handler: Handler) {
    this.#parts = parts;
    this.#handler = handler;
    this.entryPoint = handler.entryPoint;
  }

  /** What runs from each function of the request on; the first is all of it. */
  get #from(): readonly Span[] {
    return (this.#spans ??= this.#read());
  }

  get span(): Span {
    return this.#from[0] ?? EMPTY;
  }

  get waits(): boolean {
    let waits = false;
    collect(this.span, () => {
      waits = true;
    });
    return waits;
  }

  get within(): readonly Site[] {
    return this.#handler.within ?? [];
  }

  get worstCase(): Bound {
    return this.#bound(this.span);
  }

  get budgets(): readonly Budget[] {
    return (this.#budgets ??= this.#findBudgets());
  }

  get budget(): Budget | undefined {
    const bounded = this.budgets.filter(({ bound }) => bound.is === 'bounded');
    return [...bounded].sort((a, b) => slackOf(a) - slackOf(b))[0] ?? this.budgets[0];
  }

  get slices(): readonly Slice[] {
    return this.#laidOut.slices;
  }

  get omitted(): number {
    return this.#laidOut.omitted;
  }

  get unproven(): RequestPath['unproven'] {
    return (this.#unproven ??= unprovenIn(this.span));
  }

  get #laidOut(): Layout {
    const { entryPoint } = this;
    return (this.#layout ??= new Layout(this.#parts.measure, this.span, [{ site: entryPoint.site, text: entryPoint.name }]));
  }

  #bound(span: Span): Bound {
    const { site, name } = this.entryPoint;
    return boundOfTime(this.#parts.measure.of(span), { text: `the worst case of ${name}`, site, isDefault: false });
  }

  #read(): readonly Span[] {
    const bodies = this.#bodies;
    const spans: Span[] = [];
    let rest: Span = EMPTY;
    for (let position = bodies.length - 1; position >= 0; position -= 1) {
      const entry = bodies[position] as HandlerBody;
      rest = withRest(this.#step(entry, position < this.#last), underSignals(rest, signalsMadeIn(entry.body)));
      spans.unshift(rest);
    }
    return spans;
  }

  // What runs when the answer is gone is no part of the request.
  get #bodies(): readonly HandlerBody[] {
    return this.#handler.bodies.filter(({ after }) => after !== 'answered');
  }

  /** Where the handler stands that answers. */
  get #last(): number {
    const last = this.#bodies.findLastIndex(({ after }) => after === undefined);
    return last < 0 ? this.#bodies.length - 1 : last;
  }

  #step(entry: HandlerBody, middleware: boolean): Span {
    const { reader, guards } = this.#parts;
    const { body, frame, at, name, continues } = entry;
    const { total } = reader.of(body, plain(continues));
    const after = entry.after === undefined ? {} : { after: true as const };
    const step = name !== '' ? name : entry.after === undefined ? 'handler' : 'hook';
    return around(total, (inner) => ({ is: 'step', name: step, middleware, ...after, link: { site: siteAt(frame, at), text: step }, inner: guarded(guards.ofDecorators(frame), inner) }));
  }

  #findBudgets(): readonly Budget[] {
    const { budgets } = this.#handler;
    const bodies = this.#bodies;
    const found = budgets.flatMap((guard) => this.#budget(guard, 0));
    bodies.forEach((entry, position) => {
      for (const guard of entry.budgets ?? []) found.push(...this.#budget(guard, position));
      const next = Math.min(position + 1, bodies.length - 1);
      for (const { guard } of this.#parts.rest.after(entry)) if (guard.is === 'budget') found.push(...this.#budget(guard, next));
    });
    return distinct(found.length > 0 ? found : this.#signalBudgets());
  }

  // A signal that a middleware keeps for the handler, or that a handler gives to all it waits for.
  #signalBudgets(): readonly Budget[] {
    return this.#bodies.slice(0, this.#last + 1).flatMap(({ body }, position) => {
      const isLast = position === this.#last;
      const covered = isLast ? position : position + 1;
      const guard = signalOfAll(this.#from[covered] ?? EMPTY, signalsMadeIn(body), isLast ? 2 : 1);
      return guard === undefined ? [] : this.#budget(guard, covered).map((budget): Budget => Object.assign(budget, { endsWork: true }));
    }).slice(0, 1);
  }

  #budget(guard: Guard, position: number): readonly Budget[] {
    if (guard.bound === undefined) return [];
    const covered = () => this.#from[position] ?? EMPTY;
    const coversOf = () => this.#bound(covered());
    const startOf = () => {
      const [whole, part] = [this.#parts.measure.of(this.span), this.#parts.measure.of(covered())];
      return typeof whole === 'number' && typeof part === 'number' ? whole - part : position === 0 ? 0 : undefined;
    };
    const lazy: Budget = {
      guard, bound: guard.bound,
      get covers() {
        return coversOf();
      },
      get startMs() {
        return startOf();
      },
    };
    return [lazy];
  }
}

function slackOf({ bound, covers }: Budget): number {
  const limit = bound.is === 'bounded' ? bound.ms : Infinity;
  const time = timeOf(covers);
  return typeof time === 'number' ? limit - time : limit;
}

function distinct(budgets: readonly Budget[]): readonly Budget[] {
  const keyOf = ({ guard: { name, site }, bound }: Budget) => `${name}:${siteKey(site)}:${bound.is === 'bounded' ? bound.ms : bound.is}`;
  return budgets.filter((budget, position) => budgets.findIndex((other) => keyOf(other) === keyOf(budget)) === position);
}

function unprovenIn(span: Span): RequestPath['unproven'] {
  const found = new Map<string, { readonly site: Site; readonly because: string }>();
  const seen = new Set<Span>();
  const stack = [span];
  for (let next = stack.pop(); next !== undefined && found.size < MAX_UNPROVEN; next = stack.pop()) {
    if (seen.has(next) || !isOpen(next)) continue;
    seen.add(next);
    const reason = reasonOf(next);
    if (reason !== undefined) found.set(siteKey(reason.site), reason);
    stack.push(...[...innerSpans(next)].reverse());
  }
  return [...found.values()];
}

function reasonOfRounds({ times, delays, site, guard }: Extract<Span, { is: 'repeated' }>): { readonly site: Site; readonly because: string } | undefined {
  if (guard?.bound?.is === 'bounded') return undefined;
  if (times.is === 'unknown') return { site, because: times.because };
  return delays.is === 'unknown' ? { site, because: `how long ${guard?.name ?? 'it'} waits between its attempts is not known: ${delays.because}` } : undefined;
}

function reasonOf(span: Span): { readonly site: Site; readonly because: string } | undefined {
  if (span.is === 'unproven') return { site: span.site, because: span.because };
  if (span.is === 'repeated') return reasonOfRounds(span);
  if (span.is !== 'wait') return undefined;
  const { total, site, layer } = span.wait;
  const operation = layer === 'pool' ? `the wait for a connection in ${span.wait.operation}` : span.wait.operation;
  return total.is === 'bounded' ? undefined : { site, because: total.is === 'unknown' ? `how long ${operation} takes is not known: ${total.because}` : `${operation} never ends by itself` };
}
