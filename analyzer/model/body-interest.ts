import type { Body, CallStep } from '#program/steps.js';
import { rowsOf } from './context.js';
import type { ModelContext } from './context.js';
import { limitsBody } from './entry-points/chain.js';
import { innerBodies } from './entry-points/start-order.js';
import { isServing } from './serving-calls.js';
import { Named } from './writes/named-calls.js';

/** Knows below which bodies something happens that a rule asks about: a blocking call, an operation. The others need not be followed. */
export class BodyInterest {
  readonly #context: Pick<ModelContext, 'program'>;
  readonly #known = new Map<Body, boolean>();
  readonly #named: Named;
  /** Calls that read a body, of rows that speak of another library's paths. */
  readonly #readers: ReadonlySet<string>;

  constructor(context: Pick<ModelContext, 'program'>) {
    this.#context = context;
    this.#named = new Named(context);
    this.#readers = new Set(context.program.engine.libraries.libraries.flatMap(({ bodies = [] }) => bodies.map(({ call }) => call).filter((call) => call.includes('|'))));
  }

  has(body: Body): boolean {
    const known = this.#known.get(body);
    if (known !== undefined) return known;
    this.#known.set(body, false);
    let matters = false;
    for (const step of body.steps) {
      if (step.is === 'call' && this.asks(step)) matters = true;
      for (const inner of innerBodies(step)) if (this.has(inner)) matters = true;
    }
    this.#known.set(body, matters);
    return matters;
  }

  /** Does a rule ask about a call? */
  asks(step: CallStep): boolean {
    const rows = rowsOf(this.#context, step);
    if (rows !== undefined && (rows.blocking.length > 0 || rows.bodies.length > 0 || rows.provisions.some(({ covers }) => covers === 'path') || rows.resources.some(({ is }) => is === 'breaker') || rows.operations.some((row) => row.is !== 'sleep'))) return true;
    return this.#named.verifies(step.callee) || limitsBody(this.#context.program.engine, step.callee) || isServing(this.#context.program.engine, step.callee) || this.#readers.has(`${step.callee.module}|${step.callee.path}`);
  }
}

const INTERESTS = new WeakMap<object, BodyInterest>();

/** The interest of a model's bodies, shared by those who follow paths. */
export function interestOf(context: ModelContext): BodyInterest {
  let interest = INTERESTS.get(context.walker);
  if (interest === undefined) INTERESTS.set(context.walker, (interest = new BodyInterest(context)));
  return interest;
}
