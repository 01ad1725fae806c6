import type { OperationRow } from '#catalog/schema.js';
import { creationsOf } from '#program/creations.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallInstance, Frame } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { ActiveGuard, GuardStack, ModelContext, Visit } from '../context.js';
import { rowsOf } from '../context.js';
import { Lifetimes } from '../lifetimes.js';
import { operationRow } from '../operations.js';
import { callsOfFactory, constructionsOn } from '../own-breakers/constructions.js';
import { ownBreakersOf, type OwnBreakers } from '../own-breakers/own-breakers.js';
import { traceOf } from '../paths.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Bound, Breaker, Reach } from '../types.js';
import { walkedOf } from '../walked.js';
import { Reaches } from './reaches.js';
import type { Waits } from './waits.js';

interface Found {
  readonly site: Site;
  readonly name: string;
  /** Requests that make a new one. */
  readonly madeBy: Reaches;
  kept: string | undefined;
  readonly guards: Map<string, Breaker['guards'][number]>;
}

const WAITING = new Set<OperationRow['is']>(['outbound', 'statement', 'command', 'publish']);

/** Collects the circuit breakers: who makes them, and what ends the calls that they watch. */
export class Breakers {
  readonly #context: ModelContext;
  readonly #waits: Waits;
  readonly #lifetimes: Lifetimes;
  readonly #own: OwnBreakers;
  readonly #found = new Map<string, Found>();
  readonly #above = new Map<string, Uint8Array>();

  constructor(context: ModelContext, waits: Waits) {
    this.#context = context;
    this.#waits = waits;
    this.#lifetimes = new Lifetimes(context);
    this.#own = ownBreakersOf(context);
  }

  visit(visit: Visit): void {
    const { step } = visit;
    if (rowsOf(this.#context, step)?.resources.some(({ is }) => is === 'breaker') === true) this.#made(step.call, this.#nameOf(visit), visit);
    const row = operationRow(this.#context, step);
    if (row !== undefined && WAITING.has(row.is)) this.#watched(visit);
  }

  #made(call: CallInstance, name: string, { handler, path }: Visit): void {
    const found = this.#at(siteOfCall(call), name);
    found.kept ??= this.#lifetimes.keptBy(call) ?? (this.#lifetimes.livesInInstance(call.frame) ? 'it lives as long as what makes it' : undefined);
    if (found.kept === undefined) found.madeBy.add(handler, path);
  }

  #watched(visit: Visit): void {
    let inner: Bound | undefined;
    for (let stack: GuardStack | undefined = visit.guards; stack !== undefined && !(visit.detached && stack === visit.left); stack = stack.outer) {
      const { guard } = stack.guard;
      if (guard.is === 'breaker') this.#guarding(stack.guard, inner, visit);
      if ((guard.is === 'timeout' || guard.is === 'breaker') && guard.bound !== undefined && guard.bound.is !== 'unbounded') inner = guard.bound.is === 'bounded' ? guard.bound : inner ?? guard.bound;
    }
  }

  /** What ends a call for the breaker around it: its own timeout, one inside it, the call's own. */
  #guarding(active: ActiveGuard, inner: Bound | undefined, visit: Visit): void {
    const { step, handler, path } = visit;
    const { guard } = active;
    // What only guards the program's own connection is seldom a breaker of a partner.
    if (active.callee === undefined && operationRow(this.#context, step)?.is !== 'outbound') return;
    const own = this.#waits.boundOf(step);
    const bounds = [guard.bound, inner, own].filter((bound) => bound !== undefined);
    const ends = bounds.find(({ is }) => is === 'bounded') ?? bounds.find(({ is }) => is === 'unknown') ?? own;
    if (ends === undefined) return;
    const reach: Reach = { entryPoint: handler.entryPoint, trace: traceOf(handler, path, { site: siteOfCall(step.call), text: callText(step.call) }) };
    for (const { site, isSure, made } of this.#creationsOf(active, visit)) {
      const found = this.#at(site, guard.name);
      if (made !== undefined) this.#made(made, guard.name, visit);
      // Which of several breakers it is nobody can tell.
      if (!isSure && ends.is !== 'bounded') continue;
      const key = `${siteOfCall(step.call).file}:${siteOfCall(step.call).line}:${siteOfCall(step.call).column}:${ends.is}`;
      if (!found.guards.has(key)) found.guards.set(key, { name: callText(step.call), ends, reach });
    }
  }

  /** Where a breaker is made; `made` where each request makes one of the program's own. */
  #creationsOf({ guard, call, callee }: ActiveGuard, visit: Visit): readonly { readonly site: Site; readonly isSure: boolean; readonly made?: CallInstance }[] {
    const { engine } = this.#context.program;
    if (callee !== undefined) {
      const row = engine.libraries.rows(callee.module, callee.path)?.wrappers.find((wrapper) => wrapper.guard === 'breaker');
      const isMadeBefore = row?.function !== undefined && parsePlace(row.function).scope === 'creation';
      const creation = isMadeBefore ? creationsOf(engine, callee).find((link) => link.call !== undefined)?.call : undefined;
      const made = creation ?? call;
      return [{ site: creation === undefined ? guard.site : siteOfCall(creation), isSure: true, ...(made !== undefined && this.#lifetimes.isMadeForRequests(made.frame) ? { made } : {}) }];
    }
    const holder = call === undefined ? undefined : this.#own.holderOf(call);
    const all = call === undefined ? [] : holder === undefined ? constructionsOn(this.#context, visit, call) : callsOfFactory(this.#context, holder);
    if (all.length === 0) return [{ site: guard.site, isSure: true }];
    return all.map((made) => ({ site: siteOfCall(made), isSure: all.length === 1, ...(this.#isMadeBy(visit, made) ? { made } : {}) }));
  }

  // Each request of this entry point runs the construction, and nothing keeps what it gives.
  #isMadeBy({ handler }: Visit, made: CallInstance): boolean {
    if (!this.#lifetimes.runsInRequests(made.frame, 0)) return false;
    return walkedOf(this.#context).meets(this.#around(made.frame), handler.bodies.map((one) => one.body));
  }

  // The bodies from which a function is entered, in whatever activation.
  #around({ unit, function: index }: Frame): Uint8Array {
    const key = `${unit.id}:${index}`;
    let marks = this.#above.get(key);
    if (marks === undefined) {
      const walked = walkedOf(this.#context);
      const bodies = [...this.#context.walker.bodies.values(), ...this.#context.handlers.flatMap(({ bodies: own }) => own.map(({ body }) => body))];
      const inside = bodies.filter(({ frame }) => frame?.unit === unit && frame.function === index).flatMap((body) => walked.numberOf(body) ?? []);
      this.#above.set(key, (marks = walked.above(inside)));
    }
    return marks;
  }

  #nameOf({ step }: Visit): string {
    const rows = rowsOf(this.#context, step);
    return rows?.resources.find(({ is }) => is === 'breaker')?.name ?? rows?.library.name ?? step.callee.module;
  }

  #at(site: Site, name: string): Found {
    const key = siteKey(site);
    let found = this.#found.get(key);
    if (found === undefined) this.#found.set(key, (found = { site, name, madeBy: new Reaches(), kept: undefined, guards: new Map() }));
    return found;
  }

  list(): readonly Breaker[] {
    return [...this.#found.values()].map(({ site, name, madeBy, kept, guards }) => ({
      site, name, madeBy: madeBy.list({ site, text: `makes a ${name}` }), guards: [...guards.values()], ...(kept === undefined ? {} : { kept }),
    }));
  }
}
