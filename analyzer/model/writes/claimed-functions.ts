import { placeValues } from '#program/places.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { functionKey } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { Handler } from '../context.js';
import type { Claim, ClaimParts } from './claim-finder.js';

/** Knows which handlers a library runs once for each key: by wrapping them, by decorating them, or as a middleware somewhere in front. */
export class ClaimedFunctions {
  readonly #parts: ClaimParts;
  readonly #wrapped = new Map<string, Claim>();
  #middleware: Claim | undefined;

  constructor(parts: ClaimParts) {
    this.#parts = parts;
    for (const name of parts.named.claimNames) for (const { unit, site } of parts.context.program.engine.callsNamed(name)) this.#read(parts.context.program.engine.callInstance(site.call, parts.context.program.engine.generic(unit, site.by)));
    this.#readDecorators();
  }

  /** The claim around a whole handler. */
  around(handler: Handler): Claim | undefined {
    for (const { frame } of handler.bodies) {
      const claim = this.#wrapped.get(functionKey(frame));
      if (claim !== undefined) return claim;
    }
    return this.#middleware;
  }

  #read(call: CallInstance): void {
    const { engine } = this.#parts.context.program;
    for (const target of engine.targets(call)) {
      if (target.is !== 'value' || target.value.is !== 'library') continue;
      const row = this.#parts.named.claims(target.value);
      if (row?.is === 'middleware' && row.decorates !== true) this.#middleware ??= { is: 'probable', text: callText(call), site: siteOfCall(call) };
      if (row?.is === 'wrapper' && row.function !== undefined) this.#wrap(call, target.value, row.function);
    }
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
