import type { Expression } from '#facts/types.js';
import type { Engine } from '#program/engine.js';
import { forEachPart } from '#program/file-index.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, Frame } from '#program/values.js';
import { callText } from '../call-text.js';
import { siteOfCall } from '../context.js';
import type { Handler, ModelContext } from '../context.js';
import { operationRow } from '../operations.js';
import type { Site } from '../site.js';
import { askedAfter } from './asked.js';
import { chainArguments } from './chain-arguments.js';
import { isLookedForBy } from './looked-for.js';
import { ChangesBelow, isRemoval, tableOf } from './changes.js';
import { Decided } from './decided.js';
import type { Keys } from './keys.js';
import type { Named } from './named-calls.js';
import type { Origin, Origins } from './origins.js';
import { combined } from './origins.js';
import { otherwiseOf } from './only-if-absent.js';
import type { PlaceSources } from './place-sources.js';
import type { Sources } from './sources.js';
import type { WriteEffects } from './write-effect.js';

export interface ClaimParts {
  readonly context: ModelContext;
  readonly named: Named;
  readonly sources: Sources;
  readonly places: PlaceSources;
  readonly origins: Origins;
  readonly effects: WriteEffects;
  readonly keys: Keys;
}

/** What runs after it runs once for each key (`certain`), or probably does: a row was looked for, and nobody says that it is unique. */
export interface Claim {
  readonly is: 'certain' | 'probable';
  readonly text: string;
  readonly site: Site;
  /** It only leaves the function of this activation, or only gives it the answer (`told`): what called it goes on, unless it asks for itself. */
  readonly within?: { readonly frame: Frame; readonly told: boolean };
  /** It takes out what is written after it. */
  readonly replaces?: true;
}

const MAX_CALLERS_UP = 4;
const LOOKS_FOR = /^(?:get|find|fetch|load|look_?up|read|retrieve|select|exists?|has)(?![a-z])/;

/** Recognises calls that claim a key of the request before anything else happens. */
export class ClaimFinder {
  readonly #parts: ClaimParts;
  readonly #found = new Map<CallStep, Claim | undefined>();
  readonly #after = new Map<Claim, Map<CallInstance, Claim | undefined>>();
  readonly #asking = new Map<Expression, { readonly claim: Claim | undefined }>();
  readonly #changes: ChangesBelow;
  readonly #decided: Decided;

  constructor(parts: ClaimParts) {
    this.#parts = parts;
    this.#changes = new ChangesBelow(parts.context, parts.effects);
    this.#decided = new Decided(parts.context, parts.sources, this.#changes);
  }

  of(step: CallStep): Claim | undefined {
    if (!this.#found.has(step)) {
      this.#found.set(step, undefined);
      this.#found.set(step, this.#find(step));
    }
    return this.#found.get(step);
  }

  #find(step: CallStep): Claim | undefined {
    const { call, callee } = step;
    const about = { text: callText(call), site: siteOfCall(call) };
    if (this.#parts.named.claims(callee)?.is === 'check') return this.#isAsked(call) ? { is: 'certain', ...about } : undefined;
    const row = operationRow(this.#parts.context, step);
    if (row === undefined) return this.#parts.context.program.engine.libraries.library(callee.module) === undefined ? this.asking(call) : undefined;
    if (row.effect === 'none') return undefined;
    const otherwise = otherwiseOf(this.#parts.context.program.engine, row, step);
    if (otherwise === 'fails' && this.#isOfRequest(call)) return { is: 'certain', ...about };
    if (otherwise === 'tells' && this.#isArgumentOfRequest(call, 0)) return this.#isAsked(call) ? { is: 'certain', ...about } : undefined;
    const inserted = this.#insertion(step);
    if (inserted !== undefined) return inserted.asks && !this.#isAsked(call) ? undefined : { is: inserted.is, ...about, text: inserted.text };
    if (row.is !== 'statement' && row.is !== 'command') return undefined;
    const taken = isRemoval(step, row, this.#parts.context.program.engine.libraries) && this.#isOfRequest(call) ? this.#taken(call) : undefined;
    if (taken !== undefined) return { is: 'certain', ...about, ...taken };
    if (row.effect === 'write') return undefined;
    if (row.failsWithout?.includes(callee.path.slice(callee.path.lastIndexOf('.') + 1)) === true) return this.#originOf(call) === 'constant' ? undefined : { is: 'probable', ...about };
    if (this.#isUsedUp(call, callee)) return { is: 'probable', ...about };
    const claim = leavingClaim({ is: 'probable', ...about }, call, this.#parts.context.program.engine);
    return claim === undefined || (this.#originOf(call) === 'constant' && !counts(call.expression, call.frame)) ? undefined : claim;
  }

  /** A call whose callee is not in sight, but by whose name something is looked for, and after which the code leaves when it is there. */
  asking(call: CallInstance): Claim | undefined {
    const { callee } = call.expression;
    if (call.expression.is !== 'call' || !LOOKS_FOR.test(callee.is === 'member' || callee.is === 'global' ? callee.name : '')) return undefined;
    let known = this.#asking.get(call.expression);
    if (known === undefined) this.#asking.set(call.expression, (known = { claim: leavingClaim({ is: 'probable', text: callText(call), site: siteOfCall(call) }, call, this.#parts.context.program.engine) }));
    return known.claim;
  }

  /** What a claim made within a function is worth after a call of it: what that call's own function does with the answer. */
  after(claim: Claim, call: CallInstance | undefined): Claim | undefined {
    if (call === undefined) return undefined;
    const known = this.#after.get(claim) ?? new Map<CallInstance, Claim | undefined>();
    this.#after.set(claim, known);
    if (!known.has(call)) known.set(call, leavingClaim(claim, call, this.#parts.context.program.engine));
    return known.get(call);
  }

  #insertion(step: CallStep): { readonly is: Claim['is']; readonly text: string; readonly asks: boolean } | undefined {
    const write = this.#parts.effects.of(step);
    if (write === undefined || write.row.is !== 'statement' || write.row.overwrites === true || write.relative || write.uncertain !== undefined || write.ofClients !== undefined) return undefined;
    const own = this.#parts.keys.of(write).filter(({ names }) => names === 'own');
    const keyed = own.some(({ origin }) => origin.is === 'request' || (origin.is === 'constant' && this.#isOfRequest(step.call)));
    const asks = write.sql?.statement.conflict !== undefined || (write.row.keys ?? []).some((place) => place.includes('chain:') && this.#parts.places.isCalled(write.call, write.callee, place) !== undefined);
    // A unique key that somebody made of what the request brings may be the same the second time.
    const mayBe = own.some(({ isUnique, origin }) => (isUnique === true && origin.is === 'unknown') || (asks && origin.is === 'constant' && this.#originOf(step.call) === 'unknown'));
    return keyed || mayBe ? { is: keyed ? 'certain' : 'probable', text: write.name, asks } : undefined;
  }

  #isOfRequest(call: CallInstance): boolean {
    return this.#originOf(call) === 'request';
  }

  #originOf(call: CallInstance): Origin['is'] {
    return combined(chainArguments(call).flatMap((argument) => this.#originsOf(argument, call.frame))).is;
  }

  // `where((row) => eq(row.id, input.id))`: what it gives.
  #originsOf(argument: Expression, frame: Frame): readonly Origin[] {
    const spot = this.#parts.sources.spot(frame);
    if (argument.is !== 'function') return [this.#parts.origins.of(argument, spot)];
    const inner = this.#parts.sources.spot(this.#parts.context.program.engine.genericIn(frame.unit, argument.index, frame));
    return (frame.unit.index.returns.get(argument.index) ?? []).map((returned) => this.#parts.origins.of(returned, inner));
  }

  /** Something that decides whether a call runs, and that a second run finds changed. */
  inFrontOf(step: CallStep, handler: Handler): Claim | undefined {
    const decision = this.#decided.before(step, handler);
    return decision === undefined ? undefined : { is: 'probable', ...decision };
  }

  /** What says that another attempt follows only where the one before it wrote nothing. */
  refusedBefore(step: CallStep, handler: Handler): Claim | undefined {
    const decision = this.#decided.refused(step, handler);
    return decision === undefined ? undefined : { is: 'probable', ...decision };
  }

  // What a key of the request names is taken out, and nothing goes on where nothing was there: of two runs one finds it.
  #taken(call: CallInstance): Pick<Claim, 'within'> | undefined {
    const { leavesWhenNothing } = askedAfter(call, this.#parts.context.program.engine);
    if (leavesWhenNothing === 'returns') return { within: { frame: call.frame, told: false } };
    return leavesWhenNothing === 'throws' || this.#leavesWhenNothing(call, 0) ? {} : undefined;
  }

  // The row is looked for, nothing goes on without it, and it is taken out, or is no longer what is looked for.
  #isUsedUp(call: CallInstance, callee: CallStep['callee']): boolean {
    if (!/Or(?:Throw|Fail)$/.test(callee.path) && !this.#leavesWhenNothing(call, 0)) return false;
    const changes = this.#changes.around(call.frame);
    return changes !== undefined && (changes.emptied.has(tableOf(call.expression, call.frame, this.#parts.context.program.engine.libraries)) || isLookedForBy(call, changes, this.#parts.context.program.engine.libraries));
  }

  #isArgumentOfRequest(call: CallInstance, position: number): boolean {
    const argument = call.expression.arguments[position];
    return argument !== undefined && this.#parts.origins.of(argument, this.#parts.sources.spot(call.frame)).is === 'request';
  }

  /** Does the code decide by the answer, here or where it is handed to? */
  #isAsked(call: CallInstance, depth = 0): boolean {
    const asked = askedAfter(call, this.#parts.context.program.engine);
    if (asked.decides) return true;
    if (!asked.returned || depth > MAX_CALLERS_UP) return false;
    const callers = this.#parts.sources.callers.of(call.frame);
    return callers.length > 0 && callers.every((caller) => this.#isAsked(caller, depth + 1));
  }

  #leavesWhenNothing(call: CallInstance, depth: number): boolean {
    const asked = askedAfter(call, this.#parts.context.program.engine);
    if (asked.leavesWhenNothing !== undefined) return true;
    if (!asked.returned || depth > MAX_CALLERS_UP) return false;
    const callers = this.#parts.sources.callers.of(call.frame);
    return callers.length > 0 && callers.every((caller) => this.#leavesWhenNothing(caller, depth + 1));
  }
}

function leavingClaim({ is, text, site }: Claim, call: CallInstance, engine: Engine): Claim | undefined {
  const { leavesWhenThere, returned } = askedAfter(call, engine);
  if (leavesWhenThere === 'throws') return { is, text, site };
  if (leavesWhenThere === undefined && !returned) return undefined;
  return { is, text, site, within: { frame: call.frame, told: leavesWhenThere === undefined } };
}

// How many there are is asked of everyone alike.
function counts(expression: Expression, frame: Frame): boolean {
  if (expression.is === 'member' && /^(?:count\w*|exists?|countAll)$/i.test(expression.name)) return true;
  if (expression.is === 'function') return (frame.unit.index.returns.get(expression.index) ?? []).some((returned) => counts(returned, frame));
  let found = false;
  forEachPart(expression, (part) => { found ||= counts(part, frame); });
  return found;
}
