import type { ProvisionRow } from '#catalog/schema.js';
import { boundOf } from '../bounds.js';
import { callText } from '../call-text.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { Handler, ModelContext, Visit } from '../context.js';
import { provides } from '../provides.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import type { Admission } from '../types.js';

type Is = Admission['is'];

/** What turns work away from entry points, or takes only so much of it at once: what stands in front of them, what their requests ask, what their consumers take. */
export class Admissions {
  readonly #context: ModelContext;
  readonly #found = new Map<string, Admission & { readonly reachedBy: string[] }>();

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** A request that asks a limiter itself: `limiter.consume(ip)`. */
  visit({ step, handler, detached, listens }: Visit): void {
    if (detached || listens) return;
    const { engine } = this.#context.program;
    for (const row of rowsOf(this.#context, step)?.provisions ?? []) {
      if (row.covers !== 'path' || !provides(engine, row, step.call, step.callee)) continue;
      this.#add(handler, { is: row.is as Is, name: this.#nameOf(step.callee.module), site: siteOfCall(step.call), text: `each request asks ${this.#nameOf(step.callee.module)} first (${callText(step.call)})` });
    }
  }

  list(): readonly Admission[] {
    for (const handler of this.#context.handlers) {
      for (const { is, name, site } of handler.limiters ?? []) this.#add(handler, { is, name, site: site ?? handler.entryPoint.site, text: `${name} ${is === 'rate-limit' ? 'lets in only so many requests' : 'turns requests away under overload'}` });
      this.#ofConsumer(handler);
    }
    return [...this.#found.values()];
  }

  #ofConsumer(handler: Handler): void {
    if (handler.registration === undefined) return;
    const { call, callee } = handler.registration;
    for (const row of this.#context.program.engine.libraries.rows(callee.module, callee.path)?.provisions ?? []) {
      if (row.covers === 'consumer') this.#taking(handler, row, siteOfCall(call));
    }
  }

  #taking(handler: Handler, { atOnce, is }: ProvisionRow, site: Site): void {
    if (atOnce === undefined || handler.registration === undefined) return;
    const { call, callee } = handler.registration;
    const bound = boundOf(this.#context, atOnce, call, callee);
    const name = this.#nameOf(callee.module);
    if (bound.is !== 'bounded') return;
    this.#add(handler, { is: is as Is, name, site: bound.from.isDefault ? site : bound.from.site, text: `${name} hands out ${bound.ms} at once (${bound.from.text})` });
  }

  #nameOf(module: string): string {
    return this.#context.program.engine.libraries.nameOf(module);
  }

  #add({ entryPoint: { id } }: Handler, admission: Omit<Admission, 'reachedBy'>): void {
    const { is, site, text } = admission;
    const key = `${is}|${text}|${siteKey(site)}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { ...admission, reachedBy: [id] });
    else if (!known.reachedBy.includes(id)) known.reachedBy.push(id);
  }
}
