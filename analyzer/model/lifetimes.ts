import type { Expression, Statement } from '#facts/types.js';
import { callsInSight } from '#program/callers.js';
import { isMadeOf } from '#program/composed.js';
import type { Question } from '#program/questions.js';
import type { CallInstance, Frame, InstanceValue, Unit } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from './context.js';
import { startedFrames } from './started-frames.js';
import { madeFrom } from './own-breakers/constructions.js';
import { containsPart, eachExpression, eachPart, innerStatements, ownExpressions } from '#program/statements.js';
import { sameTarget } from '#program/lazy-values.js';
import { isScoped } from './scoped-classes.js';

interface ElementAssignment {
  readonly by: number;
  readonly of: Expression;
  readonly value: Expression;
}

const elementAssignments: Question<readonly ElementAssignment[]> = ({ facts }) => facts.functions.flatMap(({ body }, by) => {
  const found: ElementAssignment[] = [];
  eachExpression(body, (part) => {
    if (part.is === 'assign' && part.target.is === 'element') found.push({ by, of: part.target.of, value: part.value });
  });
  return found;
});

/** Tells how long something lives that a call makes: for one request, or for the process. */
export class Lifetimes {
  readonly #context: ModelContext;

  constructor(context: ModelContext) {
    this.#context = context;
  }

  /** Why what a call makes outlives the request that makes it; undefined where nothing keeps it. */
  keptBy(call: CallInstance): string | undefined {
    return keptInPlace(call) ?? this.#keptInCollection(call);
  }

  /** Does an activation belong to requests alone? The constructor of what lives for the process does not. */
  runsInRequests(frame: Frame, depth: number): boolean {
    if (startedFrames(this.#context).has(frame)) return false;
    const { kind } = functionOf(frame);
    if (kind === 'module' || kind === 'namespace') return false;
    if ((kind === 'constructor' || kind === 'initializer') && frame.self?.is === 'instance') return depth < MAX_DEPTH && this.#isPerRequest(frame.self, depth);
    return true;
  }

  /** Does what an activation makes live as long as an instance that outlives requests: is it a part of that one's construction? */
  livesInInstance(frame: Frame, depth = 0): boolean {
    const { kind } = functionOf(frame);
    if (kind === 'constructor' || kind === 'initializer') {
      const made = this.#madeIn(frame);
      return made.length > 0 && !made.some((instance) => this.#isPerRequest(instance, depth));
    }
    const { parent } = frame;
    return parent !== undefined && depth < MAX_DEPTH && this.#isPartOf(frame, parent) && this.livesInInstance(parent, depth + 1);
  }

  // A closure's picture of its constructor may not say for which instance that runs.
  #madeIn(frame: Frame): readonly InstanceValue[] {
    const { self, unit } = frame;
    if (self?.is === 'instance') return [self];
    const { class: owner } = functionOf(frame);
    return [...this.#context.program.engine.constructions.keys()].filter((instance) => instance.class.unit === unit && instance.class.index === owner);
  }

  // The function around it calls it, and nobody else.
  #isPartOf(frame: Frame, parent: Frame): boolean {
    const calls = callsInSight(this.#context.program.engine, frame) ?? [];
    return calls.length > 0 && calls.every(({ call }) => call.frame.unit === parent.unit && call.frame.function === parent.function);
  }

  // Nobody in sight makes it: a container does, once.
  #isPerRequest(instance: InstanceValue, depth: number): boolean {
    const calls = [...(this.#context.program.engine.constructions.get(instance) ?? [])];
    if (calls.length === 0) return isScoped(this.#context.program.engine, instance.class);
    return calls.every((call) => this.runsInRequests(call.frame, depth + 1) && this.keptBy(call) === undefined);
  }

  /** Does an activation construct something that a container makes for each request? */
  isMadeForRequests(frame: Frame): boolean {
    const { kind } = functionOf(frame);
    return (kind === 'constructor' || kind === 'initializer') && this.#madeIn(frame).some((instance) => isScoped(this.#context.program.engine, instance.class));
  }

  /** `breakers.set(key, made)`, `cache[key] = made`, wherever the made thing gets to. */
  #keptInCollection(call: CallInstance): string | undefined {
    const { engine } = this.#context.program;
    const gives = (expression: Expression, unit: Unit, by: number): boolean => engine.evaluate(expression, engine.generic(unit, by)).values.some((value) => {
      if (value.is === 'library') return isMadeOf(engine, value, call);
      if (value.is === 'function') return expression === call.expression || madeFrom(this.#context, expression, unit, 0, 'call') === call.expression;
      if (value.is !== 'instance' || ![...(engine.constructions.get(value) ?? [])].some((made) => made.expression === call.expression)) return false;
      // Instances made alike are one value: where it is written decides.
      return (madeFrom(this.#context, expression, unit) ?? call.expression) === call.expression;
    });
    for (const { unit, site } of engine.callsNamed('set')) {
      const { callee, arguments: given } = site.call;
      const value = given[given.length - 1];
      if (callee.is !== 'member' || value === undefined || given.length < 2 || !outlives(callee.of, unit, site.by)) continue;
      if (gives(value, unit, site.by)) return 'it is kept in a map';
    }
    for (const unit of this.#context.program.units.values()) {
      for (const { by, of, value } of unit.ask(elementAssignments)) if (outlives(of, unit, by) && gives(value, unit, by)) return 'it is kept under a key';
    }
    return undefined;
  }
}

const MAX_DEPTH = 4;

/** A collection that is not the function's own, or was found in one that is not. */
function outlives(of: Expression, unit: Unit, by: number, depth = 0): boolean {
  if (of.is === 'member') return outlives(of.of, unit, by, depth);
  // What no scope of the file declares is the process's: `globalThis`, `global`.
  if (of.is === 'this' || of.is === 'global') return true;
  if (of.is !== 'variable') return of.is === 'call';
  const binding = unit.facts.bindings[of.binding];
  if (binding === undefined || binding.kind === 'parameter') return false;
  if (binding.owner !== by || by === 0 || binding.from !== undefined) return true;
  return depth < MAX_DEPTH && binding.values.some(({ value }) => isEntry(value, unit, by, depth + 1));
}

/** `all.get(key)`, `all[key]`, with or without something in its place where there is none. */
function isEntry(value: Expression, unit: Unit, by: number, depth: number): boolean {
  if (value.is === 'cast') return isEntry(value.of, unit, by, depth);
  if (value.is === 'logical') return isEntry(value.left, unit, by, depth);
  if (value.is === 'assign') return isEntry(value.target, unit, by, depth);
  if (value.is === 'element') return outlives(value.of, unit, by, depth);
  return value.is === 'call' && value.callee.is === 'member' && value.callee.name === 'get' && outlives(value.callee.of, unit, by, depth);
}

/** `x ??= made`, `if (!x) x = made` where `x` is not the function's own. */
function keptInPlace({ expression, frame }: CallInstance): string | undefined {
  const target = targetOf(functionOf(frame).body, expression, []);
  if (target === undefined || !outlives(target, frame.unit, frame.function)) return undefined;
  return 'it is kept once it is made';
}

function targetOf(statements: readonly Statement[], made: Expression, tests: readonly Expression[]): Expression | undefined {
  for (const statement of statements) {
    for (const own of ownExpressions(statement)) {
      let found: Expression | undefined;
      eachPart(own, (part) => {
        if (part.is !== 'assign' || !containsPart(part.value, made)) return;
        if (part.operator === '??=' || part.operator === '||=' || tests.some((test) => holdsTarget(test, part.target))) found = part.target;
      });
      if (found !== undefined) return found;
    }
    const inner = targetOf(innerStatements(statement), made, statement.is === 'if' ? [...tests, statement.test] : tests);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function holdsTarget(test: Expression, target: Expression): boolean {
  let found = false;
  eachPart(test, (part) => {
    if (sameTarget(part, target)) found = true;
  });
  return found;
}
