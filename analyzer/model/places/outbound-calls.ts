import type { OperationRow } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { GuardStack, ModelContext, Visit } from '../context.js';
import { operationRow } from '../operations.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Guard, OutboundCall } from '../types.js';
import { partnerOf } from './partner-of.js';
import { Reaches } from './reaches.js';

interface Found {
  readonly site: Site;
  readonly name: string;
  /** Of each call in each activation. */
  readonly partners: Map<object, string>;
  readonly unguarded: Reaches;
  readonly guarded: Map<string, { readonly breaker: Guard; readonly reaches: Reaches }>;
  readonly uncertain: Map<string, Reaches>;
  /** Some way to it without a breaker is one that somebody waits on. */
  awaited: boolean;
}

/** Collects the requests to other services with the breakers in front of them. */
export class OutboundCalls {
  readonly #context: ModelContext;
  readonly #found = new Map<string, Found>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  visit({ step, handler, guards, path, through, detached }: Visit): void {
    const row = operationRow(this.#context, step);
    if (row?.is !== 'outbound' || !leaves(this.#context, row, step)) return;
    const site = siteOfCall(step.call);
    const key = siteKey(site);
    let found = this.#found.get(key);
    if (found === undefined) {
      this.#found.set(key, (found = { site, name: callText(step.call), partners: new Map(), unguarded: new Reaches(), guarded: new Map(), uncertain: new Map(), awaited: false }));
    }
    if (!found.partners.has(step.call)) found.partners.set(step.call, partnerOf(this.#context, row, step));
    const breaker = breakerIn(guards);
    if (breaker !== undefined) {
      const name = `${breaker.site.file}:${breaker.site.line}`;
      const known = found.guarded.get(name) ?? { breaker, reaches: new Reaches() };
      found.guarded.set(name, known);
      known.reaches.add(handler, path);
    } else if (through !== undefined) {
      const known = found.uncertain.get(through) ?? new Reaches();
      found.uncertain.set(through, known);
      known.add(handler, path);
    } else {
      found.unguarded.add(handler, path);
      found.awaited ||= !detached;
    }
  }

  list(): readonly OutboundCall[] {
    return [...this.#found.values()].map(({ site, name, partners, unguarded, guarded, uncertain, awaited }) => {
      // A helper that talks to several is said to talk to none of them.
      const [only = '', ...others] = new Set(partners.values());
      const partner = others.length === 0 ? only : '';
      const last = { site, text: name };
      return {
        site, name, partner, unguarded: unguarded.list(last), awaited,
        guarded: [...guarded.values()].flatMap(({ breaker, reaches }) => reaches.list(last).map((reach) => ({ reach, breaker }))),
        uncertain: [...uncertain].flatMap(([text, reaches]) => reaches.list(last).map((reach) => ({ reach, because: `${text} runs it and is not known` }))),
      };
    });
  }
}

function breakerIn(guards: GuardStack | undefined): Guard | undefined {
  for (let stack = guards; stack !== undefined; stack = stack.outer) if (stack.guard.guard.is === 'breaker') return stack.guard.guard;
  return undefined;
}

/** Does a call leave this machine, as far as its arguments tell? */
export function leaves({ program }: ModelContext, { leavesWith }: OperationRow, { call, callee }: CallStep): boolean {
  return leavesWith === undefined || leavesWith.some((place) => placeValues(program.engine, call, callee, place).values.some((value) => value.is !== 'unknown' && value.is !== 'function'));
}
