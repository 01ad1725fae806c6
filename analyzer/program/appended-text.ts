import type { Binding, Expression, Statement } from '#facts/types.js';
import { sumOf } from './arithmetic.js';
import { answerOf } from './dead-arms.js';
import type { Engine } from './engine.js';
import { forEachPart } from './file-index.js';
import { testsAround } from './tests-around.js';
import { functionOf } from './values.js';
import type { Frame, ValueSet } from './values.js';

/** Appended so often at most; each that may or may not be makes twice as many texts. */
const MAX_APPENDED = 4;

/** What a name is that was put together in one function and is read behind that: `let route = '/' + path; if (byId) route += '/:id'; return route;`. Undefined for any other. */
export function appendedText(engine: Engine, holder: Frame, { kind, owner, values }: Binding, index: number): ValueSet | undefined {
  const [first, ...appended] = values;
  if (kind !== 'let' || first === undefined || first.operator !== undefined || appended.length === 0 || appended.length > MAX_APPENDED) return undefined;
  if (values.some(({ by }) => by !== owner) || appended.some(({ operator }) => operator !== '+=')) return undefined;
  const { body } = functionOf(holder);
  if (!isPutTogether(body, index, appended.map(({ value }) => value))) return undefined;
  return appended.reduce((text, { value }) => {
    const longer = sumOf(engine, text, engine.evaluate(value, holder));
    const answers = testsAround(body, value).map(({ test, when, stands }) => (stands === 'after' ? undefined : answerOf(engine, test, holder) === undefined ? undefined : answerOf(engine, test, holder) === when));
    if (answers.includes(false)) return text;
    return answers.includes(undefined) ? engine.table.union([text, longer]) : longer;
  }, engine.evaluate(first.value, holder));
}

/** Does every part stand in no loop, and is the name read only behind the last of them? */
function isPutTogether(body: readonly Statement[], index: number, parts: readonly Expression[]): boolean {
  let left = parts.length;
  let early = false;
  const look = (expression: Expression): void => {
    if (expression.is === 'assign' && parts.includes(expression.value)) {
      look(expression.value);
      left -= 1;
    } else if (expression.is === 'function' ? left > 0 : expression.is === 'variable' && expression.binding === index && left > 0) early = true;
    else forEachPart(expression, look);
  };
  const read = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      switch (statement.is) {
        case 'expression': case 'declare': case 'throw': look(statement.value); break;
        case 'return': if (statement.value !== undefined) look(statement.value); break;
        case 'if': look(statement.test); read(statement.then); read(statement.else); break;
        // What stands in another kind of block is not followed.
        default: early ||= left > 0;
      }
    }
  };
  read(body);
  return left === 0 && !early;
}
