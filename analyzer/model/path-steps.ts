import { ELEMENT_METHODS } from '#program/callbacks.js';
import type { Body, CallbackRun, CallStep, EnterStep, Step } from '#program/steps.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { isListener } from '#program/default-runs.js';
import type { Answers } from './answers.js';
import { callText } from './call-text.js';
import { rowsOf, siteAt, siteOfCall } from './context.js';
import type { GuardStack, ModelContext } from './context.js';
import { innerBodies } from './entry-points/start-order.js';
import type { GuardFinder, GuardStacks } from './guards.js';
import { keptForLife } from './kept-values.js';
import { isPromise } from './raced-promises.js';
import type { Races } from './races.js';
import type { TraceStep } from './site.js';

/** A body with what stands around it on a path. */
export interface Surroundings {
  readonly body: Body;
  readonly guards: GuardStack | undefined;
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
export const START: Omit<Surroundings, 'body'> = { guards: undefined, once: undefined, detached: false, listens: false, left: undefined, settles: false, through: undefined };

/** Takes what a step leads to, with the call that leads there where it is one. */
export type Lead = (to: Surroundings, link?: TraceStep) => void;

/** What the parts of a path's reading share. */
export interface PathParts {
  readonly context: ModelContext;
  readonly guards: GuardFinder;
  readonly stacks: GuardStacks;
  readonly races: Races;
  readonly answers: Answers;
}

/** Knows what each step leads to, and which guards it puts around that. */
export class PathSteps {
  readonly #parts: PathParts;

  constructor(parts: PathParts) {
    this.#parts = parts;
  }

  /** What stands around a step itself: races, breakers of the program's own, and whether anybody waits for it. */
  around(step: Step, place: Surroundings): Surroundings {
    const { races, guards, stacks, answers } = this.#parts;
    const met = [...races.around(step, place.body.frame), ...guards.ofPlace(step)];
    const bounded = met.length === 0 ? place : { ...place, guards: met.reduce<GuardStack | undefined>((outer, guard) => stacks.push(outer, guard), place.guards) };
    return answers.leaves(step, place.body) && !place.settles ? { ...bounded, detached: true, left: bounded.guards } : bounded;
  }

  /** What a step leads to, with the guards it puts around that. */
  inner(step: Step, place: Surroundings, lead: Lead): void {
    switch (step.is) {
      case 'enter': return this.#entered(step, place, lead);
      case 'call': return this.#callbacks(step, place, lead);
      case 'unresolved':
        for (const run of step.within) lead({ ...place, body: run.body, through: place.through ?? (isOfElements(step) ? undefined : callText(step.call)) }, linkOf(step.call));
        return;
      case 'parallel': {
        const race = this.#parts.races.of(step);
        for (const arm of step.arms) {
          const guards = race === undefined || race.timers.has(arm) ? place.guards : this.#parts.stacks.push(place.guards, race);
          lead({ ...place, body: arm, guards });
        }
        return;
      }
      case 'branch': {
        const once = step.keeps === undefined ? undefined : keptForLife(this.#parts.context, step, place.body.frame);
        step.arms.forEach((arm, position) => lead({ ...place, body: arm, once: place.once ?? (position === 0 ? once : undefined) }));
        return;
      }
      default:
        for (const body of innerBodies(step)) lead({ ...place, body });
    }
  }

  #entered(step: EnterStep, place: Surroundings, lead: Lead): void {
    const { frame } = step.body;
    const link = step.call === undefined ? { site: siteAt(step.frame, step.at), text: nameOf(frame) } : linkOf(step.call);
    lead({ ...place, body: step.body, guards: frame === undefined ? place.guards : this.decorated(frame, place.guards), settles: false }, link);
  }

  /** The guards inside a function that stands under decorators. */
  decorated(frame: Frame, outer: GuardStack | undefined): GuardStack | undefined {
    return this.#parts.guards.ofDecorators(frame).reduce((stack, met) => this.#parts.stacks.push(stack, met), outer);
  }

  #callbacks(step: CallStep, place: Surroundings, lead: Lead): void {
    if (step.within.length === 0 && step.later.length === 0) return;
    const { context, guards: finder, races, stacks } = this.#parts;
    const link = linkOf(step.call);
    const found = finder.ofCall(step);
    const rows = rowsOf(context, step);
    const foreign = rows === undefined && isForeign(context, step) ? callText(step.call) : undefined;
    const timer = isPromise(step) ? races.inPromise(step) : undefined;
    const base = timer === undefined ? place.guards : stacks.push(place.guards, timer);
    for (const run of step.within) {
      const guards = guardsRun(found?.positions, run) ? (found?.guards ?? []).reduce((outer, guard) => stacks.push(outer, guard), base) : base;
      const once = place.once ?? (run.once === true ? 'it runs once' : undefined);
      lead({ ...place, body: run.body, guards, once, through: place.through ?? foreign, settles: isPromise(step) }, link);
    }
    const listens = place.listens || isListener(step.callee);
    for (const run of step.later) lead({ ...place, body: run.body, detached: true, listens, left: place.guards }, link);
  }
}

function linkOf(call: CallInstance): TraceStep {
  return { site: siteOfCall(call), text: callText(call) };
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

// `keys.map(f)` goes through a list, whoever gave it.
function isOfElements({ call: { expression } }: Extract<Step, { is: 'unresolved' }>): boolean {
  return expression.callee.is === 'member' && ELEMENT_METHODS.has(expression.callee.name);
}

function nameOf(frame: Frame | undefined): string {
  return frame === undefined ? '' : functionOf(frame).name;
}
