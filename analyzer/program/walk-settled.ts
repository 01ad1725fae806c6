import type { Awaited, Body, Step } from './steps.js';
import type { CallInstance, Value, ValueSet } from './values.js';
import { runsOf } from './walk-calls.js';
import type { Walker } from './walker.js';

interface Settled {
  readonly call: CallInstance;
  readonly of: Value;
  readonly name: string;
  readonly given: readonly ValueSet[];
}

/** What a promise does when it settles: the functions of `then`, `catch` and `finally`. */
export function walkSettled(walker: Walker, { call, of, name, given }: Settled, out: Step[], awaited: Awaited): void {
  const { table } = walker.engine;
  const settled = [name === 'then' ? [table.only(of)] : [table.unknown('what was thrown')], [table.unknown('what was thrown')]];
  const [fulfilled = [], rejected = []] = given.slice(0, 2).map((set, position) =>
    runsOf(walker, set, position, settled[position] ?? [], call).map(({ body }) => body).filter((body) => body.steps.length > 0));
  const enter = (body: Body) => out.push({ is: 'enter', call, body, awaited, recursive: false, frame: call.frame, at: call.expression.at });
  const oneOf = (arms: readonly Body[], frame: Body['frame']) => enter({ frame, steps: [{ is: 'branch', arms, call }] });
  // `then(show, fail)`: one of both runs.
  if (fulfilled.length > 0 && rejected.length > 0) oneOf([...fulfilled, ...rejected], call.frame);
  else if (name === 'catch') for (const body of fulfilled) oneOf([body, { frame: call.frame, steps: [] }], body.frame);
  else for (const body of [...fulfilled, ...rejected]) enter(body);
}
