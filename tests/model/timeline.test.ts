import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { buildModel } from '#model/build-model.js';
import { choiceOf } from '#model/timeline/choice.js';
import { Layout } from '#model/timeline/layout.js';
import { Measure } from '#model/timeline/measure.js';
import { withRest } from '#model/timeline/rest.js';
import { EMPTY, parallelOf, sequenceOf } from '#model/timeline/spans.js';
import type { Span } from '#model/timeline/spans.js';
import type { Bound, Guard } from '#model/types.js';
import { realAnalysis } from '../support/analysis.js';
import { linkText } from '../support/link-text.js';
import { FIXTURES } from '../support/scenarios.js';
import { at, bounded, unbounded, unknown } from '../support/service-models.js';

let line = 0;

function wait(bound: Bound | number, signal?: { readonly made: object; readonly bound: Extract<Bound, { is: 'bounded' }> }): Span {
  const total = typeof bound === 'number' ? bounded(bound) : bound;
  line += 1;
  return { is: 'wait', wait: { layer: 'outbound', operation: 'call', site: at(`src/a.ts:${line}`), on: undefined, attempts: bounded(1), perAttempt: total, delays: bounded(0), total, signal } };
}

const limitedBy = (ms: Bound, inner: Span): Span => ({ is: 'limited', guard: { is: 'timeout', name: 'timer', site: at('src/a.ts:1'), bound: ms }, inner });
const repeated = (times: Bound, delays: number, inner: Span, guard?: Guard): Span => ({ is: 'repeated', guard, times, delays: bounded(delays), site: at('src/a.ts:1'), inner });

function timeOf(span: Span): number | string {
  const time = new Measure().of(span);
  return typeof time === 'number' ? time : time.is;
}

describe('the time of a span', () => {
  const signal = { made: {}, bound: bounded(1000) as Extract<Bound, { is: 'bounded' }> };
  const shared = (inner: Span): Span => ({ is: 'shared', signal: signal.made, inner });
  it.each<[string, Span, number | string]>([
    ['nothing', EMPTY, 0],
    ['one after the other', sequenceOf([wait(100), wait(200)]), 300],
    ['all at once', parallelOf('all', [wait(100), wait(200)]), 200],
    ['whoever is first', parallelOf('race', [wait(100), wait(200)]), 100],
    ['first of one without an end and one with', parallelOf('race', [wait(unbounded('axios')), wait(200)]), 200],
    ['one of several', choiceOf([wait(100), wait(200)]), 200],
    ['a wrapper that ends first', limitedBy(bounded(50), wait(100)), 50],
    ['a wrapper that ends last', limitedBy(bounded(500), wait(100)), 100],
    ['a wrapper around something without an end', limitedBy(bounded(500), wait(unbounded('axios'))), 500],
    ['a wrapper that nobody knows', limitedBy(unknown('a setting'), wait(unbounded('axios'))), 'unknown'],
    ['attempts and delays', repeated(bounded(3), 300, wait(1000)), 3300],
    ['attempts of nothing', repeated(bounded(3), 300, EMPTY), 0],
    ['attempts nobody can count', repeated(unknown('a list'), 0, wait(1000)), 'unknown'],
    ['attempts that start no more after a time', repeated(bounded(5), 400, wait(1000), { is: 'retry', name: 'retry', site: at('src/a.ts:1'), bound: bounded(1500) }), 2500],
    ['what has no end among what nobody knows', sequenceOf([wait(unknown('a setting')), wait(unbounded('axios'))]), 'unbounded'],
    ['a shared deadline', shared(sequenceOf([wait(1000, signal), wait(1000, signal)])), 1000],
    ['a shared deadline and something besides', shared(sequenceOf([wait(1000, signal), wait(300), wait(1000, signal)])), 1300],
    ['a shared deadline of calls that end before it', shared(sequenceOf([wait(300, signal), wait(400, signal)])), 700],
    ['a shared deadline of calls that together end after it', shared(sequenceOf([wait(600, signal), wait(700, signal)])), 1000],
    ['a shared deadline of attempts with delays between them', shared(repeated(bounded(3), 200, wait(1000, signal))), 1200],
    ['a deadline with one call', shared(sequenceOf([wait(1000, signal), wait(300)])), 1300],
  ])('%s', (_name, span, expected) => {
    expect(timeOf(span)).toBe(expected);
  });
});

it('what a middleware runs stands where it runs it, and its timer ends nothing there', () => {
  const middleware: Span = sequenceOf([wait(100), limitedBy(bounded(50), { is: 'rest' }), wait(10)]);
  expect(timeOf(withRest(middleware, wait(200)))).toBe(310);
  expect(timeOf(withRest(wait(100), wait(200)))).toBe(300);
});

it('what comes after something without an end stands after it, whatever that has waited for before', () => {
  const first = sequenceOf([wait(60_000), wait(unbounded('pg'))]);
  const { slices } = new Layout(new Measure(), sequenceOf([wait(unbounded('redis')), { is: 'called', link: { site: at('src/a.ts:1'), text: 'find' }, inner: first }, wait(300)]), []);
  expect(slices.map(({ total }) => (total.is === 'bounded' ? total.ms : total.is))).toEqual(['unbounded', 60_000, 'unbounded', 300]);
});

it('an arm that only repeats a part of another one is left out', () => {
  const [first, second] = [wait(100), wait(200)];
  expect(choiceOf([first, sequenceOf([first, second])])).toEqual(sequenceOf([first, second]));
});

it('of two arms without an end that wait for the same things, the one that waits more often counts', () => {
  const endless = wait(unbounded('store'));
  const twice = sequenceOf([endless, { is: 'called', link: { site: at('src/a.ts:1'), text: 'again' }, inner: endless }]);
  expect(choiceOf([endless, twice])).toBe(twice);
});

it('what begins together stands in the order of the code, whatever makes the worst case', () => {
  const arms = [wait(100), wait(unbounded('pg')), wait(200)];
  const { slices } = new Layout(new Measure(), sequenceOf([wait(unbounded('redis')), choiceOf(arms), wait(300)]), []);
  expect(slices.map(({ total, counts }) => [total.is === 'bounded' ? total.ms : total.is, counts])).toEqual([['unbounded', true], [100, false], ['unbounded', true], [200, false], [300, true]]);
});

function dependenciesOf(scenario: string) {
  const options = { ...defaultOptions(join(FIXTURES, 'timeline', scenario)), cache: false, execConfig: false, timelines: true };
  return lint(options, { analysis: realAnalysis }).dependencies ?? [];
}

describe('a dependency that hangs', () => {
  it('holds a connection from BEGIN to COMMIT', () => {
    const [pool] = dependenciesOf('transaction-with-begin-and-commit');
    expect(pool).toMatchObject({ name: 'pg Pool', is: 'resource', entryPoints: [{ held: { ms: 1600 }, attempts: { ms: 4 } }] });
    expect(pool?.pools).toMatchObject([{ size: { ms: 5 }, held: { ms: 1600 }, drainsAt: 3.125, heldBy: ['POST /orders'], sharedBy: [] }]);
  });

  it('is seen by a breaker when the attempt under it ends', () => {
    const geo = dependenciesOf('wrappers-with-their-own-timeout').find(({ name }) => name === 'geo.internal');
    expect(geo?.entryPoints).toMatchObject([{ held: { ms: 1800 }, attempts: { ms: 2 }, breakers: [{ guard: { name: 'opossum breaker' }, sees: { ms: 900 } }] }]);
  });

  it('gets every attempt of a retry', () => {
    const stock = dependenciesOf('retries-of-libraries').find(({ name }) => name === 'stock.internal');
    expect(stock?.entryPoints.map(({ entryPoint: { name }, attempts, budget }) => [name, attempts, budget?.name])).toMatchObject([
      ['GET /stock', { ms: 3 }, undefined], ['GET /capped', { ms: 4 }, 'the request budget of connect-timeout'],
    ]);
  });

  it('is named by its library where nobody can tell which of several it is', () => {
    const { program } = linkText({ 'a.ts': `import express from 'express';
import { Pool } from 'pg';
const a = new Pool();
const b = new Pool();
await Promise.all([a.query('x'), b.query('x')]);
declare const given: Pool;
express().get('/', async () => { await given.query('x'); });` });
    expect(buildModel(program).dependencies.map(({ name, is, site }) => `${name}, ${is}, ${site.line}`)).toEqual(['pg, resource, 7']);
  });

  it('drains pools of several sizes that one function makes each for itself, and tells no size where nobody can tell which it is', () => {
    const { program } = linkText({ 'a.ts': `import express from 'express';
import { Pool } from 'pg';
const most = 5;
function connect(url: string, options?: { readOnly?: boolean }) {
  const isReadOnly = options?.readOnly ?? false;
  return new Pool({ connectionString: url, max: isReadOnly ? most * 2 : most });
}
const writable = connect('a');
const readable = connect('b', { readOnly: true });
declare const given: Pool;
const app = express();
app.post('/orders', async () => { await writable.query('insert into orders'); });
app.get('/orders', async () => { await readable.query('select'); });
app.get('/either', async () => { await given.query('select'); });` });
    const held = buildModel(program).dependencies.flatMap(({ pools }) => pools).map(({ size, heldBy }) => [size.is === 'bounded' ? size.ms : size.is === 'unknown' ? size.because : size.is, heldBy]);
    expect(held).toEqual([[5, ['POST /orders']], [10, ['GET /orders']], ['pools of 5 and of 10 are made there', ['GET /either']]]);
  });

  it('is a queue where messages are put, a partner where a request is answered', () => {
    expect(dependenciesOf('messages-and-requests').map(({ name, is }) => [name, is]).sort()).toEqual([['Amazon SQS', 'queue'], ['amqplib', 'queue'], ['stock.internal', 'partner']]);
  });
});

it('what answers the request is waited for, although its wrapper does not await it and the answer is known by its type alone', () => {
  const options = { ...defaultOptions(join(FIXTURES, 'services', 'payments')), cache: false, execConfig: false, timelines: true };
  const { paths = [], dependencies = [] } = lint(options, { analysis: realAnalysis });
  expect(paths.map(({ entryPoint, waits }) => [entryPoint.name, waits])).toEqual([['POST /payments', true], ['GET /payments/:id', true], ['GET /payments/:id/receipt', true]]);
  expect(dependencies.map(({ name }) => name)).toContain('pg Pool');
});

it('a hook that calls back waits for nothing that could take longer', () => {
  const folder = join(FIXTURES, 'timeline/hooks-that-call-back');
  const { paths = [] } = lint({ ...defaultOptions(folder), cache: false, execConfig: false, rules: [], timelines: true }, { analysis: realAnalysis });
  expect(paths.map(({ entryPoint, unproven }) => [entryPoint.name, unproven])).toEqual([['GET /rates', []]]);
});

it('libraries that only compute are waited for nowhere; others may be', () => {
  const folder = join(FIXTURES, 'timeline/values-given-at-once');
  const { paths = [] } = lint({ ...defaultOptions(folder), cache: false, execConfig: false, rules: [], timelines: true }, { analysis: realAnalysis });
  expect(paths.map(({ entryPoint, unproven }) => [entryPoint.name, ...unproven.map(({ because }) => because)])).toEqual([['GET /key'], ['GET /asked', 'what ask of somebody waits for is not known']]);
});

it('a partner is named by its host, one without a name by what was made to talk to it, wherever that is used', () => {
  const files = {
    'clients.ts': `import nodemailer from 'nodemailer';\nimport axios from 'axios';\nexport const mail = nodemailer.createTransport({ host: 'smtp' });\nexport const partner = axios.create({ timeout: 100 });`,
    'app.ts': `import express from 'express';\nimport { mail, partner } from './clients.js';\nconst app = express();\napp.post('/a', async (q, s) => { await mail.sendMail({}); s.json(await partner.get('/x')); });\napp.post('/b', async (q, s) => { s.json(await partner.get('/x')); });`,
  };
  const { dependencies } = buildModel(linkText(files).program);
  expect(dependencies.map(({ name, entryPoints }) => `${name}: ${entryPoints.map(({ entryPoint }) => entryPoint.name).join(', ')}`).toSorted().toReversed()).toEqual(['smtp: POST /a', 'axios.create in clients.ts: POST /a, POST /b']);
});

it.each([['src/charge.ts', 5, 'serverless.yml', 18], ['src/refund.ts', 3, 'infra/stack.ts', 12]])('%s gets a message as often as its queue says', (file, times, place, line) => {
  const { dependencies = [] } = lint({ ...defaultOptions(join(FIXTURES, 'timeline/queue-that-delivers-again')), cache: false, execConfig: false, timelines: true }, { analysis: realAnalysis });
  const held = dependencies.flatMap(({ entryPoints }) => entryPoints).find(({ entryPoint }) => entryPoint.site.file === file);
  expect(held?.deliveries).toMatchObject({ ms: times, from: { text: 'maxReceiveCount', site: { file: place, line } } });
  expect(held?.attempts).toMatchObject({ ms: 3 });
});

it('templates of the platform say how often a queue delivers, by events, mappings and fragments', () => {
  const options = { ...defaultOptions(join(FIXTURES, 'timeline/queues-of-templates')), cache: false, execConfig: false, timelines: true };
  const { dependencies = [], paths = [] } = lint(options, { analysis: realAnalysis });
  const budgets = new Map(paths.map(({ entryPoint, budget }) => [entryPoint.id, budget?.bound.is === 'bounded' ? budget.bound.ms : undefined]));
  const told = dependencies.flatMap(({ entryPoints }) => entryPoints.map(({ entryPoint, deliveries }) => [
    entryPoint.site.file, entryPoint.repeats, budgets.get(entryPoint.id), deliveries?.is === 'bounded' ? `${deliveries.ms} by ${deliveries.from.site.file}:${deliveries.from.site.line}` : undefined,
  ]));
  expect(told.toSorted()).toEqual([
    ['cloudformation/src/charge.ts', 'redelivery', 8000, '6 by cloudformation/template.yaml:8'], ['cloudformation/src/refund.ts', 'redelivery', 9000, '2 by cloudformation/template.yaml:14'],
    ['fragments/src/charge.ts', 'redelivery', 11_000, '8 by fragments/serverless.yml:22'], ['fragments/src/refund.ts', 'redelivery', 12_000, '9 by fragments/resources/refunds.yml:6'],
    ['json/src/charge.ts', 'redelivery', 10_000, '7 by json/template.json:6'], ['sam/src/charge.ts', 'redelivery', 5000, '4 by sam/template.yaml:12'],
  ]);
});

it.each([
  ['one after the other', "await axios.get('https://a.example.com/1');\nawait axios.get('https://a.example.com/2');", 2, 1],
  ['at once', "await Promise.all([axios.get('https://a.example.com/1'), axios.get('https://a.example.com/2')]);", 2, 2],
  ['with an end each', "await axios.get('https://a.example.com/1', { timeout: 9 });\nawait axios.get('https://a.example.com/2', { timeout: 9 });", 2, 2],
])('behind an attempt without an end none follows: %s', (_name, body, attempts, reaching) => {
  const { dependencies } = buildModel(linkText({ 'app.ts': `import express from 'express';\nimport axios from 'axios';\nconst app = express();\napp.get('/a', async (q, s) => { ${body}\ns.end(); });` }).program);
  expect(dependencies.map(({ entryPoints }) => entryPoints.map((held) => [held.attempts, held.reaching].map((bound) => (bound.is === 'bounded' ? bound.ms : bound.is))))).toEqual([[[attempts, reaching]]]);
});

it('a record that saves itself waits as long as the statements of the only data source of its program', () => {
  const { paths = [] } = lint({ ...defaultOptions(join(FIXTURES, 'require-outbound-timeout/data-source-of-the-command-line')), cache: false, execConfig: false, timelines: true }, { analysis: realAnalysis });
  expect(paths.flatMap(({ slices }) => slices.map(({ layer, total }) => `${layer} ${total.is}`))).toEqual(['pool unbounded', 'statement unbounded']);
});
