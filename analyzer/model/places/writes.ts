import type { CallStep } from '#program/steps.js';
import type { GuardStack, Handler, ModelContext, PathLink, Visit } from '../context.js';
import { traceOf } from '../paths.js';
import type { Reach, Repeater, Write } from '../types.js';
import { Claims } from '../writes/claims.js';
import { keyAgainst } from '../writes/judge-key.js';
import { Keys } from '../writes/keys.js';
import { Named } from '../writes/named-calls.js';
import { NaturalIds } from '../writes/natural-ids.js';
import type { KeyCandidate } from '../writes/natural-ids.js';
import { Origins } from '../writes/origins.js';
import { PlaceSources } from '../writes/place-sources.js';
import { Repeaters } from '../writes/repeaters.js';
import type { FoundRepeater } from '../writes/repeaters.js';
import { Sources } from '../writes/sources.js';
import { SqlReader } from '../writes/sql-reader.js';
import { WriteEffects } from '../writes/write-effect.js';
import type { FoundWrite } from '../writes/write-effect.js';

interface Met {
  readonly step: CallStep;
  readonly handler: Handler;
  readonly guards: GuardStack | undefined;
  readonly path: PathLink | undefined;
}

/** Collects the writes that something can repeat, each with what makes the second run harmless. */
export class Writes {
  readonly #context: ModelContext;
  readonly #named: Named;
  readonly #repeaters: Repeaters;
  readonly #met: Met[] = [];

  constructor(context: ModelContext) {
    this.#context = context;
    this.#named = new Named(context);
    this.#repeaters = new Repeaters(context);
  }

  visit({ step, handler, guards, path, once, listens }: Visit): void {
    // What a listener does is repeated by what it listens to, not by who registered it.
    if (step.is !== 'call' || listens) return;
    if (this.#named.verifies(step.callee)) this.#repeaters.deliveries.add(handler);
    if (once === undefined && this.#named.waits(step.callee)) this.#met.push({ step, handler, guards, path });
  }

  /** One record for each write and what its key is worth; those that nobody repeats are left out. */
  list(): readonly Write[] {
    const sources = new Sources(this.#context);
    const places = new PlaceSources(this.#context, sources);
    const origins = new Origins(this.#context, sources, this.#named);
    const effects = new WriteEffects(this.#context, places, new SqlReader(this.#context, sources, places));
    const keys = new Keys(places, origins, new NaturalIds(sources, places, origins));
    const claims = new Claims({ context: this.#context, named: this.#named, sources, places, origins, effects, keys });
    const found = new Map<CallStep, { readonly write: FoundWrite | undefined; candidates: readonly KeyCandidate[] | undefined }>();
    const records = new Map<string, { write: Write; repeaters: Map<string, Repeater> }>();
    for (const met of this.#met) {
      const outside = this.#repeaters.ofHandler(met.handler);
      const around = this.#repeaters.ofGuards(met.guards);
      let known = found.get(met.step);
      if (known === undefined) found.set(met.step, (known = { write: effects.of(met.step), candidates: undefined }));
      if (known.write === undefined) continue;
      const { write } = known;
      const repeaters = [...outside, ...around, ...this.#repeaters.ofLibrary(write)];
      if (repeaters.length === 0) continue;
      const candidates = (known.candidates ??= keys.of(write));
      for (const repeater of repeaters) this.#record(records, met, write, repeater, claims.over(met.handler, met.step, repeater) ?? keyAgainst(write, repeater, candidates));
    }
    return [...records.values()].map(({ write, repeaters }) => ({ ...write, repeaters: [...repeaters.values()] }));
  }

  #record(records: Map<string, { write: Write; repeaters: Map<string, Repeater> }>, met: Met, write: FoundWrite, { repeater }: FoundRepeater, key: Write['key']): void {
    const { site, name } = write;
    const id = `${site.file}:${site.line}:${site.column}:${JSON.stringify(key)}`;
    const who = `${repeater.is}:${repeater.text}:${repeater.site.file}:${repeater.site.line}`;
    const known = records.get(id);
    if (known === undefined) records.set(id, { write: { site, name, reach: this.#reach(met, write), repeaters: [], key }, repeaters: new Map([[who, repeater]]) });
    else known.repeaters.set(who, repeater);
  }

  #reach({ handler, path }: Met, { site, name }: FoundWrite): Reach {
    return { entryPoint: handler.entryPoint, trace: traceOf(handler, path, { site, text: name }) };
  }
}
