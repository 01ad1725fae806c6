import type { Expression } from '#facts/types.js';
import type { Spot, Via } from './source.js';
import type { Frame } from '#program/values.js';

type ByPlace<Answer> = Map<Frame, Map<Expression, Answer>>;

/** An answer that had to do without an open question: good for as long as that one is open. */
interface CutShort<Answer> {
  readonly answer: Answer;
  /** The outermost open question that it had to do without. */
  lowest: number;
  readonly drop: () => void;
}

/** Keeps answers about expressions; those that were cut short by a question that was still open, as long as it is open. */
export class KnownAnswers<Answer> {
  readonly #known = new Map<Via | undefined, ByPlace<Answer>>();
  readonly #cutShort = new Map<Via | undefined, ByPlace<CutShort<Answer>>>();
  /** Answers that were cut short, by the open question that they had to do without. */
  readonly #waiting: CutShort<Answer>[][] = [];
  /** Open questions, by the order in which they were opened. */
  readonly #open = new Map<Expression, Map<Frame, number>>();
  #asked = 0;
  /** The outermost open question that an answer in the making had to do without. */
  #lowest = Infinity;

  /** The answer to a question; undefined where it is asked within itself. */
  of(expression: Expression, { frame, via }: Spot, find: () => Answer): Answer | undefined {
    const known = this.#known.get(via)?.get(frame)?.get(expression);
    if (known !== undefined) return known;
    const frames = this.#open.get(expression) ?? new Map<Frame, number>();
    const open = frames.get(frame);
    if (open !== undefined) {
      this.#lowest = Math.min(this.#lowest, open);
      return undefined;
    }
    // What it had to do without reaches the open question on its own way.
    const short = this.#cutShort.get(via)?.get(frame)?.get(expression);
    if (short !== undefined) {
      this.#lowest = Math.min(this.#lowest, short.lowest);
      return short.answer;
    }
    const question = (this.#asked += 1);
    this.#open.set(expression, frames.set(frame, question));
    const outer = this.#lowest;
    this.#lowest = Infinity;
    const answer = find();
    const lowest = this.#lowest;
    const isWhole = lowest >= question;
    if (isWhole) placeIn(this.#known, via, frame).set(expression, answer);
    this.#closed(question, isWhole ? undefined : lowest);
    if (!isWhole && question > 1) {
      const places = placeIn(this.#cutShort, via, frame);
      const entry = { answer, lowest, drop: () => places.delete(expression) };
      places.set(expression, entry);
      this.#waitFor(lowest, entry);
    }
    this.#lowest = isWhole ? outer : Math.min(outer, lowest);
    this.#asked -= 1;
    frames.delete(frame);
    return answer;
  }

  /** What is being answered now was cut short, and must not be kept. */
  cut(): void {
    this.#lowest = 0;
  }

  // What had to do without a question that had to do without another one has to do without that one too.
  #closed(question: number, lowest: number | undefined): void {
    for (const entry of this.#waiting[question] ?? []) {
      if (lowest === undefined || question === 1) entry.drop();
      else {
        entry.lowest = Math.min(entry.lowest, lowest);
        this.#waitFor(lowest, entry);
      }
    }
    this.#waiting[question] = [];
  }

  #waitFor(lowest: number, entry: CutShort<Answer>): void {
    (this.#waiting[Math.max(lowest, 1)] ??= []).push(entry);
  }
}

function placeIn<Answer>(all: Map<Via | undefined, ByPlace<Answer>>, via: Via | undefined, frame: Frame): Map<Expression, Answer> {
  const byFrame = all.get(via) ?? new Map<Frame, Map<Expression, Answer>>();
  all.set(via, byFrame);
  const places = byFrame.get(frame) ?? new Map<Expression, Answer>();
  byFrame.set(frame, places);
  return places;
}
