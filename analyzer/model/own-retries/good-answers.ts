import type { Expression } from '#facts/types.js';

/** The first status that tells of a failure. */
const FIRST_BAD = 400;

/** What a test gives for a good answer: true for `response.ok`, false for `status >= 500`; undefined where nobody can tell. */
export function goodWhen(test: Expression): boolean | undefined {
  switch (test.is) {
    case 'cast': return goodWhen(test.of);
    case 'member': return test.name === 'ok' ? true : undefined;
    case 'unary': {
      const of = test.operator === '!' ? goodWhen(test.of) : undefined;
      return of === undefined ? undefined : !of;
    }
    case 'logical': {
      const sides = new Set([goodWhen(test.left), goodWhen(test.right)].filter((side) => side !== undefined));
      return sides.size === 1 ? [...sides][0] : undefined;
    }
    case 'binary': return comparedWith(test);
    default: return undefined;
  }
}

function comparedWith({ operator, left, right }: Extract<Expression, { is: 'binary' }>): boolean | undefined {
  const [status, way] = right.is === 'literal' ? [right.value, operator] : left.is === 'literal' ? [left.value, mirrored(operator)] : [undefined, operator];
  if (typeof status !== 'number') return undefined;
  if (way.startsWith('==')) return status < FIRST_BAD;
  if (way.startsWith('!=')) return status >= FIRST_BAD;
  // `status >= 200` is the beginning of a range of good ones.
  return way.startsWith('<') ? true : way.startsWith('>') && status > 200 ? false : undefined;
}

function mirrored(operator: string): string {
  return operator.startsWith('<') ? operator.replace('<', '>') : operator.startsWith('>') ? operator.replace('>', '<') : operator;
}
