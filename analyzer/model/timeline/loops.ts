import type { LoopStatement } from '#facts/types.js';
import type { Body, Step } from '#program/steps.js';
import { siteAt } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Site } from '../site.js';
import type { Guard } from '../types.js';
import { countedRounds } from './counted-rounds.js';
import type { Rounds } from './counted-rounds.js';
import { limited, unknownTimes } from './guarded.js';
import { roundsOfMethod } from './list-methods.js';
import { falling, mapped, NOTHING, Sequencer, starting } from './outcome.js';
import type { Outcome } from './outcome.js';
import { blockOf } from './read-body.js';
import type { BodyReader, Reading } from './read-body.js';
import { around, EMPTY, isEmpty, parallelOf, sequenceOf } from './spans.js';
import type { Span } from './spans.js';
import { timedRounds } from './timed-rounds.js';

type LoopStep = Extract<Step, { is: 'loop' }>;

/** Rounds that are read one by one; more of them are one round so many times. */
const MAX_ROUNDS = 16;

/** What a loop takes: its rounds one after the other, or all at once where it only starts them. */
export function loopOutcome(reader: BodyReader, step: LoopStep, reading: Reading): Outcome {
  if (step.statement === undefined) {
    const once = reader.of(step.body, reading);
    return isEmpty(once.total) ? NOTHING : falling(methodSpan(reader, step, once.total));
  }
  const once = reader.of(step.body, blockOf(reading));
  // What each round only starts and somebody waits for behind the loop runs at once.
  return starting(isEmpty(once.total) ? NOTHING : roundsOutcome(reader, { ...step, statement: step.statement }, once, reading), once.started);
}

function roundsOutcome(reader: BodyReader, step: LoopStep & { readonly statement: LoopStatement }, once: Outcome, reading: Reading): Outcome {
  const site = siteAt(step.frame, step.at);
  const rounds = countedRounds(reader.context, step.statement, step.frame);
  if (rounds === undefined) return falling(untilTime(timedRounds(reader.context, step.statement, step.frame), once.total, site));
  const count = { is: 'bounded' as const, ms: rounds.count, from: { text: 'the loop', site, isDefault: false } };
  const guard: Guard = { is: 'retry', name: 'the loop', site, attempts: count };
  if (rounds.count > MAX_ROUNDS) {
    return falling(around(once.total, (inner) => ({ is: 'repeated', guard, times: count, delays: { ...count, ms: 0 }, site, inner })));
  }
  const sequence = new Sequencer();
  for (let round = 0; round < rounds.count && !sequence.isDead; round += 1) {
    const outcome = reader.of(bodyOfRound(reader.context, step, rounds, round), blockOf(reading));
    sequence.add(hasTry(step.statement) ? mapped(outcome, (span) => limited(guard, span)) : outcome);
  }
  return sequence.finish('block');
}

// By the clock: when its time is over, the round that has begun is the last.
function untilTime(ms: number | undefined, once: Span, site: Site): Span {
  const because = 'how many rounds the loop makes is not known';
  if (ms === undefined) return unknownTimes(once, site, because);
  const bound = { is: 'bounded' as const, ms, from: { text: 'the clock', site, isDefault: false } };
  return around(once, (inner) => ({ is: 'repeated', guard: { is: 'retry', name: 'the loop', site, bound }, times: { is: 'unknown', because }, delays: { ...bound, ms: 0 }, site, inner }));
}

function methodSpan(reader: BodyReader, { form, count, each, frame, at }: LoopStep, once: Span): Span {
  const rounds = roundsOfMethod(form);
  if (rounds === 'unnoticed') return EMPTY;
  const arms = (each ?? []).map((body) => reader.of(body).total);
  const known = count !== undefined && arms.length === count;
  if (rounds === 'at once') return arms.length > 1 ? parallelOf('all', arms) : once;
  return known ? sequenceOf(arms) : unknownTimes(once, siteAt(frame, at), `how often ${form} runs it is not known`);
}

function bodyOfRound(context: ModelContext, step: LoopStep, { binding, first, step: added }: Rounds, round: number): Body {
  const { engine } = context.program;
  const frame = engine.fix(step.frame, new Map([[binding, engine.table.literal(first + round * added)]]));
  return context.walker.block(step.statement?.body ?? [], frame);
}

function hasTry({ body }: LoopStatement): boolean {
  return body.some(({ is }) => is === 'try');
}
