import type { Body, CallStep, Step } from '#program/steps.js';
import type { CallInstance } from '#program/values.js';
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
  readonly #flow: ClaimFlow;
  readonly #flows = new Map<Handler, ReadonlyMap<CallStep, Claim | undefined>>();

  constructor(parts: ClaimParts, asked: ReadonlySet<CallStep>) {
    this.#finder = new ClaimFinder(parts);
    this.#functions = new ClaimedFunctions(parts);
    this.#flow = new ClaimFlow({ finder: this.#finder, functions: this.#functions }, interestOf(parts.context), asked);
  }

  /** What a claim in front of a step makes of its key; undefined where there is none. A retry goes on after the claim. */
  over(handler: Handler, step: CallStep, { repeater }: FoundRepeater): Write['key'] | undefined {
    if (repeater.is === 'library-retry') return undefined;
    if (repeater.is === 'retry') return this.#afterRefusal(handler, step);
    const met = this.#flowOf(handler).get(step);
    const claim = this.#functions.around(handler) ?? (met?.within?.told === true ? undefined : met) ?? this.#finder.inFrontOf(step, handler);
    if (claim === undefined) return undefined;
    if (claim.is === 'certain') return { is: 'stable', text: claim.text, site: claim.site };
    const place = `(${claim.site.file}:${claim.site.line})`;
    if (claim.replaces === true) return { is: 'unknown', because: `${claim.text} ${place} takes out first what it puts in anew` };
    return { is: 'unknown', because: `${claim.text} ${place} is asked first, and whether two runs at once get past it is not in sight` };
  }

  #afterRefusal(handler: Handler, step: CallStep): Write['key'] | undefined {
    const refusal = this.#finder.refusedBefore(step, handler);
    return refusal === undefined ? undefined : { is: 'unknown', because: `it is tried again after ${refusal.text} (${refusal.site.file}:${refusal.site.line}), which says that nothing was written` };
  }

  #flowOf(handler: Handler): ReadonlyMap<CallStep, Claim | undefined> {
    let flow = this.#flows.get(handler);
    if (flow === undefined) this.#flows.set(handler, (flow = this.#flow.read(handler)));
    return flow;
  }
}

/** A body as read under one claim: whoever enters it so meets the same. */
interface ReadBody {
  after: Claim | undefined;
  readonly met: (readonly [CallStep, Claim | undefined])[];
  readonly inner: ReadBody[];
}

type ByClaim = Map<Claim | undefined, ReadBody>;

/** Reads handlers in order, as far as steps that are asked about follow, remembering for each of them the weakest claim it was met under. */
class ClaimFlow {
  readonly #finder: ClaimFinder;
  readonly #functions: ClaimedFunctions;
  readonly #interest: BodyInterest;
  readonly #ways: WaysTo;
  readonly #here = new Map<Body, ByClaim>();
  readonly #on = new Map<Body, ByClaim>();
  readonly #ahead = new Map<Body, ByClaim>();
  /** What is read runs before the handler itself, for other routes as well: what it claims for some of them it may claim for this one. */
  #isAhead = false;
  #reading: ReadBody = { after: undefined, met: [], inner: [] };

  constructor({ finder, functions }: { readonly finder: ClaimFinder; readonly functions: ClaimedFunctions }, interest: BodyInterest, asked: ReadonlySet<CallStep>) {
    this.#finder = finder;
    this.#functions = functions;
    this.#interest = interest;
    this.#ways = new WaysTo(asked, interest);
  }

  read({ bodies }: Handler): ReadonlyMap<CallStep, Claim | undefined> {
    this.#ways.read(bodies.map(({ body }) => body));
    const last = bodies.findLastIndex(({ body }) => this.#ways.leadTo(body));
    const whole: ReadBody = { after: undefined, met: [], inner: [] };
    this.#reading = whole;
    bodies.slice(0, last + 1).forEach(({ body }, position) => {
      this.#isAhead = position < last && !this.#ways.leadTo(body);
      whole.after = this.#body(body, whole.after, position < last);
    });
    this.#isAhead = false;
    return weakestMet(whole);
  }

  #body(body: Body, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const own = body.frame === undefined ? undefined : this.#functions.wrapping(body.frame);
    if (own === undefined || before?.is === 'certain') return this.#inside(body, before, goesOn);
    // What a function that runs once for each key claims is its own.
    this.#inside(body, own, goesOn);
    return before;
  }

  #inside(body: Body, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const leads = this.#ways.leadTo(body);
    if ((!goesOn && !leads) || !this.#interest.has(body)) return before;
    const bodies = this.#isAhead ? this.#ahead : goesOn ? this.#on : this.#here;
    let known = bodies.get(body);
    if (known === undefined) bodies.set(body, (known = new Map<Claim | undefined, ReadBody>()));
    let read = known.get(before);
    if (read === undefined) {
      read = { after: before, met: [], inner: [] };
      known.set(before, read);
      const around = this.#reading;
      this.#reading = read;
      read.after = this.#steps(body, before, goesOn);
      this.#reading = around;
    }
    if (leads) this.#reading.inner.push(read);
    return read.after;
  }

  #steps(body: Body, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    let state = before;
    const last = this.#ways.lastIn(body);
    for (let position = 0; position < (goesOn ? body.steps.length : last + 1); position += 1) state = this.#step(body.steps[position] as Step, state, goesOn || position < last);
    return state;
  }

  #step(step: Step, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    switch (step.is) {
      case 'call': return this.#call(step, before, goesOn);
      case 'enter': return this.#outOf(step.body, step.call, this.#body(step.body, before, goesOn), before);
      case 'branch': return this.#weakest(step.call === undefined ? step.arms : this.#working(step.arms), before, goesOn);
      case 'parallel': return step.arms.map((arm) => this.#body(arm, before, goesOn)).reduce(stronger, before);
      case 'loop':
        this.#body(step.body, before, false);
        return before;
      case 'try': return this.#try(step, before, goesOn);
      case 'unresolved':
        for (const run of step.within) this.#body(run.body, before, false);
        return stronger(before, !goesOn || before?.is === 'certain' ? undefined : this.#finder.asking(step.call));
      default: return before;
    }
  }

  // What only leaves a function, or is only told by it, says nothing of what follows its call.
  #outOf({ frame }: Body, call: CallInstance | undefined, claim: Claim | undefined, before: Claim | undefined): Claim | undefined {
    if (claim?.within === undefined || claim === before || frame === undefined || claim.within.frame !== frame) return claim;
    return stronger(before, this.#finder.after(claim, call));
  }

  #try({ body, handler, finalizer }: Extract<Step, { is: 'try' }>, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const follows = goesOn || (finalizer !== undefined && this.#ways.leadTo(finalizer));
    const tried = this.#body(body, before, follows);
    const handled = handler === undefined ? tried : this.#weakest([handler], before, follows);
    const after = handler === undefined || endsBody(handler) ? tried : weaker(tried, handled);
    return finalizer === undefined ? after : this.#body(finalizer, after, goesOn);
  }

  #call(step: CallStep, before: Claim | undefined, goesOn: boolean): Claim | undefined {
    if (this.#ways.isAsked(step)) this.#reading.met.push([step, before]);
    for (const run of step.later) this.#body(run.body, before, false);
    const within = step.within.map((run) => this.#outOf(run.body, step.call, this.#body(run.body, before, goesOn), before)).reduce(stronger, before);
    return stronger(within, !goesOn || before?.is === 'certain' ? undefined : this.#finder.of(step));
  }

  // Of several that a call may enter, those that ask nobody are stand-ins.
  #working(arms: readonly Body[]): readonly Body[] {
    const working = arms.filter((arm) => arm.steps.length === 0 || this.#interest.has(arm));
    return working.some((arm) => arm.steps.length > 0) ? working : arms;
  }

  // What goes on after alternatives went through one of those that do not leave.
  #weakest(arms: readonly Body[], before: Claim | undefined, goesOn: boolean): Claim | undefined {
    const after = arms.map((arm) => ({ leaves: endsBody(arm), state: this.#body(arm, before, goesOn) }));
    const going = after.filter(({ leaves }) => !leaves).map(({ state }) => state);
    if (going.length === 0) return before;
    return this.#isAhead && going.some((state) => state !== going[0]) ? going.map(unsure).reduce(stronger) : going.reduce(weaker);
  }
}

function weakestMet(whole: ReadBody): ReadonlyMap<CallStep, Claim | undefined> {
  const found = new Map<CallStep, Claim | undefined>();
  const queue = [whole];
  const seen = new Set(queue);
  for (let read = queue.pop(); read !== undefined; read = queue.pop()) {
    for (const [step, claim] of read.met) found.set(step, found.has(step) ? weaker(found.get(step), claim) : claim);
    for (const inner of read.inner) if (!seen.has(inner)) {
      seen.add(inner);
      queue.push(inner);
    }
  }
  return found;
}

function endsBody(body: Body): boolean {
  const last = body.steps[body.steps.length - 1];
  return last?.is === 'return' || last?.is === 'throw';
}

const UNSURE = new WeakMap<Claim, Claim>();

// The same for the same: what is known of a body is kept by the claim it was met under.
function unsure(claim: Claim | undefined): Claim | undefined {
  if (claim?.is !== 'certain') return claim;
  const known = UNSURE.get(claim) ?? { ...claim, is: 'probable' as const };
  UNSURE.set(claim, known);
  return known;
}

function rank(claim: Claim | undefined): number {
  if (claim === undefined) return 0;
  return claim.within?.told === true ? 1 : claim.is === 'probable' ? 2 : 3;
}

function weaker(a: Claim | undefined, b: Claim | undefined): Claim | undefined {
  return rank(b) < rank(a) ? b : a;
}

function stronger(a: Claim | undefined, b: Claim | undefined): Claim | undefined {
  return rank(b) > rank(a) ? b : a;
}
