import type { CallInstance, Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { framesBelow } from '../entry-points/start-order.js';
import { siteAt, siteOfCall } from '../context.js';
import { callText } from '../call-text.js';
import { operationRow } from '../operations.js';
import type { Site } from '../site.js';
import type { CallStep } from '#program/steps.js';
import { sameAsLast } from './looked-for.js';
import { neverTaken } from './never-taken.js';
import { errorNames, missingBy, saidByError } from './absence.js';
import type { ErrorNames } from './absence.js';
import { ChangedState, placeOf } from './changed-state.js';
import { tableOf } from './changes.js';
import type { Changes, ChangesBelow } from './changes.js';
import type { Sources } from './sources.js';
import { testsAround } from '#program/tests-around.js';
import type { DecidingTest, Wanted } from '#program/tests-around.js';

/** A test in front of something that the second run most likely answers differently. */
export interface Decision {
  readonly text: string;
  readonly site: Site;
  /** What was there is taken out first. */
  readonly replaces?: true;
}

/** What a handler gets to, and what was found out below it. */
interface Reached {
  readonly handler: Handler;
  /** Read when somebody asks. */
  frames: ReadonlySet<Frame> | undefined;
  readonly known: Map<CallInstance, Decision | undefined>;
}

const MAX_CALLERS = 3;
const MAX_AROUND = 6;

/** Finds what decides whether a call runs: something looked for and not found, a state that the code itself changes. */
export class Decided {
  readonly #context: ModelContext;
  readonly #sources: Sources;
  readonly #changes: ChangesBelow;
  readonly #state: ChangedState;
  readonly #errors: ErrorNames;
  readonly #reached = new Map<Handler, Reached>();

  constructor(context: ModelContext, sources: Sources, changes: ChangesBelow) {
    this.#context = context;
    this.#sources = sources;
    this.#changes = changes;
    this.#state = new ChangedState(context, sources);
    this.#errors = errorNames(context.program.engine.libraries.libraries);
  }

  /** The decision in front of a step, where it stands or around the calls that lead there from a handler. */
  before(step: CallStep, handler: Handler): Decision | undefined {
    const reached = this.#reachedFrom(handler);
    return this.#by(step.call, reached, 0) ?? this.#replaced(step.call, step, reached, 0) ?? this.refused(step, handler);
  }

  // A transaction that takes out the old rows and puts in new ones.
  #replaced({ frame }: CallInstance, step: CallStep, reached: Reached, depth: number): Decision | undefined {
    const around = outermost(frame);
    const removal = this.#changes.around(frame)?.replacing.get(step.call.expression);
    if (removal !== undefined) return { text: callText(removal), site: siteOfCall(removal), replaces: true };
    const found = depth < MAX_CALLERS ? this.#callersOf(around, reached).map((caller) => this.#replaced(caller, step, reached, depth + 1)) : [];
    return found.every((decision) => decision !== undefined) ? found[0] : undefined;
  }

  /** The test of an error in front of another attempt at a step: it is made only where the first was refused. */
  refused(step: CallStep, handler: Handler): Decision | undefined {
    return operationRow(this.#context, step)?.is === 'statement' ? this.#saidByError(step.call, this.#reachedFrom(handler), 0) : undefined;
  }

  #reachedFrom(handler: Handler): Reached {
    let reached = this.#reached.get(handler);
    if (reached === undefined) this.#reached.set(handler, (reached = { handler, frames: undefined, known: new Map() }));
    return reached;
  }

  #by(call: CallInstance, reached: Reached, depth: number): Decision | undefined {
    if (reached.known.has(call)) return reached.known.get(call);
    reached.known.set(call, undefined);
    const found = this.#here(call) ?? (depth < MAX_CALLERS ? this.#byCallers(call.frame, reached, depth) : undefined);
    reached.known.set(call, found);
    return found;
  }

  #saidByError({ expression, frame }: CallInstance, reached: Reached, depth: number): Decision | undefined {
    for (const test of testsAround(functionOf(frame).body, expression)) {
      const name = saidByError(test, frame, this.#errors);
      if (name !== undefined) return { text: name, site: siteAt(frame, placeOf(test.test) ?? expression.at) };
    }
    const found = depth < MAX_CALLERS ? this.#callersOf(frame, reached).map((caller) => this.#saidByError(caller, reached, depth + 1)) : [];
    return found.every((decision) => decision !== undefined) ? found[0] : undefined;
  }

  #byCallers(frame: Frame, reached: Reached, depth: number): Decision | undefined {
    const found = this.#callersOf(outermost(frame), reached).map((caller) => this.#by(caller, reached, depth + 1));
    return found.length > 0 && found.every((decision) => decision !== undefined) ? found[0] : undefined;
  }

  // Those that the handler gets to, where any of them is known to be.
  #callersOf(frame: Frame, reached: Reached): readonly CallInstance[] {
    const callers = this.#sources.callers.of(frame);
    if (callers.length < 2) return callers;
    const frames = (reached.frames ??= framesBelow(reached.handler.bodies.map(({ body }) => body)));
    const here = callers.filter((caller) => frames.has(caller.frame));
    return here.length > 0 ? here : callers;
  }

  // Functions within functions: what stands around the inner one stands around what it calls.
  #here({ expression, frame }: CallInstance): Decision | undefined {
    let wanted: Wanted = expression;
    let holder: Frame | undefined = frame;
    const changed = this.#changes.around(frame);
    for (let around = 0; holder !== undefined && holder.function !== 0 && around < MAX_AROUND; around += 1) {
      for (const test of [...testsAround(functionOf(holder).body, wanted)].reverse()) {
        const found = this.#saysOtherwise(test, holder, changed);
        if (found !== undefined) return { text: found, site: siteAt(holder, placeOf(test.test) ?? expression.at) };
      }
      wanted = { function: holder.function };
      holder = holder.parent;
    }
    return undefined;
  }

  #saysOtherwise(deciding: DecidingTest, frame: Frame, changed: Changes | undefined): string | undefined {
    const { test, when } = deciding;
    const found = neverTaken(this.#context.program.engine, deciding, frame) ?? this.#missing(deciding, frame, changed)
      ?? (changed === undefined ? undefined : this.#state.in(test, when, frame, changed.names) ?? sameAsLast(deciding, frame, changed, this.#sources, this.#context.program.engine.libraries));
    if (found !== undefined || test.is !== 'logical' || test.operator === '??') return found;
    const sides = [test.left, test.right].map((side) => this.#saysOtherwise({ ...deciding, test: side }, frame, changed));
    // One of them is enough where both have to hold.
    return (test.operator === '&&') === when ? sides.find((side) => side !== undefined) : sides.every((side) => side !== undefined) ? sides[0] : undefined;
  }

  // What was looked for is what gets made; where it says of what, that has to be the same.
  #missing(test: DecidingTest, frame: Frame, changed: Changes | undefined): string | undefined {
    const missing = missingBy(test, frame);
    if (missing === undefined || missing.answers.length === 0 || changed === undefined) return missing?.name;
    const spot = this.#sources.spot(frame);
    const tables = missing.answers.flatMap((answer) => this.#sources.of(answer, spot)).flatMap((source) =>
      (source.is === 'expression' && source.expression.is === 'call' ? [tableOf(source.expression, source.spot.frame, this.#context.program.engine.libraries)] : [])).filter((table) => table !== '');
    return tables.length === 0 || changed.filled.size === 0 || tables.some((table) => changed.filled.has(table)) ? missing.name : undefined;
  }
}

/** The activation of the function that all others around a place stand in. */
export function outermost(frame: Frame): Frame {
  let holder = frame;
  while (holder.parent !== undefined && holder.parent.function !== 0 && holder.parent.unit === holder.unit) holder = holder.parent;
  return holder;
}
