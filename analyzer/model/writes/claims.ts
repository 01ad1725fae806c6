import type { Body, CallStep, Step } from '#program/steps.js';
import { interestOf } from '../body-interest.js';
import type { BodyInterest } from '../body-interest.js';
import type { Handler } from '../context.js';
import type { Write } from '../types.js';
import { ClaimFinder } from './claim-finder.js';
import type { Claim, ClaimParts } from './claim-finder.js';
import { ClaimedFunctions } from './claimed-functions.js';
import type { FoundRepeater } from './repeaters.js';
import { WaysTo } from './ways-to.js';

/** Knows which of some steps run only after a key of the request was claimed. */
export class Claims {
  readonly #finder: ClaimFinder;
  readonly #functions: ClaimedFunctions;
  readonly #interest: BodyInterest;
  readonly #ways: WaysTo;
  readonly #flows = new Map<Handler, ReadonlyMap<CallStep, Claim | undefined>>();

  constructor(parts: ClaimParts, asked: ReadonlySet<CallStep>) {
    this.#finder = new ClaimFinder(parts);
    this.#interest = interestOf(parts.context);
    this.#functions = new ClaimedFunctions(parts);
    this.#ways = new WaysTo(asked, this.#interest);
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
    if (flow === undefined) this.#flows.set(handler, (flow = new ClaimFlow(this.#finder, this.#interest, this.#ways).read(handler)));
    return flow;
  }
}

/** Reads a handler in order, as far as steps that are asked about follow, remembering for each of them the weakest claim it was met under. */
class ClaimFlow {
  readonly #finder: ClaimFinder;
  readonly #interest: BodyInterest;
  readonly #ways: WaysTo;
  readonly #met = new Map<CallStep, Claim | undefined>();
  /** What holds after a body, by whether that matters and what holds before it. */
  readonly #after = new Map<Body, readonly [Map<Claim | undefined, Claim | undefined>, Map<Claim | undefined, Claim | undefined>]>();

  constructor(finder: ClaimFinder, interest: BodyInterest, ways: WaysTo) {
    this.#finder = finder;
    this.#interest = interest;
    this.#ways = ways;
  }

  read({ bodies }: Handler): ReadonlyMap<CallStep, Claim | undefined> {
    this.#ways.read(bodies.map(({ body }) => body));
    const last = bodies.findLastIndex(({ body }) => this.#ways.leadTo(body));
    let state: Claim | undefined;
    bodies.slice(0, last + 1).forEach(({ body }, position) => { state = this.#body(body, state, position < last); });
    return this.#met;
  }

  #body(body: Body, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    if (!this.#interest.has(body) || (!goesOn && !this.#ways.leadTo(body))) return before;
    let both = this.#after.get(body);
    if (both === undefined) this.#after.set(body, (both = [new Map(), new Map()]));
    const known = both[goesOn ? 1 : 0];
    if (known.has(before)) return known.get(before);
    known.set(before, before);
    let state = before;
    const last = this.#ways.lastIn(body);
    for (let position = 0; position < (goesOn ? body.steps.length : last + 1); position += 1) state = this.#step(body.steps[position] as Step, state, goesOn || position < last);
    known.set(before, state);
    return state;
  }

  #step(step: Step, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    switch (step.is) {
      case 'call': return this.#call(step, before, goesOn);
      case 'enter': return this.#body(step.body, before, goesOn);
      case 'branch': return this.#weakest(step.arms, before, goesOn);
      case 'parallel': return step.arms.map((arm) => this.#body(arm, before, goesOn)).reduce(stronger, before);
      case 'loop':
        this.#body(step.body, before, false);
        return before;
      case 'try': return this.#try(step, before, goesOn);
      case 'unresolved':
        for (const run of step.within) this.#body(run.body, before, false);
        return before;
      default: return before;
    }
  }

  #try({ body, handler, finalizer }: Extract<Step, { is: 'try' }>, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const follows = goesOn || (finalizer !== undefined && this.#ways.leadTo(finalizer));
    const tried = this.#body(body, before, follows);
    const handled = handler === undefined ? tried : this.#weakest([handler], before, follows);
    const after = handler === undefined || endsBody(handler) ? tried : weaker(tried, handled);
    return finalizer === undefined ? after : this.#body(finalizer, after, goesOn);
  }

  #call(step: CallStep, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    this.#met.set(step, this.#met.has(step) ? weaker(this.#met.get(step), before) : before);
    for (const run of step.later) this.#body(run.body, before, false);
    const within = step.within.map((run) => this.#body(run.body, before, goesOn)).reduce(stronger, before);
    return stronger(within, !goesOn || before?.is === 'certain' ? undefined : this.#finder.of(step));
  }

  // What goes on after alternatives went through one of those that do not leave.
  #weakest(arms: readonly Body[], before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const after = arms.map((arm) => ({ leaves: endsBody(arm), state: this.#body(arm, before, goesOn) }));
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
