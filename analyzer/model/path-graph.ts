import type { Body, CallStep } from '#program/steps.js';
import type { AnsweringTimers } from './answering-timers.js';
import type { BodyInterest } from './body-interest.js';
import type { GuardStack } from './context.js';
import type { GuardStacks } from './guards.js';
import type { PathSteps, Surroundings } from './path-steps.js';
import type { TraceStep } from './site.js';

/** A body under one set of circumstances, the same for every request that gets there. */
export interface PathNode {
  readonly place: Surroundings;
  /** Equal for nodes of which a request needs to see only one: the same body under the same guards. */
  readonly slot: number;
  /** Read when a request first gets there. */
  content: PathContent | undefined;
}

interface PathContent {
  /** The calls that a rule asks about, each with what stands around it. */
  readonly calls: readonly { readonly step: CallStep; readonly around: Surroundings }[];
  readonly exits: readonly PathExit[];
}

/** A way from one body to another. */
export interface PathExit {
  readonly to: PathNode;
  /** The call it goes through; a branch or a loop is no call. */
  readonly link: TraceStep | undefined;
}

/** What requests can reach, as a graph: each body is read once for each set of guards, however many requests get there. */
export class PathGraph {
  readonly #steps: PathSteps;
  readonly #stacks: GuardStacks;
  readonly #timers: AnsweringTimers;
  readonly #interest: BodyInterest;
  readonly #nodes = new Map<Body, Map<string, PathNode>>();
  readonly #slots = new Map<Body, Map<string, number>>();
  #slotCount = 0;
  readonly #nested = new Set<string>();

  constructor(steps: PathSteps, stacks: GuardStacks, timers: AnsweringTimers, interest: BodyInterest) {
    this.#steps = steps;
    this.#stacks = stacks;
    this.#timers = timers;
    this.#interest = interest;
  }

  /** The node of a body, undefined when nothing a rule asks about happens below it. */
  node(place: Surroundings): PathNode | undefined {
    const { body, once, through, listens, settles } = place;
    if (!this.#interest.has(body)) return undefined;
    const coarse = `${place.guards?.id ?? 0}:${once === undefined ? '' : 'o'}:${place.detached ? (place.left?.id ?? 'd') : ''}:${through === undefined ? '' : 't'}${listens ? 'l' : ''}`;
    const exact = `${coarse}:${settles ? 's' : ''}:${once ?? ''}:${through ?? ''}`;
    const nodes = innerMap(this.#nodes, body);
    let node = nodes.get(exact);
    if (node === undefined) nodes.set(exact, (node = { place, slot: this.#slot(body, coarse), content: undefined }));
    return node;
  }

  #slot(body: Body, coarse: string): number {
    const slots = innerMap(this.#slots, body);
    let slot = slots.get(coarse);
    if (slot === undefined) slots.set(coarse, (slot = this.#slotCount += 1));
    return slot;
  }

  /** What happens in a node and where it leads. */
  contentOf(node: PathNode): PathContent {
    return (node.content ??= this.#read(node.place));
  }

  #read(from: Surroundings): PathContent {
    const calls: { step: CallStep; around: Surroundings }[] = [];
    const exits: PathExit[] = [];
    let place = from;
    for (const step of from.body.steps) {
      const around = this.#steps.around(step, place);
      if (step.is === 'call' && (this.#interest.asks(step) || this.#isNewNesting(around))) calls.push({ step, around });
      this.#steps.inner(step, around, (inner, link) => {
        const to = this.node(inner);
        if (to !== undefined) exits.push({ to, link });
      });
      const started = this.#timers.startedBy(step);
      if (started.length > 0) place = { ...place, guards: started.reduce<GuardStack | undefined>((stack, guard) => this.#stacks.push(stack, { guard }), place.guards) };
    }
    return { calls, exits };
  }

  // A guard inside another one is a nesting, whatever it guards: once told, it is known.
  #isNewNesting({ guards, detached, left }: Surroundings): boolean {
    if (guards?.outer === undefined) return false;
    const key = `${guards.id}:${detached ? (left?.id ?? 'd') : ''}`;
    const isNew = !this.#nested.has(key);
    this.#nested.add(key);
    return isNew;
  }
}

function innerMap<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let inner = map.get(key);
  if (inner === undefined) map.set(key, (inner = new Map()));
  return inner;
}
