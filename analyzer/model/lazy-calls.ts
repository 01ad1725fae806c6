import type { Expression, FunctionFacts } from '#facts/types.js';
import { PROMISE_METHODS } from '#program/invoke.js';
import type { CallStep } from '#program/steps.js';
import { functionOf } from '#program/values.js';
import { takesFunction } from './answers.js';
import type { ModelContext } from './context.js';
import { eachStatement } from '#program/statements.js';

/** Calls of a function whose results nobody takes, each with the calls that the same statement chains on to it. */
type Dropped = ReadonlyMap<Expression, readonly Chained[]>;
type Chained = Extract<Expression, { is: 'call' | 'new' }>;

const DROPPED = new WeakMap<FunctionFacts, Dropped>();

/** A lazy call at which a statement of its own ends is never sent: nobody awaits the chain, goes on from it, hands it a function or sends it by a method. */
export function isNeverSent(context: ModelContext, { call, callee }: CallStep): boolean {
  const { libraries } = context.program.engine;
  const dropped = droppedIn(functionOf(call.frame));
  const later = dropped.get(call.expression);
  if (later === undefined) return false;
  const sending = libraries.library(callee.module)?.sentBy ?? [];
  if ([call.expression, ...later].some(takesFunction)) return false;
  if (later.some(({ callee: link }) => link.is === 'member' && (PROMISE_METHODS.has(link.name) || sending.includes(link.name)))) return false;
  // A builder kept elsewhere is changed here and may be sent there.
  for (let value = callee.from; value?.from !== undefined; value = value.from) {
    const { call: made } = value;
    const isLazy = made !== undefined && libraries.rows(value.from.module, value.from.path)?.operations.some((row) => row.lazy === true) === true;
    if (isLazy && dropped.get(made.expression)?.includes(call.expression) !== true) return false;
  }
  return true;
}

function droppedIn(facts: FunctionFacts): Dropped {
  const known = DROPPED.get(facts);
  if (known !== undefined) return known;
  const dropped = new Map<Expression, readonly Chained[]>();
  eachStatement(facts.body, (statement) => {
    if (statement.is === 'expression') for (const end of endsOf(statement.value)) addChain(end, dropped);
  });
  DROPPED.set(facts, dropped);
  return dropped;
}

// What a statement gives that is one of several things.
function endsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'cast': return endsOf(expression.of);
    case 'unary': return expression.operator === 'void' ? endsOf(expression.of) : [];
    case 'logical': return endsOf(expression.right);
    case 'conditional': return [...endsOf(expression.then), ...endsOf(expression.else)];
    case 'sequence': return expression.all.flatMap(endsOf);
    default: return [expression];
  }
}

function addChain(end: Expression, dropped: Map<Expression, readonly Chained[]>): void {
  const later: Chained[] = [];
  for (let link: Expression | undefined = end; link?.is === 'call' || link?.is === 'new';) {
    dropped.set(link, [...later]);
    later.push(link);
    link = link.callee.is === 'member' ? link.callee.of : undefined;
    while (link?.is === 'cast') link = link.of;
  }
}
