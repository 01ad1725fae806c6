import type { Expression } from '#facts/types.js';

type Answer = boolean | undefined;

/** What a test gives by what its parts give: through casts, `!`, `&&` and `||`. Undefined where they do not decide it. */
export function answerByParts(test: Expression, partOf: (part: Expression) => Answer): Answer {
  if (test.is === 'cast') return answerByParts(test.of, partOf);
  if (test.is === 'unary' && test.operator === '!') return negated(answerByParts(test.of, partOf));
  if (test.is !== 'logical' || test.operator === '??') return partOf(test);
  const decides = test.operator === '||';
  const sides = [answerByParts(test.left, partOf), answerByParts(test.right, partOf)];
  // `unknown && false` is as false as `false && unknown`.
  if (sides.includes(decides)) return decides;
  return sides.includes(undefined) ? undefined : !decides;
}

function negated(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
