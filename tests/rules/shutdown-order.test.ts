import { expect, test } from 'vitest';
import type { TeardownEvent } from '#model/types.js';
import rule from '#rules/shutdown-order.js';
import { at, traceOf, verdictsOf } from '../support/service-models.js';

const site = at('src/server.ts:20');
const trace = traceOf('SIGTERM', 2);
const judge = (...teardown: TeardownEvent[]) => verdictsOf(rule, { teardown });

test('no handler is violated at listen', () => {
  expect(judge({ is: 'no-handler', site, what: 'the Express server' })).toEqual([
    {
      verdict: 'violated',
      site,
      message: 'Nothing handles SIGTERM, so the Express server stops with work in flight',
      remedy: 'Handle SIGTERM: stop accepting, let work in flight finish, then close what it uses',
      trace: [],
    },
  ]);
});

test('an early exit is violated at the exit', () => {
  expect(judge({ is: 'exit-early', site, what: 'the pg Pool', trace })).toMatchObject([
    { verdict: 'violated', message: 'The process exits before the pg Pool has finished closing', remedy: 'Exit after the pg Pool has finished closing', trace },
  ]);
});

test('a wrong order is violated at the close, with the dependent as related place', () => {
  const event: TeardownEvent = { is: 'wrong-order', site, closed: 'the pg Pool', dependent: 'the Express server', concurrent: false, dependentSite: at('src/server.ts:30'), trace };
  expect(judge(event)).toMatchObject([
    {
      message: 'the pg Pool is closed before the Express server, which still uses it',
      remedy: 'Close the pg Pool after the Express server has finished closing',
      related: [{ site: at('src/server.ts:30'), text: 'the Express server uses the pg Pool' }],
      trace,
    },
  ]);
  expect(judge({ ...event, gathers: true })).toMatchObject([{ severity: 'warn', holdsItself: true, consequence: 'What the last requests and jobs give it is lost at every deployment.' }]);
  expect(judge({ ...event, concurrent: true })).toMatchObject([{ message: 'the pg Pool is closed at the same time as the Express server, which still uses it' }]);
});

test('a close that nobody awaits is violated', () => {
  expect(judge({ is: 'not-awaited', site, closed: 'the pg Pool', trace })).toMatchObject([{ message: 'Nothing waits until the pg Pool is closed', remedy: 'Await the close of the pg Pool' }]);
});

test('what is never closed: a server is an error, a resource a warning', () => {
  const [server, pool] = judge({ is: 'never-closed', site, what: 'the metrics server', server: true }, { is: 'never-closed', site: at('src/db.ts:3'), what: 'the pg Pool', server: false });
  expect(server).toMatchObject({ message: 'the metrics server is never closed, so it takes requests until the process ends' });
  expect(server).not.toHaveProperty('severity');
  expect(pool).toMatchObject({ message: 'the pg Pool is opened here and never closed', severity: 'warn' });
});

test('no deadline is violated at the registration', () => {
  expect(judge({ is: 'no-deadline', site, what: 'the shutdown on SIGTERM' })).toMatchObject([
    { message: 'the shutdown on SIGTERM has no deadline, so one close that hangs holds the process until it is killed' },
  ]);
});

test('what is closed in its turn and a deadline are satisfied', () => {
  expect(judge({ is: 'closed', site: at('src/db.ts:3'), what: 'the pg Pool', closeSite: at('src/server.ts:24') }, { is: 'deadline', site, what: 'the timer of 10 s' })).toMatchObject([
    { verdict: 'satisfied', evidence: 'the pg Pool is closed in its turn at src/server.ts:24', related: [{ text: 'the pg Pool is closed' }] },
    { verdict: 'satisfied', evidence: 'the timer of 10 s ends the shutdown in time (src/server.ts:20)' },
  ]);
});

test('what could not be resolved is unproven', () => {
  expect(judge({ is: 'unknown', site, because: 'the handler comes from an unknown package' })).toEqual([{ verdict: 'unproven', site, because: 'the handler comes from an unknown package' }]);
});

test('one place tells only what stands first in the order', () => {
  const verdicts = judge(
    { is: 'no-deadline', site, what: 'the shutdown' },
    { is: 'closed', site, what: 'the pg Pool', closeSite: site },
    { is: 'not-awaited', site, closed: 'the pg Pool', trace },
    { is: 'wrong-order', site, closed: 'the pg Pool', dependent: 'the worker', concurrent: false, dependentSite: site, trace },
    { is: 'wrong-order', site, closed: 'the pg Pool', dependent: 'the server', concurrent: false, dependentSite: site, trace: traceOf('SIGTERM', 1) },
  );
  expect(verdicts).toHaveLength(1);
  expect(verdicts[0]).toMatchObject({ message: 'the pg Pool is closed before the server, which still uses it', related: [{ text: 'the server uses the pg Pool' }, { text: 'the worker uses the pg Pool' }] });
});
