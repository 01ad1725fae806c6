import { placeValues } from '#program/places.js';
import type { CallInstance, Frame, LibraryValue } from '#program/values.js';
import { functionKey } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import { siteKey } from '../site.js';
import type { Claim, ClaimParts } from './claim-finder.js';

/** A middleware that answers repeated requests, and in front of what it stands; undefined where nobody can tell. */
interface Middleware {
  readonly claim: Claim;
  /** Where applications and routers are made, and functions. */
  readonly before: ReadonlySet<string> | undefined;
}

/** Knows which handlers a library runs once for each key: by wrapping them, by decorating them, or as a middleware somewhere in front. */
export class ClaimedFunctions {
  readonly #parts: ClaimParts;
  readonly #wrapped = new Map<string, Claim>();
  readonly #middleware: Middleware[] = [];

  constructor(parts: ClaimParts) {
    this.#parts = parts;
    for (const name of parts.named.claimNames) for (const { unit, site } of parts.context.program.engine.callsNamed(name)) this.#read(parts.context.program.engine.callInstance(site.call, parts.context.program.engine.generic(unit, site.by)));
    this.#readDecorators();
  }

  /** The claim around a whole handler. */
  around(handler: Handler): Claim | undefined {
    for (const { frame } of handler.bodies) {
      const claim = this.wrapping(frame);
      if (claim !== undefined) return claim;
    }
    return this.#middleware.find((one) => standsInFrontOf(one, handler))?.claim;
  }

  /** The claim of what runs a function of ours once for each key. */
  wrapping(frame: Frame): Claim | undefined {
    return this.#wrapped.get(functionKey(frame));
  }

  #read(call: CallInstance): void {
    const { engine } = this.#parts.context.program;
    for (const target of engine.targets(call)) {
      if (target.is !== 'value' || target.value.is !== 'library') continue;
      const row = this.#parts.named.claims(target.value);
      if (row?.is === 'middleware' && row.decorates !== true) this.#addMiddleware(call);
      if (row?.is === 'wrapper' && row.function !== undefined) this.#wrap(call, target.value, row.function);
    }
  }

  #addMiddleware(call: CallInstance): void {
    const before = this.#registeredOn(call);
    this.#middleware.push({ claim: { is: before === undefined ? 'probable' : 'certain', text: callText(call), site: siteOfCall(call) }, before });
  }

  // `app.use(idempotency())`, `middy(handler).use(idempotency())`.
  #registeredOn({ expression, frame }: CallInstance): ReadonlySet<string> | undefined {
    const { engine } = this.#parts.context.program;
    const sites = [...frame.unit.index.calls.values()].flat();
    const callee = sites.find(({ call }) => call.is === 'call' && call.arguments.includes(expression))?.call.callee;
    const on = callee?.is !== 'member' ? [] : engine.evaluate(callee.of, frame).values.filter((value): value is LibraryValue => value.is === 'library').flatMap(chainOf);
    if (on.length === 0) return undefined;
    const functions = on.flatMap((call) => engine.argumentsOf(call)).flatMap(({ values }) => values.filter((value) => value.is === 'function'));
    return new Set([...on.map((call) => siteKey(siteOfCall(call))), ...functions.map(({ unit, index }) => `${unit.id}:${index}`)]);
  }

  #wrap(call: CallInstance, callee: LibraryValue, place: string): void {
    for (const value of placeValues(this.#parts.context.program.engine, call, callee, place).values) {
      if (value.is === 'function') this.#wrapped.set(`${value.unit.id}:${value.index}`, { is: 'certain', text: callText(call), site: siteOfCall(call) });
    }
  }

  #readDecorators(): void {
    const { engine, units } = this.#parts.context.program;
    for (const unit of units.values()) {
      for (const owner of unit.facts.classes) {
        for (const member of owner.members) {
          for (const decorator of member.decorators ?? []) {
            if (decorator.is !== 'call' || member.function === undefined) continue;
            const call = engine.callInstance(decorator, engine.generic(unit, owner.owner));
            const claimed = engine.targets(call).some((target) => target.is === 'value' && target.value.is === 'library' && this.#parts.named.claims(target.value)?.decorates === true);
            if (claimed) this.#wrapped.set(`${unit.id}:${member.function}`, { is: 'certain', text: callText(call), site: siteOfCall(call) });
          }
        }
      }
    }
  }
}

function standsInFrontOf({ before }: Middleware, { within = [], bodies }: Handler): boolean {
  return before === undefined || within.some((site) => before.has(siteKey(site))) || bodies.some(({ frame }) => before.has(functionKey(frame)));
}

function chainOf(value: LibraryValue): readonly CallInstance[] {
  const calls: CallInstance[] = [];
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) if (current.call !== undefined) calls.push(current.call);
  return calls;
}
