import type { Body, CallStep, EnterStep, Step } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteAt, siteOfCall } from '../context.js';
import type { Handler, ModelContext, PathLink } from '../context.js';
import type { Site } from '../site.js';
import { joined, mergedSites, NOTHING, united, without } from './flow.js';
import type { Flow, HeldSet } from './flow.js';
import type { Held } from './held.js';
import { withChainsTried } from './promise-chains.js';
import { isSleep } from './sleeps.js';
import { returnsWithoutIt } from './handed.js';
import { isReturned } from './transfers.js';

/** Where the steps that are read stand. */
export interface Place {
  readonly handler: Handler | undefined;
  readonly path: PathLink | undefined;
  /** Nobody who holds something waits for what happens here. */
  readonly detached: boolean;
  /** Connections that are held here only where something failed to give them back. */
  readonly doubtful: HeldSet;
  /** What the function found held when it was called: others give that back. */
  readonly inherited: HeldSet;
  /** What the callback that is run here is given, and has to give back. */
  readonly handed?: Held | undefined;
  /** Something else is done in its stead in another case. */
  readonly alternative: boolean;
  readonly depth: number;
}

/** What the reading of steps asks of those who know what calls mean. */
export interface Meaning {
  /** What a call does to what is held, with what it runs. */
  call(step: CallStep, place: Place, held: HeldSet): Flow;
  unresolved(step: Extract<Step, { is: 'unresolved' }>, place: Place, held: HeldSet): Flow;
  sleeps(step: CallStep | EnterStep, place: Place, held: HeldSet): void;
  /** At the end of the function that has to give a connection back. */
  leaks(held: Held, how: 'throws' | 'returns' | 'ends', at: Site, frame: Frame | undefined): void;
  /** Can something happen below that matters while nothing is held? */
  takesBelow(body: Body): boolean;
}

const MAX_DEPTH = 90;

/** Reads what bodies do to the connections that are held, in order, failures and early returns included. */
export class HoldingRunner {
  readonly #context: ModelContext;
  readonly #meaning: Meaning;
  readonly #known = new Map<Body, Map<string, Flow>>();
  readonly #exits = new WeakMap<HeldSet, Site>();

  constructor(context: ModelContext, meaning: Meaning) {
    this.#context = context;
    this.#meaning = meaning;
  }

  /** One activation from its start to its end: what the caller has afterwards. */
  function(body: Body, place: Place, held: HeldSet): Flow {
    const { handed } = place;
    if (place.depth > MAX_DEPTH || (held.size === 0 && handed === undefined && !this.#meaning.takesBelow(body))) return unchanged(held);
    const key = `${[...held].map(({ id }) => id).sort((a, b) => a - b).join(',')}${place.detached ? 'd' : ''}${place.alternative ? 'a' : ''}${handed === undefined ? '' : `h${handed.id}`}`;
    let known = this.#known.get(body);
    if (known === undefined) this.#known.set(body, (known = new Map()));
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, unchanged(held));
    const start = handed === undefined ? held : new Set([...held, handed]);
    const here = { ...place, inherited: held, handed: undefined, alternative: false, depth: place.depth + 1 };
    const flow = this.#ended(body, this.steps(body.steps, here, start), held);
    known.set(key, flow);
    return flow;
  }

  #ended({ frame }: Body, flow: Flow, inherited: HeldSet): Flow {
    const isOwn = (held: Held) => !inherited.has(held) && !held.scoped;
    for (const [held, site] of flow.returned) this.#meaning.leaks(held, 'returns', site, frame);
    for (const [held, site] of flow.thrown) if (isOwn(held)) this.#meaning.leaks(held, 'throws', site, frame);
    for (const held of flow.held ?? []) if (isOwn(held)) this.#meaning.leaks(held, 'ends', siteOfCall(held.step.call), frame);
    const ends = [...flow.exits, ...(flow.held === undefined ? [] : [flow.held])];
    // Nobody stands behind a callback: where one of its ways gives it back, each has to.
    for (const held of inherited) {
      const open = held.handed === true && ends.some((set) => !set.has(held)) ? ends.find((set) => set.has(held)) : undefined;
      if (open !== undefined) this.#meaning.leaks(held, 'returns', this.#exits.get(open) ?? siteOfCall(held.step.call), frame);
    }
    const kept = joined(ends.map((set) => new Set([...set].filter((held) => inherited.has(held))))) ?? NOTHING;
    const given = united(ends.map((set) => [...set].filter((held) => !inherited.has(held))));
    return { held: united([kept, given]), exits: [], returned: new Map(), thrown: flow.thrown };
  }

  /** Steps one after the other. */
  steps(steps: readonly Step[], place: Place, start: HeldSet): Flow {
    let flow = unchanged(start);
    let here = place;
    for (const step of withChainsTried(steps)) {
      if (flow.held === undefined) return flow;
      flow = after(flow, this.#step(step, here, flow.held));
      if (step.is === 'branch' && !here.alternative && step.arms.some((arm) => arm.steps.some(({ is }) => is === 'return') && arm.steps.some(({ is }) => is === 'enter' || is === 'call' || is === 'unresolved'))) {
        here = { ...here, alternative: true };
      }
    }
    return flow;
  }

  #step(step: Step, place: Place, held: HeldSet): Flow {
    switch (step.is) {
      case 'call': return this.#meaning.call(step, place, held);
      case 'unresolved': return this.#meaning.unresolved(step, place, held);
      case 'enter': return this.#enter(step, place, held);
      case 'branch': return this.#branch(step, place, held);
      case 'parallel': return inTurn(step.arms, held, (arm, set) => this.steps(arm.steps, place, set));
      case 'loop': return this.#loop(step, place, held);
      case 'try': return this.#try(step, place, held);
      case 'return': case 'throw':
        if (step.is === 'return') return this.#return(step, place, held);
        return { held: undefined, exits: [], returned: new Map(), thrown: heldAt(held, siteAt(step.frame, step.at)) };
    }
  }

  // What a callback returns, the function around it does not; and a loop may have no round at all.
  #loop(step: Extract<Step, { is: 'loop' }>, place: Place, held: HeldSet): Flow {
    const inner = step.form === 'forEach' ? { ...place, detached: true } : place;
    if (step.each !== undefined) return inTurn(step.each, held, (body, set) => this.function(body, inner, set));
    const flow = this.steps(step.body.steps, inner, held);
    if (flow.held !== undefined || isEndless(step)) return flow;
    // Attempts are counted: one of them returns, so what was taken in front of them is none of what follows.
    return { ...flow, held: step.statement?.over === undefined ? new Set([...held].filter((one) => place.inherited.has(one))) : held };
  }

  #enter(step: EnterStep, place: Place, held: HeldSet): Flow {
    const site = siteAt(step.frame, step.at);
    if (step.recursive) return { ...unchanged(held), thrown: heldAt(held, site) };
    if (step.awaited !== 'no' && isSleep(this.#context, step)) {
      this.#meaning.sleeps(step, place, held);
      return unchanged(held);
    }
    const { frame } = step.body;
    const text = step.call === undefined ? (frame === undefined ? '' : functionOf(frame).name) : callText(step.call);
    const inner = { ...place, path: { outer: place.path, site, text }, detached: isDetached(place, held, step.awaited === 'no') };
    const flow = this.function(step.body, inner, held);
    return { ...flow, thrown: flow.thrown.size === 0 ? flow.thrown : heldAt(new Set(flow.thrown.keys()), site) };
  }

  // Several callees are alternatives, and so are arms that both do something.
  #branch(step: Extract<Step, { is: 'branch' }>, place: Place, held: HeldSet): Flow {
    const isChoice = step.call !== undefined || step.arms.filter((arm) => arm.steps.length > 0).length > 1;
    const inner = isChoice ? { ...place, alternative: true } : place;
    const flows = step.arms.map((arm) => this.steps(arm.steps, inner, held));
    return { ...merged(flows), held: joinedArms(flows, held) };
  }

  #try({ body, handler, finalizer }: Extract<Step, { is: 'try' }>, place: Place, held: HeldSet): Flow {
    let flow = this.steps(body.steps, place, held);
    if (handler !== undefined) {
      const start = new Set(flow.thrown.keys());
      const doubtful = flow.held === undefined ? place.doubtful : united([place.doubtful, [...start].filter((one) => flow.held?.has(one) === false)]);
      const failed = this.steps(handler.steps, { ...place, doubtful }, start);
      // Given back where all went well, and not after a failure: it is as good as thrown past.
      const forgotten = new Map([...flow.thrown].filter(([one]) => flow.held?.has(one) === false && failed.held?.has(one) === true));
      const all = merged([{ ...flow, thrown: forgotten }, failed]);
      flow = { ...all, held: joinedArms([flow, failed], united([held, flow.thrown.keys(), flow.held ?? NOTHING])) };
    }
    if (finalizer === undefined) return flow;
    const possible = united([flow.held ?? NOTHING, flow.returned.keys(), flow.thrown.keys(), ...flow.exits]);
    const last = this.steps(finalizer.steps, place, possible);
    const left = last.held ?? joined(last.exits) ?? possible;
    return without(flow, new Set([...possible].filter((one) => !left.has(one))));
  }

  #return({ frame, at }: Extract<Step, { is: 'return' | 'throw' }>, place: Place, held: HeldSet): Flow {
    const site = siteAt(frame, at);
    const returned = new Map<Held, Site>();
    const exit = new Set<Held>();
    for (const one of held) {
      // Where nothing could be taken, nothing was given.
      if (one.handed === true && !place.inherited.has(one) && returnsWithoutIt(frame).has(at)) continue;
      if (place.inherited.has(one) || one.scoped || isReturned(this.#context, frame, at, one)) exit.add(one);
      else returned.set(one, site);
    }
    this.#exits.set(exit, site);
    return { held: undefined, exits: [exit], returned, thrown: new Map() };
  }
}

// `do … while`, `while (true)` and `for (;;)` have a first round, and no last one but by a return.
function isEndless({ statement }: Extract<Step, { is: 'loop' }>): boolean {
  if (statement === undefined || statement.form === 'do') return true;
  return statement.over === undefined && (statement.test === undefined || (statement.test.is === 'literal' && Boolean(statement.test.value)));
}

/** Nothing happens to what is held. */
export function unchanged(held: HeldSet): Flow {
  return { held, exits: [], returned: new Map(), thrown: new Map() };
}

/** What is held where something can throw. */
export function heldAt(held: HeldSet, site: Site): ReadonlyMap<Held, Site> {
  return new Map([...held].map((one) => [one, site]));
}

/** One flow after another. */
export function after(before: Flow, next: Flow): Flow {
  return { held: next.held, exits: [...before.exits, ...next.exits], returned: mergedSites(before.returned, next.returned), thrown: mergedSites(before.thrown, next.thrown) };
}

/** Bodies one after another, whatever order they really run in. */
export function inTurn(bodies: readonly Body[], held: HeldSet, run: (body: Body, held: HeldSet) => Flow): Flow {
  return bodies.reduce((flow, body) => (flow.held === undefined ? flow : after(flow, run(body, flow.held))), unchanged(held));
}

function merged(flows: readonly Flow[]): Flow {
  return { held: undefined, exits: flows.flatMap(({ exits }) => exits), returned: mergedSites(...flows.map(({ returned }) => returned)), thrown: mergedSites(...flows.map(({ thrown }) => thrown)) };
}

// What one way took, the others did not need: it is held after all of them.
function joinedArms(flows: readonly Flow[], before: HeldSet): HeldSet | undefined {
  const kept = joined(flows.map(({ held }) => (held === undefined ? undefined : new Set([...held].filter((one) => before.has(one))))));
  if (kept === undefined) return undefined;
  return united([kept, ...flows.map(({ held }) => [...(held ?? [])].filter((one) => !before.has(one)))]);
}

/**
 * Does nobody wait for what comes now while holding something? What a request starts on the side may take a connection of its own, and
 * whatever it waits for then is waited for with it.
 */
export function isDetached({ handler, detached }: Place, held: HeldSet, leaves: boolean): boolean {
  return (detached || leaves) && (handler === undefined || held.size > 0);
}
