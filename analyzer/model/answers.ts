import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { ANSWER, SETTLES } from '#program/plain-values.js';
import type { Body, Step } from '#program/steps.js';
import type { LibraryValue } from '#program/values.js';
import { innerBodies } from './entry-points/start-order.js';
import { isPromise } from './raced-promises.js';

/** What is waited for: the answer to a request, or also the promise in whose function something is called. */
type What = 'request' | 'promise';

/** Is a function among a call's arguments? It may be what goes on with its result, and tells of its failure. */
export function takesFunction({ arguments: given }: Extract<Expression, { is: 'call' | 'new' }>): boolean {
  return given.some(({ is }) => is === 'function');
}

/** Tells which work answers a request although nobody awaits it: `load(id).then((user) => res.json(user), next)`. */
export class Answers {
  readonly #known = { request: new Map<Body, boolean>(), promise: new Map<Body, boolean>() };
  readonly #calls = new Map<Body, ReadonlySet<Expression>>();
  readonly #libraries: Engine['libraries'];

  constructor({ libraries }: Engine) {
    this.#libraries = libraries;
  }

  /** Is the request answered somewhere below this body? */
  in(body: Body): boolean {
    return this.#in(body, 'request');
  }

  #in(body: Body, what: What): boolean {
    const known = this.#known[what].get(body);
    if (known !== undefined) return known;
    this.#known[what].set(body, false);
    const found = body.steps.some((step) => this.#by(step, what));
    this.#known[what].set(body, found);
    return found;
  }

  /** Is the time of a step nobody awaits that of somebody else? A function among its arguments may be what goes on with its result. */
  leaves(step: Step, body: Body): boolean {
    if ((step.is !== 'enter' && step.is !== 'call') || step.awaited !== 'no' || step.call === undefined) return false;
    if (takesFunction(step.call.expression)) return false;
    return this.isLeft(step.call.expression, body);
  }

  /** Is a call of a body, which nobody awaits, part of no chain that answers? */
  isLeft(call: Expression, body: Body): boolean {
    let calls = this.#calls.get(body);
    if (calls === undefined) this.#calls.set(body, (calls = this.#answeredIn(body)));
    return !calls.has(call);
  }

  // What settles a promise inside of the step settles none around it.
  #by(step: Step, what: What): boolean {
    if (step.is === 'unresolved' && (step.why === ANSWER || (what === 'promise' && step.why === SETTLES))) return true;
    const inside = step.is === 'call' && isPromise(step) ? 'request' : what;
    return (step.is === 'call' && this.#isOnAnswer(step.callee)) || innerBodies(step).some((inner) => this.#in(inner, inside));
  }

  // What is declared as the framework's answer: `response: Response`, `callback: sendUnaryData<Reply>`.
  #isOnAnswer({ module, path }: LibraryValue): boolean {
    return this.#libraries.library(module)?.answersBy?.some((type) => path === type || path.startsWith(`${type}.`)) === true;
  }

  // The calls of a chain whose end answers, or settles the promise around it.
  #answeredIn(body: Body): ReadonlySet<Expression> {
    const calls = new Set<Expression>();
    for (const step of body.steps) {
      // What settles may be one of several things: then it is a branch.
      if ((step.is !== 'enter' && step.is !== 'call' && step.is !== 'branch') || step.call === undefined || !this.#by(step, 'promise')) continue;
      for (let call: Expression | undefined = step.call.expression; call !== undefined; call = receiverOf(call)) calls.add(call);
    }
    return calls;
  }
}

function receiverOf(expression: Expression): Expression | undefined {
  if (expression.is === 'call' || expression.is === 'new') return expression.callee.is === 'member' ? expression.callee.of : undefined;
  return expression.is === 'member' || expression.is === 'cast' || expression.is === 'await' ? expression.of : undefined;
}
