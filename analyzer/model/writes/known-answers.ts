import type { Expression } from '#facts/types.js';
import type { Spot, Via } from './source.js';
import type { Frame } from '#program/values.js';

type ByPlace<Answer> = Map<Frame, Map<Expression, Answer>>;

/** Keeps answers about expressions, unless they were cut short by a question that was still open. */
export class KnownAnswers<Answer> {
  readonly #known = new Map<Via | undefined, ByPlace<Answer>>();
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
    this.#open.set(expression, frames.set(frame, (this.#asked += 1)));
    const outer = this.#lowest;
    this.#lowest = Infinity;
    const answer = find();
    const isWhole = this.#lowest >= this.#asked;
    if (isWhole) this.#keep(expression, frame, via, answer);
    this.#lowest = isWhole ? outer : Math.min(outer, this.#lowest);
    this.#asked -= 1;
    frames.delete(frame);
    return answer;
  }

  /** What is being answered now was cut short, and must not be kept. */
  cut(): void {
    this.#lowest = 0;
  }

  #keep(expression: Expression, frame: Frame, via: Via | undefined, answer: Answer): void {
    let byFrame = this.#known.get(via);
    if (byFrame === undefined) this.#known.set(via, (byFrame = new Map<Frame, Map<Expression, Answer>>()));
    const answers = byFrame.get(frame);
    if (answers === undefined) byFrame.set(frame, new Map([[expression, answer]]));
    else answers.set(expression, answer);
  }
}
