import type { Body, CallStep, Step } from '#program/steps.js';
import { interestOf } from '../body-interest.js';
import type { BodyInterest } from '../body-interest.js';
import type { Handler } from '../context.js';
import type { Write } from '../types.js';
import { ClaimFinder } from './claim-finder.js';
import type { Claim, ClaimParts } from './claim-finder.js';
import { ClaimedFunctions } from './claimed-functions.js';
import type { FoundRepeater } from './repeaters.js';

/** Knows which steps run only after a key of the request was claimed. */
export class Claims {
  readonly #finder: ClaimFinder;
  readonly #functions: ClaimedFunctions;
  readonly #interest: BodyInterest;
  readonly #flows = new Map<Handler, ReadonlyMap<CallStep, Claim | undefined>>();

  constructor(parts: ClaimParts) {
    this.#finder = new ClaimFinder(parts);
    this.#interest = interestOf(parts.context);
    this.#functions = new ClaimedFunctions(parts);
  }

  /** What a claim in front of a step makes of its key; undefined where there is none. A retry goes on after the claim. */
  over(handler: Handler, step: CallStep, { repeater }: FoundRepeater): Write['key'] | undefined {
    if (repeater.is === 'retry' || repeater.is === 'library-retry') return undefined;
    const claim = this.#functions.around(handler) ?? this.#flow(handler).get(step) ?? this.#finder.whereNothingIs(step.call);
    if (claim === undefined) return undefined;
    if (claim.is === 'certain') return { is: 'stable', text: claim.text, site: claim.site };
    return { is: 'unknown', because: `${claim.text} (${claim.site.file}:${claim.site.line}) is asked first, and whether two runs at once get past it is not in sight` };
  }

  #flow(handler: Handler): ReadonlyMap<CallStep, Claim | undefined> {
    let flow = this.#flows.get(handler);
    if (flow === undefined) this.#flows.set(handler, (flow = new ClaimFlow(this.#finder, this.#interest).read(handler)));
    return flow;
  }
}

/** Reads a handler in order, remembering for each call the weakest claim it was met under. */
class ClaimFlow {
  readonly #finder: ClaimFinder;
  readonly #interest: BodyInterest;
  readonly #met = new Map<CallStep, Claim | undefined>();
  readonly #after = new Map<Body, Map<Claim | undefined, Claim | undefined>>();

  constructor(finder: ClaimFinder, interest: BodyInterest) {
    this.#finder = finder;
    this.#interest = interest;
  }

  read(handler: Handler): ReadonlyMap<CallStep, Claim | undefined> {
    let state: Claim | undefined;
    for (const { body } of handler.bodies) state = this.#body(body, state);
    return this.#met;
  }

  #body(body: Body, before: Claim | undefined): Claim | undefined {
    if (!this.#interest.has(body)) return before;
    let known = this.#after.get(body);
    if (known === undefined) this.#after.set(body, (known = new Map()));
    if (known.has(before)) return known.get(before);
    known.set(before, before);
    let state = before;
    for (const step of body.steps) state = this.#step(step, state);
    known.set(before, state);
    return state;
  }

  #step(step: Step, before: Claim | undefined): Claim | undefined {
    switch (step.is) {
      case 'call': return this.#call(step, before);
      case 'enter': return this.#body(step.body, before);
      case 'branch': return this.#weakest(step.arms, before);
      case 'parallel': return step.arms.map((arm) => this.#body(arm, before)).reduce(stronger, before);
      case 'loop':
        this.#body(step.body, before);
        return before;
      case 'try': {
        const tried = this.#body(step.body, before);
        const handled = step.handler === undefined ? tried : this.#weakest([step.handler], before);
        const after = step.handler === undefined || endsBody(step.handler) ? tried : weaker(tried, handled);
        return step.finalizer === undefined ? after : this.#body(step.finalizer, after);
      }
      case 'unresolved':
        for (const run of step.within) this.#body(run.body, before);
        return before;
      default: return before;
    }
  }

  #call(step: CallStep, before: Claim | undefined): Claim | undefined {
    this.#met.set(step, this.#met.has(step) ? weaker(this.#met.get(step), before) : before);
    for (const run of step.later) this.#body(run.body, before);
    const within = step.within.map((run) => this.#body(run.body, before)).reduce(stronger, before);
    return stronger(within, before?.is === 'certain' ? undefined : this.#finder.of(step));
  }

  // What goes on after alternatives went through one of those that do not leave.
  #weakest(arms: readonly Body[], before: Claim | undefined): Claim | undefined {
    const after = arms.map((arm) => ({ leaves: endsBody(arm), state: this.#body(arm, before) }));
    const going = after.filter(({ leaves }) => !leaves).map(({ state }) => state);
    return going.length === 0 ? before : going.reduce(weaker);
  }
}

function endsBody(body: Body): boolean {
  const last = body.steps[body.steps.length - 1];
  return last?.is === 'return' || last?.is === 'throw';
}

function rank(claim: Claim | undefined): number {
  return claim === undefined ? 0 : claim.is === 'probable' ? 1 : 2;
}

function weaker(a: Claim | undefined, b: Claim | undefined): Claim | undefined {
  return rank(b) < rank(a) ? b : a;
}

function stronger(a: Claim | undefined, b: Claim | undefined): Claim | undefined {
  return rank(b) > rank(a) ? b : a;
}
