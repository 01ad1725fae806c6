import type { CallStep } from '#program/steps.js';
import type { GuardStack, Handler, ModelContext, PathLink, Visit } from '../context.js';
import { siteOfCall } from '../context.js';
import { takesFunction } from '../answers.js';
import { operationRow } from '../operations.js';
import { traceOf } from '../paths.js';
import { siteKey } from '../site.js';
import type { MetRepeater, Write } from '../types.js';
import { Claims } from '../writes/claims.js';
import { keyAgainst } from '../writes/judge-key.js';
import { keyInSight } from '../writes/key-in-sight.js';
import { Keys } from '../writes/keys.js';
import { Named } from '../writes/named-calls.js';
import { NaturalIds } from '../writes/natural-ids.js';
import { Origins } from '../writes/origins.js';
import { passingCallsOf, type PassingCalls } from '../retried/passing-calls.js';
import { PlaceSources } from '../writes/place-sources.js';
import { Repeaters } from '../writes/repeaters.js';
import type { FoundRepeater } from '../writes/repeaters.js';
import { Rounds } from '../writes/rounds.js';
import { Sources } from '../writes/sources.js';
import { SqlReader } from '../writes/sql-reader.js';
import { Unchanged } from '../writes/unique/unchanged.js';
import { UniqueRows } from '../writes/unique/unique-rows.js';
import { whyNoAttemptFollows } from '../writes/no-attempt-follows.js';
import { mayWrite, WriteEffects } from '../writes/write-effect.js';
import type { FoundWrite } from '../writes/write-effect.js';

interface Met {
  readonly step: CallStep;
  readonly handler: Handler;
  readonly guards: GuardStack | undefined;
  readonly path: PathLink | undefined;
  /** Nobody waits for it: the guards from this one on had been left. */
  readonly loose: { readonly left: GuardStack | undefined } | undefined;
}

/** What is known of a call, whoever reaches it. */
interface Use {
  readonly verifies: boolean;
  /** The handlers and guards it was met under, where it may write. */
  readonly under: Map<Handler, Set<GuardStack | undefined>> | undefined;
}

/** A write as met below one entry point, with someone who repeats it and what its own key is worth against them. */
interface Judged {
  readonly met: Met;
  readonly write: FoundWrite;
  readonly by: FoundRepeater;
  readonly key: Write['key'];
}

interface JudgeParts {
  readonly effects: WriteEffects;
  readonly keys: Keys;
  readonly passing: PassingCalls;
  readonly rounds: Rounds;
}

/** Collects the writes that something can repeat, each with what makes the second run harmless. */
export class Writes {
  readonly #context: ModelContext;
  readonly #named: Named;
  readonly #repeaters: Repeaters;
  readonly #uses = new Map<CallStep, Use>();
  readonly #met: Met[] = [];

  constructor(context: ModelContext) {
    this.#context = context;
    this.#named = new Named(context);
    this.#repeaters = new Repeaters(context);
  }

  visit({ step, handler, guards, path, once, listens, detached, left }: Visit): void {
    // What a listener does is repeated by what it listens to, not by who registered it.
    if (listens) return;
    const { verifies, under } = this.#useOf(step);
    if (under === undefined && operationRow(this.#context, step)?.is === 'transaction') this.#repeaters.transactions.add(siteKey(siteOfCall(step.call)));
    if (verifies) this.#repeaters.deliveries.add(handler);
    if (under === undefined || once !== undefined) return;
    const known = under.get(handler);
    if (known?.has(guards) === true) return;
    if (known === undefined) under.set(handler, new Set([guards]));
    else known.add(guards);
    this.#met.push({ step, handler, guards, path, loose: step.awaited === 'no' && !takesFunction(step.call.expression) ? { left: guards } : detached ? { left } : undefined });
  }

  #useOf(step: CallStep): Use {
    let use = this.#uses.get(step);
    if (use === undefined) {
      const writes = this.#named.waits(step.callee) && mayWrite(operationRow(this.#context, step));
      this.#uses.set(step, (use = { verifies: this.#named.verifies(step.callee), under: writes ? new Map<Handler, Set<GuardStack | undefined>>() : undefined }));
    }
    return use;
  }

  /** One record for each write and what its key is worth; those that nobody repeats are left out. */
  list(): readonly Write[] {
    const sources = new Sources(this.#context);
    const places = new PlaceSources(this.#context, sources);
    const origins = new Origins(this.#context, sources, this.#named);
    const effects = new WriteEffects(this.#context, places, new SqlReader(this.#context, sources, places));
    const { engine } = this.#context.program;
    const unique = new UniqueRows(this.#context, places, new Unchanged(this.#context, sources, origins, this.#named));
    const keys = new Keys(engine, { places, origins, ids: new NaturalIds(places, origins, engine.libraries), unique });
    // 1. What the writes' own keys are worth against those who repeat them.
    const parts: JudgeParts = { effects, keys, passing: passingCallsOf(this.#context), rounds: new Rounds(this.#context, sources.callers) };
    const judged = this.#met.flatMap((met) => this.#judge(met, parts));
    // 2. What is claimed in front of those that have none.
    const open = judged.filter(({ key }) => key.is !== 'stable');
    const claims = new Claims({ context: this.#context, named: this.#named, sources, places, origins, effects, keys }, new Set(open.map(({ met }) => met.step)));
    // 3. One record for each place and key.
    const records = recordsOf(judged.map((one) => (one.key.is === 'stable' ? one : { ...one, key: claims.over(one.met.handler, one.met.step, one.by) ?? one.key })));
    // 4. What could be the key of those that have none.
    return withKeysInSight(records, (write) => keyInSight(write, sources, origins));
  }

  #judge(met: Met, { effects, keys, passing, rounds }: JudgeParts): readonly Judged[] {
    const write = effects.of(met.step);
    if (write === undefined) return [];
    const repeaters = [...this.#repeaters.ofHandler(met.handler), ...this.#repeaters.ofGuards(met, write, passing), ...this.#repeaters.ofLibrary(write)];
    return repeaters.flatMap((by) => {
      const key = keyAgainst({ write, by, path: met.path, entryPoint: met.handler.entryPoint.name }, keys.of(write), rounds);
      if (write.replaces === true && key.is !== 'fresh') return [];
      const because = key.is === 'stable' || by.repeater.is !== 'retry' ? undefined : whyNoAttemptFollows(this.#context, write, isLeft(met, by));
      return { met, write, by, key: because === undefined ? key : { is: 'unknown' as const, because } };
    });
  }
}

function isLeft({ loose }: Met, { guard }: FoundRepeater): boolean {
  for (let stack = loose?.left; stack !== undefined; stack = stack.outer) if (stack.guard === guard) return true;
  return false;
}

interface Record {
  readonly write: Write;
  readonly found: FoundWrite;
}

// One key for two writes would make the second one a repetition of the first.
function withKeysInSight(records: readonly Record[], find: (write: FoundWrite) => Write['inSight']): readonly Write[] {
  const offered = records.map(({ write, found }) => ({ write, inSight: write.key.is === 'none' || write.key.is === 'fresh' ? find(found) : undefined }));
  const nameOf = (write: Write, { name }: NonNullable<Write['inSight']>) => `${write.site.file}:${name.at}`;
  const takers = new Map<string, Set<string>>();
  for (const { write, inSight } of offered) {
    if (inSight === undefined) continue;
    const key = nameOf(write, inSight);
    takers.set(key, (takers.get(key) ?? new Set()).add(siteKey(write.site)));
  }
  return offered.map(({ write, inSight }) => (inSight === undefined || (takers.get(nameOf(write, inSight))?.size ?? 0) > 1 ? write : { ...write, inSight }));
}

function recordsOf(judged: readonly Judged[]): readonly Record[] {
  const records = new Map<string, { write: Write; found: FoundWrite; repeaters: Map<string, MetRepeater> }>();
  for (const { met: { handler, path }, write: found, by: { repeater }, key } of judged) {
    const { site, name } = found;
    const id = `${siteKey(site)}:${JSON.stringify(key)}`;
    const who = `${repeater.is}:${repeater.text}:${repeater.site.file}:${repeater.site.line}`;
    const known = records.get(id);
    if (known?.repeaters.has(who) === true) continue;
    const reach = { entryPoint: handler.entryPoint, trace: traceOf(handler, path, { site, text: name }) };
    if (known !== undefined) known.repeaters.set(who, { ...repeater, reach });
    else records.set(id, { found, write: { site, name, reach, repeaters: [], key }, repeaters: new Map([[who, { ...repeater, reach }]]) });
  }
  return [...records.values()].map(({ write, found, repeaters }) => ({ found, write: { ...write, repeaters: [...repeaters.values()] } }));
}
