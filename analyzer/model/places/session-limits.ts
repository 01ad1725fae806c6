import { creationOf, isSameThing } from '#program/creations.js';
import { parseDuration } from '#program/duration.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { CallInstance, Value } from '#program/values.js';
import { rowsOf, siteOfCall } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Bound } from '../types.js';
import { walkedOf } from '../walked.js';

/** A statement that tells its session how long statements may take. */
interface Told {
  readonly step: CallStep;
  readonly bound: Bound;
}

const TELLS = /\bset\s+(?:session\s+|local\s+|global\s+)?(?:statement_timeout|max_execution_time|max_statement_time)\s*(?:=|\bto\b)\s*'?\s*([\d.]+\s*(?:ms|s|min|h)?)?/i;

/** Statement limits that sessions are told in SQL: when the pool connects, or in the same function on the same connection. */
export class SessionLimits {
  readonly #context: ModelContext;
  #all: readonly Told[] | undefined;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** The limit that the session of a statement was told; `creation` is the call that made its pool. */
  of(step: CallStep, creation: CallInstance | undefined): Bound | undefined {
    this.#all ??= this.#read();
    return this.#all.find((told) => this.#isBeside(told.step, step) || (creation !== undefined && this.#isOnConnect(told.step, creation)))?.bound;
  }

  #read(): readonly Told[] {
    const found: Told[] = [];
    for (const calls of walkedOf(this.#context).calls.values()) {
      for (const { step } of calls) {
        const row = rowsOf(this.#context, step)?.operations.find(({ is, textAt }) => is === 'statement' && textAt !== undefined);
        if (row?.textAt === undefined) continue;
        for (const value of placeValues(this.#context.program.engine, step.call, step.callee, row.textAt).values) {
          const bound = toldBy(value, step);
          if (bound !== undefined) found.push({ step, bound });
        }
      }
    }
    return found;
  }

  // On the same connection, in the same function.
  #isBeside(told: CallStep, step: CallStep): boolean {
    const { frame } = told.call;
    if (frame.unit !== step.call.frame.unit || frame.function !== step.call.frame.function) return false;
    return told.callee.from !== undefined && step.callee.from !== undefined && isSameThing(this.#context.program.engine, told.callee.from, step.callee.from);
  }

  // `pool.on('connect', (client) => client.query('SET …'))`, or a hook among the options that the pool is made with.
  #isOnConnect({ call: { frame, expression } }: CallStep, creation: CallInstance): boolean {
    const { unit } = frame;
    if (unit === creation.frame.unit && expression.start >= creation.expression.start && expression.end <= creation.expression.end) return true;
    const { engine } = this.#context.program;
    const passed = unit.index.passedTo.get(frame.function);
    if (passed === undefined || passed.call.callee.is !== 'member') return false;
    const event = passed.call.arguments[0];
    if (event?.is !== 'literal' || !engine.libraries.words('connected').has(String(event.value))) return false;
    return engine.evaluate(passed.call.callee.of, engine.generic(unit, passed.by)).values.some((value) => value.is === 'library' && creationOf(engine, value)?.expression === creation.expression);
  }
}

function toldBy(value: Value, step: CallStep): Bound | undefined {
  const text = value.is === 'literal' ? String(value.value) : value.is === 'text' ? value.parts.map((part) => part ?? '').join('') : '';
  const match = TELLS.exec(text);
  if (match === null) return undefined;
  const site = siteOfCall(step.call);
  const given = match[1]?.trim() ?? '';
  const ms = /^[\d.]+$/.test(given) ? Number(given) : parseDuration(given);
  if (ms === undefined || given === '') return { is: 'unknown', because: 'the session is told a limit whose value is not known' };
  return ms === 0 ? undefined : { is: 'bounded', ms, from: { text: 'what the session is told', site, isDefault: false } };
}
