import type { Expression, Statement } from '#facts/types.js';
import { forEachPart } from '#program/file-index.js';
import type { CallInstance, Frame } from '#program/values.js';
import { functionKey, functionOf } from '#program/values.js';
import type { ModelContext, PathLink } from '../context.js';
import { leadsThrough, siteAt, siteOfCall } from '../context.js';
import { framesBelow } from '../entry-points/start-order.js';
import { eachStatement, ownExpressions } from '#program/statements.js';
import type { Site } from '../site.js';
import { walkedOf } from '../walked.js';
import type { Callers } from './callers.js';
import type { Drawn } from './origins.js';
import type { FoundRepeater } from './repeaters.js';

/** Tells what is drawn once for all attempts of a retry from what is drawn in each round. */
export class Rounds {
  readonly #context: ModelContext;
  readonly #callers: Callers;
  readonly #run = new Map<CallInstance, ReadonlySet<string>>();

  constructor(context: ModelContext, callers: Callers) {
    this.#context = context;
    this.#callers = callers;
  }

  /** Drawn in the function that starts the retry, or in one around it: the same in every attempt. One guard stands for all activations. */
  isOutside({ trail, site }: Drawn, { guard, passing }: FoundRepeater): boolean {
    if (guard?.call === undefined) return false;
    if (guard.callee !== undefined && trail !== undefined && this.#isBeside(trail.frame, passing === undefined ? [guard.call] : [guard.call, passing])) return true;
    const outer = new Set([...namesAround(guard.call.frame), ...namesAround(passing?.frame)]);
    let inner: Frame | undefined;
    for (let link = trail; link !== undefined; link = link.outer) {
      const isRetrying = guard.callee === undefined && functionKey(link.frame) === functionKey(guard.call.frame);
      if (outer.has(functionKey(link.frame))) return !isRetrying || !this.#isInRound(guard.call, guard.guard.site, inner === undefined ? site : inner);
      inner = link.frame;
    }
    return false;
  }

  // Whatever a library's retry runs is known: what stands nowhere in it is not made again.
  #isBeside(frame: Frame, calls: readonly CallInstance[]): boolean {
    const below = calls.map((call) => this.#below(call));
    return below.some((names) => names.size > 0) && !below.some((names) => names.has(functionKey(frame)));
  }

  #below(call: CallInstance): ReadonlySet<string> {
    let known = this.#run.get(call);
    if (known === undefined) {
      const given = (walkedOf(this.#context).calls.get(call.expression) ?? []).flatMap(({ step }) => step.within.map(({ body }) => body));
      const entered = this.#callers.entered(call).flatMap(({ frame }) => this.#context.walker.bodies.get(frame) ?? []);
      this.#run.set(call, (known = new Set([...framesBelow([...given, ...entered])].map(functionKey))));
    }
    return known;
  }

  /** Drawn by another caller of what the write shares: its way leads through a call that is not on this path. */
  isElsewhere({ trail }: Drawn, path: PathLink | undefined): boolean {
    for (let link = trail; link?.outer !== undefined; link = link.outer) {
      const outer = functionKey(link.frame);
      const calls = this.#callers.filling(link.outer.frame).map(({ call }) => call).filter(({ frame }) => functionKey(frame) === outer);
      if (calls.length > 0 && !calls.some((call) => leadsThrough(path, siteOfCall(call)))) return true;
    }
    return false;
  }

  // A loop's function also runs what stands before the loop; a function that calls itself only takes its parameters along.
  #isInRound({ frame }: CallInstance, at: Site, drawn: Site | Frame): boolean {
    const { body } = functionOf(frame);
    let round: readonly Statement[] | undefined;
    eachStatement(body, (statement) => {
      if (statement.is === 'loop' && isAt(siteAt(frame, statement.at), at)) round = statement.body;
    });
    const statements = round ?? body;
    let found = false;
    eachStatement(statements, (statement) => ownExpressions(statement).forEach((expression) => this.#visit(expression, frame, (part, by) => {
      if ('at' in part && part.at !== undefined && 'file' in drawn && isAt(siteAt(by, part.at), drawn)) found = true;
      if (!('file' in drawn) && (part.is === 'call' || part.is === 'new') && this.#enters(part, by, drawn)) found = true;
    })));
    return found;
  }

  #enters(part: CallInstance['expression'], by: Frame, drawn: Frame): boolean {
    return this.#callers.entered(this.#context.program.engine.callInstance(part, by)).some(({ target }) => target.unit === drawn.unit && target.index === drawn.function);
  }

  #visit(expression: Expression, frame: Frame, visit: (part: Expression, frame: Frame) => void): void {
    visit(expression, frame);
    if (expression.is === 'function') {
      const inner = this.#context.program.engine.genericIn(frame.unit, expression.index, frame);
      eachStatement(functionOf(inner).body, (statement) => ownExpressions(statement).forEach((part) => this.#visit(part, inner, visit)));
    } else forEachPart(expression, (part) => this.#visit(part, frame, visit));
  }
}

function namesAround(around: Frame | undefined): readonly string[] {
  const names: string[] = [];
  for (let frame = around; frame !== undefined && frame.function !== 0; frame = frame.parent) names.push(functionKey(frame));
  return names;
}

function isAt(a: Site, b: Site): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
