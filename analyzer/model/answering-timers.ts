import type { Body, Step } from '#program/steps.js';
import { boundOf } from './bounds.js';
import { rowsOf, siteOfCall } from './context.js';
import type { ModelContext } from './context.js';
import type { Answers } from './answers.js';
import type { Guard } from './types.js';

/** How deep calls are looked into for timers that they start. */
const MAX_DEPTH = 8;

/** Finds timers that answer a request when its time is up: `setTimeout(() => res.sendStatus(503), 5000)`. */
export class AnsweringTimers {
  readonly #context: ModelContext;
  readonly #answers: Answers;
  readonly #started = new Map<Body, readonly Guard[]>();

  constructor(context: ModelContext, answers: Answers) {
    this.#context = context;
    this.#answers = answers;
  }

  /** The budgets that a step starts: what comes after it in the request is under them. */
  startedBy(step: Step, depth = 0): readonly Guard[] {
    if (step.is === 'enter') return this.#startedIn(step.body, depth + 1);
    if (step.is === 'try') return this.#startedIn(step.body, depth + 1);
    if (step.is !== 'call' || step.later.length === 0) return [];
    const limit = rowsOf(this.#context, step)?.operations.find((row) => row.is === 'sleep')?.limits?.[0];
    if (limit === undefined || !step.later.some((run) => this.#answers.in(run.body))) return [];
    const bound = boundOf(this.#context, limit, step.call, step.callee);
    return [{ is: 'budget', name: 'the timer that answers the request', site: siteOfCall(step.call), bound }];
  }

  /** The budgets that a body starts and leaves running. */
  startedIn(body: Body): readonly Guard[] {
    return this.#startedIn(body, 0);
  }

  #startedIn(body: Body, depth: number): readonly Guard[] {
    const known = this.#started.get(body);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return [];
    this.#started.set(body, []);
    const found = body.steps.flatMap((step) => this.startedBy(step, depth));
    this.#started.set(body, found);
    return found;
  }
}
