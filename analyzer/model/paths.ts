import { Answers } from './answers.js';
import { AnsweringTimers } from './answering-timers.js';
import { interestOf } from './body-interest.js';
import { siteAt } from './context.js';
import type { GuardStack, Handler, ModelContext, PathLink, Visit } from './context.js';
import type { GuardFinder, GuardStacks } from './guards.js';
import { PathGraph } from './path-graph.js';
import type { PathNode } from './path-graph.js';
import { PathSteps, START } from './path-steps.js';
import { Races } from './races.js';
import { RestGuards } from './rest-guards.js';
import type { TraceStep } from './site.js';
import type { Guard } from './types.js';

/** Bodies visited for one entry point; more is a limit that is reported. */
export const MAX_VISITED = 60_000;
/** Bodies visited for all of them together. */
export const MAX_VISITED_TOGETHER = 10_000_000;

/** A node on the way of one request, with the one it was reached from. */
interface Reached {
  readonly node: PathNode;
  readonly from: Reached | undefined;
  readonly link: TraceStep | undefined;
  path: PathLink | undefined;
}

/** Follows a request from its entry point: every call that a rule asks about, nearest first, with the guards around it. */
export class PathFinder {
  readonly #stacks: GuardStacks;
  readonly #steps: PathSteps;
  readonly #graph: PathGraph;
  /** What middleware puts around the rest of a request. */
  readonly rest: RestGuards;
  /** By slot: the last request that was there. */
  readonly #seen: number[] = [];
  #request = 0;
  #left = MAX_VISITED_TOGETHER;
  /** Entry points whose paths were cut short. */
  cut: readonly string[] = [];

  constructor(context: ModelContext, guards: GuardFinder, stacks: GuardStacks) {
    const answers = new Answers(context.program.engine);
    const timers = new AnsweringTimers(context, answers);
    this.#stacks = stacks;
    this.#steps = new PathSteps({ context, guards, stacks, answers, races: new Races(context, guards) });
    this.#graph = new PathGraph(this.#steps, stacks, timers, interestOf(context));
    this.rest = new RestGuards(timers, this.#steps);
  }

  /** Visits each call of every request once for each set of guards it is met under. */
  followAll(handlers: readonly Handler[], visit: (visit: Visit) => void): void {
    this.#left = MAX_VISITED_TOGETHER;
    this.cut = handlers.filter((handler) => !this.#follow(handler, visit)).map(({ entryPoint }) => entryPoint.name);
  }

  /** False where the path is longer than is followed. */
  #follow(handler: Handler, visit: (visit: Visit) => void): boolean {
    this.#request += 1;
    const queue = this.#starts(handler);
    for (let next = 0; next < queue.length; next += 1) {
      if (next > MAX_VISITED || (this.#left -= 1) < 0) return false;
      const reached = queue[next] as Reached;
      const { calls, exits } = this.#graph.contentOf(reached.node);
      for (const { step, around } of calls) visit({ step, handler, path: pathOf(reached), ...around });
      for (const { to, link } of exits) if (this.#isNew(to)) queue.push({ node: to, from: reached, link, path: undefined });
    }
    return true;
  }

  #starts(handler: Handler): Reached[] {
    const starts: Reached[] = [];
    let guards = this.#pushed(undefined, handler.budgets);
    for (const entry of handler.bodies) {
      const { body, name, frame, at } = entry;
      guards = this.#pushed(guards, entry.budgets ?? []);
      const node = this.#graph.node({ ...START, body, guards: this.#steps.decorated(frame, guards) });
      if (node !== undefined && this.#isNew(node)) starts.push({ node, from: undefined, link: { site: siteAt(frame, at), text: name === '' ? 'handler' : name }, path: undefined });
      guards = this.rest.after(entry).reduce((outer, met) => this.#stacks.push(outer, met), guards);
    }
    return starts;
  }

  #isNew({ slot }: PathNode): boolean {
    if (this.#seen[slot] === this.#request) return false;
    this.#seen[slot] = this.#request;
    return true;
  }

  #pushed(outer: GuardStack | undefined, guards: readonly Guard[]): GuardStack | undefined {
    return guards.reduce<GuardStack | undefined>((stack, guard) => this.#stacks.push(stack, { guard }), outer);
  }
}

/** The calls through which a node was reached, made when somebody asks. */
function pathOf(reached: Reached): PathLink | undefined {
  const chain: Reached[] = [];
  for (let current: Reached | undefined = reached; current !== undefined && current.path === undefined; current = current.from) chain.push(current);
  for (const step of chain.reverse()) {
    const outer = step.from?.path;
    step.path = step.link === undefined ? outer : { outer, ...step.link };
  }
  return reached.path;
}

/** A path as people read it: from the entry point inwards. */
export function traceOf(handler: Handler, path: PathLink | undefined, last?: TraceStep): readonly TraceStep[] {
  const steps: TraceStep[] = last === undefined ? [] : [last];
  for (let link = path; link !== undefined; link = link.outer) steps.push({ site: link.site, text: link.text });
  steps.push({ site: handler.entryPoint.site, text: handler.entryPoint.name });
  return steps.reverse();
}
