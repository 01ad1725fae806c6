import { choiceOf } from './choice.js';
import { around, EMPTY, isEmpty, parallelOf, sequenceOf } from './spans.js';
import type { Span } from './spans.js';

/** What a piece of code takes on its ways out: undefined where no such way is. */
export interface Outcome {
  /** To the code after it. */
  readonly falls: Span | undefined;
  readonly returns: Span | undefined;
  readonly throws: Span | undefined;
  /** On all ways. */
  readonly total: Span;
  /** What it starts that is waited for behind it. */
  readonly started?: readonly Pending[];
}

/** Code that takes no time and goes on. */
export const NOTHING: Outcome = { falls: EMPTY, returns: undefined, throws: undefined, total: EMPTY };

/** Code with one way: on. */
export function falling(span: Span): Outcome {
  return isEmpty(span) ? NOTHING : { falls: span, returns: undefined, throws: undefined, total: span };
}

/** The same with something around it. */
export function mapped({ falls, returns, throws, total, started }: Outcome, make: (span: Span) => Span): Outcome {
  const made = (span: Span | undefined) => (span === undefined ? undefined : around(span, make));
  return starting({ falls: made(falls), returns: made(returns), throws: made(throws), total: around(total, make) }, started);
}

/** The same that starts something besides. */
export function starting(outcome: Outcome, started: readonly Pending[] = []): Outcome {
  return started.length === 0 ? outcome : { ...outcome, started: [...(outcome.started ?? []), ...started] };
}

/** One of several pieces of code runs. */
export function oneOf(arms: readonly Outcome[]): Outcome {
  const pick = (key: 'falls' | 'returns' | 'throws') => (arms.every((arm) => arm[key] === undefined) ? undefined : choiceOf(arms.map((arm) => arm[key])));
  return starting({ falls: pick('falls'), returns: pick('returns'), throws: pick('throws'), total: choiceOf(arms.map(({ total }) => total)) }, arms.flatMap(({ started = [] }) => started));
}

type Item =
  | { readonly is: 'part'; readonly span: Span }
  | { readonly is: 'exit'; readonly returns: Span | undefined; readonly throws: Span | undefined }
  | { readonly is: 'open'; readonly key: object; readonly make: (inner: Span) => Span }
  | ({ readonly is: 'pending' } & Pending);

/** What was started, and where somebody waits for it. */
export interface Pending {
  readonly span: Span;
  readonly until: number;
  /** A chain of calls is one thing. */
  readonly of?: object | undefined;
  /** A lazy call runs when it is waited for, beside nothing. */
  readonly sent: 'at once' | 'when awaited';
  /** How many blocks around it end before. */
  readonly leaves: number;
}

type Way = 'falls' | 'returns' | 'throws' | 'total';

/** Puts code together in order: what is waited for, where it may leave, what was started and is waited for later, what is open in the meantime. */
export class Sequencer {
  readonly #items: Item[] = [];
  #isDead = false;

  /** No way leads on from here. */
  get isDead(): boolean {
    return this.#isDead;
  }

  add({ falls, returns, throws }: Outcome): void {
    if (returns !== undefined || throws !== undefined) this.#items.push({ is: 'exit', returns, throws });
    if (falls === undefined) this.#isDead = true;
    else if (!isEmpty(falls)) this.#items.push({ is: 'part', span: falls });
  }

  /** Something starts that is waited for at an offset further down. */
  start(started: Pending): void {
    const { span, of } = started;
    if (isEmpty(span)) return;
    const position = of === undefined ? -1 : this.#items.findLastIndex((item) => item.is === 'pending' && item.of === of);
    const before = this.#items[position];
    // The next call of a chain waits for the one before it.
    if (before?.is === 'pending') this.#items[position] = { ...before, span: sequenceOf([before.span, span]) };
    else this.#items.push({ is: 'pending', ...started });
  }

  /** What was started and is waited for before an offset has ended there. */
  reach(at: number): void {
    for (let position = this.#items.length - 1; position >= 0; position -= 1) {
      const item = this.#items[position];
      if (item?.is !== 'pending' || (item.until >= at && at !== Infinity)) continue;
      // Some way out waits for it, `return load`, and the longest way counts: that the others do not changes nothing.
      const all = (inner: Span): Span => (item.sent === 'at once' ? parallelOf('all', [item.span, inner]) : sequenceOf([inner, item.span]));
      this.#collapse(position, { all, exit: all });
    }
  }

  /** From here on something is around what comes. */
  open(key: object, make: (inner: Span) => Span): void {
    this.#items.push({ is: 'open', key, make });
  }

  close(key: object): void {
    const position = this.#items.findLastIndex((item) => item.is === 'open' && item.key === key);
    const item = this.#items[position];
    if (item?.is === 'open') this.#collapse(position, { all: (inner) => around(inner, item.make), exit: (inner) => around(inner, item.make) });
  }

  /** In a block, what is waited for behind it is left to what is around. */
  finish(where: 'function' | 'block'): Outcome {
    const left = where === 'block' ? this.#items.filter((item) => item.is === 'pending' && item.leaves > 0) : [];
    for (const item of left) this.#items.splice(this.#items.indexOf(item), 1);
    return starting(this.#finished(), left.flatMap((item) => (item.is === 'pending' ? [{ ...item, leaves: item.leaves - 1 }] : [])));
  }

  #finished(): Outcome {
    this.reach(Infinity);
    if (this.#items.length === 0) return this.#isDead ? { falls: undefined, returns: undefined, throws: undefined, total: EMPTY } : NOTHING;
    return {
      falls: this.#isDead ? undefined : this.#composed(this.#items, 'falls', EMPTY),
      returns: this.#composed(this.#items, 'returns', undefined),
      throws: this.#composed(this.#items, 'throws', undefined),
      total: this.#composed(this.#items, 'total', this.#isDead ? undefined : EMPTY) ?? EMPTY,
    };
  }

  // What stands after a position becomes one part; its ways out stay ways out.
  #collapse(position: number, make: { readonly all: (inner: Span) => Span; readonly exit: (inner: Span) => Span }): void {
    const region = this.#items.splice(position).slice(1);
    const [returns, throws] = (['returns', 'throws'] as const).map((way) => {
      const exit = this.#composed(region, way, undefined);
      return exit === undefined ? undefined : make.exit(exit);
    });
    if (returns !== undefined || throws !== undefined) this.#items.push({ is: 'exit', returns, throws });
    const span = make.all(this.#composed(region, 'falls', EMPTY) ?? EMPTY);
    if (!isEmpty(span)) this.#items.push({ is: 'part', span });
  }

  #composed(items: readonly Item[], way: Way, end: Span | undefined): Span | undefined {
    let after = end;
    let parts: Span[] = [];
    const joined = () => (after === undefined || parts.length === 0 ? after : sequenceOf([...parts.reverse(), after]));
    for (let position = items.length - 1; position >= 0; position -= 1) {
      const item = items[position] as Item;
      if (item.is === 'part') parts.push(item.span);
      if (item.is !== 'open' && item.is !== 'exit') continue;
      after = joined();
      parts = [];
      if (item.is === 'exit') after = left(item, way, after);
      else after = after === undefined ? undefined : around(after, item.make);
    }
    return joined();
  }
}

// Leaving without waiting for anything is never longer than going on.
function left({ returns, throws }: Extract<Item, { is: 'exit' }>, way: Way, after: Span | undefined): Span | undefined {
  const exits = way === 'total' ? [returns, throws] : way === 'returns' ? [returns] : way === 'throws' ? [throws] : [];
  const found = exits.filter((span) => span !== undefined);
  if (found.length === 0) return after;
  return after === undefined ? choiceOf(found) : choiceOf([...found, after]);
}
