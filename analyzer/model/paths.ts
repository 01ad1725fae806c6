import { ELEMENT_METHODS } from '#program/callbacks.js';
import type { Body, CallbackRun, CallStep, EnterStep, Step } from '#program/steps.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { isListener } from '#program/walk-calls.js';
import { Answers } from './answers.js';
import { AnsweringTimers } from './answering-timers.js';
import { rowsOf, siteAt, siteOfCall } from './context.js';
import type { Handler, ModelContext, PathLink, Visit } from './context.js';
import { innerBodies } from './entry-points/start-order.js';
import type { GuardFinder, GuardStacks } from './guards.js';
import { keptForLife } from './kept-values.js';
import { interestOf } from './body-interest.js';
import type { BodyInterest } from './body-interest.js';
import { callText } from './call-text.js';
import type { GuardStack } from './context.js';
import { isPromise, Races } from './races.js';
import { RestGuards } from './rest-guards.js';
import type { TraceStep } from './site.js';
import type { Guard } from './types.js';

/** Bodies visited for one entry point; more is a limit that is reported. */
const MAX_VISITED = 60_000;
/** Bodies visited for all of them together. */
const MAX_VISITED_TOGETHER = 10_000_000;

/** A body as reached on one path. */
export interface Place {
  readonly body: Body;
  readonly guards: GuardStack | undefined;
  readonly path: PathLink | undefined;
  readonly once: string | undefined;
  readonly detached: boolean;
  readonly listens: boolean;
  /** Guards that had been left when nobody waited any more. */
  readonly left: GuardStack | undefined;
  /** In the function of `new Promise(…)`: what it starts settles the promise. */
  readonly settles: boolean;
  readonly through: string | undefined;
}

/** Where a path begins. */
export const START: Omit<Place, 'body'> = { guards: undefined, path: undefined, once: undefined, detached: false, listens: false, left: undefined, settles: false, through: undefined };

/** Follows a request from its entry point: every step it can reach, nearest first, with the guards around it. */
export class PathFinder {
  readonly #context: ModelContext;
  readonly #guards: GuardFinder;
  readonly #stacks: GuardStacks;
  readonly #answers = new Answers();
  readonly #timers: AnsweringTimers;
  readonly #races: Races;
  readonly #rest: RestGuards;
  readonly #interest: BodyInterest;
  #left = MAX_VISITED_TOGETHER;
  /** Entry points whose paths were cut short. */
  readonly cut: string[] = [];

  constructor(context: ModelContext, guards: GuardFinder, stacks: GuardStacks) {
    this.#context = context;
    this.#interest = interestOf(context);
    this.#guards = guards;
    this.#stacks = stacks;
    this.#timers = new AnsweringTimers(context, this.#answers);
    this.#races = new Races(context, guards);
    this.#rest = new RestGuards(this.#timers, this);
  }

  /** Visits each step once for each set of guards it is met under. */
  follow(handler: Handler, visit: (visit: Visit) => void): void {
    const seen = new Map<Body, Set<string>>();
    const queue: Place[] = [];
    const push = (place: Place): void => {
      if (!this.#interest.has(place.body)) return;
      const key = `${place.guards?.id ?? 0}:${place.once === undefined ? '' : 'o'}:${place.detached ? place.left?.id ?? 'd' : ''}:${place.through === undefined ? '' : 't'}${place.listens ? 'l' : ''}`;
      const keys = seen.get(place.body);
      if (keys?.has(key) === true) return;
      if (keys === undefined) seen.set(place.body, new Set([key]));
      else keys.add(key);
      queue.push(place);
    };
    let guards = this.#pushed(undefined, handler.budgets);
    for (const entry of handler.bodies) {
      const { body, name, frame, at } = entry;
      guards = this.#pushed(guards, entry.budgets ?? []);
      const path = { outer: undefined, site: siteAt(frame, at), text: name === '' ? 'handler' : name };
      const own = this.#guards.ofDecorators(frame).reduce((outer, met) => this.#stacks.push(outer, met), guards);
      push({ ...START, body, guards: own, path });
      guards = this.#rest.after(entry).reduce((outer, met) => this.#stacks.push(outer, met), guards);
    }
    for (let next = 0; next < queue.length; next += 1) {
      if (next > MAX_VISITED || (this.#left -= 1) < 0) {
        this.cut.push(handler.entryPoint.name);
        return;
      }
      this.#read(queue[next] as Place, handler, visit, push);
    }
  }

  #pushed(outer: GuardStack | undefined, guards: readonly Guard[]): GuardStack | undefined {
    return guards.reduce<GuardStack | undefined>((stack, guard) => this.#stacks.push(stack, { guard }), outer);
  }

  #read(from: Place, handler: Handler, visit: (visit: Visit) => void, push: (place: Place) => void): void {
    let place = from;
    for (const step of from.body.steps) {
      const races = this.#races.around(step, from.body.frame);
      const met = [...races, ...this.#guards.ofPlace(step)];
      const bounded = met.length === 0 ? place : { ...place, guards: met.reduce<GuardStack | undefined>((outer, guard) => this.#stacks.push(outer, guard), place.guards) };
      const around = this.#answers.leaves(step, from.body) && !place.settles ? { ...bounded, detached: true, left: bounded.guards } : bounded;
      if (step.is === 'call' || step.is === 'unresolved') visit({ step, handler, ...around });
      this.inner(step, around, push);
      const started = this.#timers.startedBy(step);
      if (started.length > 0) place = { ...place, guards: this.#pushed(place.guards, started) };
    }
  }

  /** What a step leads to, with the guards it puts around that. */
  inner(step: Step, place: Place, push: (place: Place) => void): void {
    switch (step.is) {
      case 'enter': return push(this.#entered(step, place));
      case 'call': return this.#callbacks(step, place, push);
      case 'unresolved':
        for (const run of step.within) push({ ...place, body: run.body, path: this.#link(place, step.call), through: callText(step.call) });
        return;
      case 'parallel': {
        const race = this.#races.of(step);
        for (const arm of step.arms) {
          const guards = race === undefined || race.timers.has(arm) ? place.guards : this.#stacks.push(place.guards, race);
          push({ ...place, body: arm, guards });
        }
        return;
      }
      case 'branch': {
        const once = step.keeps === undefined ? undefined : keptForLife(this.#context, step, place.body.frame);
        step.arms.forEach((arm, position) => push({ ...place, body: arm, once: place.once ?? (position === 0 ? once : undefined) }));
        return;
      }
      default:
        for (const body of innerBodies(step)) push({ ...place, body });
    }
  }

  #entered(step: EnterStep, place: Place): Place {
    const path = step.call === undefined
      ? { outer: place.path, site: siteAt(step.frame, step.at), text: nameOf(step.body.frame) }
      : this.#link(place, step.call);
    const met = step.body.frame === undefined ? [] : this.#guards.ofDecorators(step.body.frame);
    const guards = met.reduce((outer, guard) => this.#stacks.push(outer, guard), place.guards);
    return { ...place, body: step.body, path, guards, settles: false };
  }

  #callbacks(step: CallStep, place: Place, push: (place: Place) => void): void {
    if (step.within.length === 0 && step.later.length === 0) return;
    const path = this.#link(place, step.call);
    const found = this.#guards.ofCall(step);
    const rows = rowsOf(this.#context, step);
    const foreign = rows === undefined && isForeign(this.#context, step) ? callText(step.call) : undefined;
    const timer = isPromise(step) ? this.#races.inPromise(step) : undefined;
    const base = timer === undefined ? place.guards : this.#stacks.push(place.guards, timer);
    for (const run of step.within) {
      const guards = guardsRun(found?.positions, run) ? (found?.guards ?? []).reduce((outer, guard) => this.#stacks.push(outer, guard), base) : base;
      const once = place.once ?? (run.once === true ? 'it runs once' : undefined);
      push({ ...place, body: run.body, path, guards, once, through: place.through ?? foreign, settles: isPromise(step) });
    }
    const listens = place.listens || isListener(step.callee);
    for (const run of step.later) push({ ...place, body: run.body, path, detached: true, listens, left: place.guards });
  }

  #link(place: Place, call: CallInstance): PathLink {
    return { outer: place.path, site: siteOfCall(call), text: callText(call) };
  }
}

function guardsRun(positions: ReadonlySet<number> | undefined, run: CallbackRun): boolean {
  return positions !== undefined && positions.has(run.position);
}

// A package the catalog does not know: what it does with a function is anybody's guess.
function isForeign(context: ModelContext, step: CallStep): boolean {
  const { module, path } = step.callee;
  // `rows.map(f)` goes through what a package gave.
  if (ELEMENT_METHODS.has(path.slice(path.lastIndexOf('.') + 1))) return false;
  return module !== 'global' && !module.startsWith('node:') && context.program.engine.libraries.library(module) === undefined;
}

function nameOf(frame: Frame | undefined): string {
  return frame === undefined ? '' : functionOf(frame).name;
}

/** A path as people read it: from the entry point inwards. */
export function traceOf(handler: Handler, path: PathLink | undefined, last?: TraceStep): readonly TraceStep[] {
  const steps: TraceStep[] = last === undefined ? [] : [last];
  for (let link = path; link !== undefined; link = link.outer) steps.push({ site: link.site, text: link.text });
  steps.push({ site: handler.entryPoint.site, text: handler.entryPoint.name });
  return steps.reverse();
}
