import { describe, expect, test } from 'vitest';
import { concerns } from '#linter/review/concerns.js';
import { readEarlierReview } from '#linter/review/comparison.js';
import { defaultPolicy } from '#linter/review/decision.js';
import { rules as allRules } from '#rules/registry.js';
import { violated } from '#rules/types.js';
import type { LintResult } from '#linter/types.js';
import { reviewOf, reviewResult } from '../../support/review-result.js';
import { at } from '../../support/service-models.js';

test('every rule has a column of the matrix', () => {
  const known = concerns.flatMap(({ of }) => of);
  expect(allRules.filter(({ concern }) => !known.includes(concern)).map(({ id, concern }) => `${id}: ${concern}`)).toEqual([]);
});

describe('the decision', () => {
  test('an open finding of severity error is not ready', () => {
    expect(reviewOf().decision).toMatchObject({ is: 'not-ready', conditions: [{ text: 'No finding of severity error', holds: false, found: '2 found' }, {}, {}, {}] });
  });

  test('without findings it is ready, if enough is understood', () => {
    const clean: LintResult = { ...reviewResult, findings: [] };
    expect(reviewOf(clean).decision.is).toBe('ready');
    expect(reviewOf({ ...clean, coverage: { ...clean.coverage, calls: { total: 40, resolved: 10 } } }).decision.is).toBe('undecided');
    expect(reviewOf({ ...clean, entryPoints: [] }).decision.is).toBe('undecided');
    expect(reviewOf(clean, { stopped: true }).decision.is).toBe('undecided');
    expect(reviewOf({ ...clean, skipped: [{ path: 'src/big.ts', reason: 'too-large', detail: '' }] }).decision.is).toBe('undecided');
  });

  test('the policy is the team’s', () => {
    const warned: LintResult = { ...reviewResult, findings: reviewResult.findings.filter(({ severity, verdict }) => severity === 'warn' || verdict.verdict !== 'violated') };
    expect(reviewOf(warned).decision.is).toBe('ready');
    expect(reviewOf(warned, { policy: { ...defaultPolicy, blocks: 'warn' } }).decision.is).toBe('not-ready');
    expect(reviewOf(warned, { policy: { ...defaultPolicy, allowUnproven: false } }).decision.is).toBe('not-ready');
    expect(reviewOf(reviewResult, { policy: { ...defaultPolicy, blocks: 'never', allowAccepted: false } }).decision.is).toBe('not-ready');
  });
});

describe('what would hurt most', () => {
  test('is ordered by entry points × what is held × how it fails, with the arithmetic', () => {
    expect(reviewOf().harms.map(({ rule, radius }) => [rule, radius])).toEqual([
      ['pool-rule', { entryPoints: 2, held: 4, failure: 2, product: 16 }],
      ['shutdown-rule', { entryPoints: 1, held: 3, failure: 2, product: 6 }],
      ['breaker-rule', { entryPoints: 1, held: 3, failure: 1, product: 3 }],
    ]);
  });

  test('a blocked event loop hurts every entry point, whoever leads there', () => {
    const open = reviewResult.findings.map(({ suppressed: _, ...finding }) => finding);
    const harm = reviewOf({ ...reviewResult, findings: open }).harms.find(({ rule }) => rule === 'loop-rule');
    expect(harm).toMatchObject({ entryPoints: ['POST /payments', 'GET /users/:id', 'GET /health'], through: ['POST /payments'], radius: { product: 3 * 5 * 2 } });
  });

  test('places of one cause are one harm', () => {
    const again = { ruleId: 'breaker-rule', severity: 'warn', verdict: violated(at('src/pay.ts:30'), { message: 'x', remedy: 'y', trace: [], group: 'pay.example.com', entryPoints: ['GET /health'] }) } as const;
    const harms = reviewOf({ ...reviewResult, findings: [...reviewResult.findings, again] }).harms.filter(({ rule }) => rule === 'breaker-rule');
    expect(harms).toMatchObject([{ places: 2, entryPoints: ['POST /payments', 'GET /health'] }]);
  });
});

test('a shutdown hurts what enters the process that ends, not what enters another', () => {
  const names = reviewResult.entryPoints.map(({ id }) => id);
  const unclosed = (line: number, entryPoints: readonly string[]) => ({ ruleId: 'shutdown-rule', severity: 'warn', verdict: violated(at(`src/queues.ts:${line}`), { message: 'The shutdown has no deadline', remedy: 'Set one', trace: [], entryPoints }) }) as const;
  const processes = [names.slice(0, 2), names.slice(2)].map((entryPoints, index) => ({ site: at(`src/main.ts:${index + 1}`), entryPoints, files: [] }));
  const { harms, furtherHarms } = reviewOf({ ...reviewResult, processes, findings: [unclosed(1, names), unclosed(2, names.slice(2))] });
  expect([...harms, ...furtherHarms]).toMatchObject([{ places: 2, radius: { entryPoints: 2 } }]);
  expect(harms[0]?.entryPoints).toEqual(names.slice(0, 2));
});

test('findings that say the same of several places are one harm', () => {
  const closed = (line: number) => ({ ruleId: 'shutdown-rule', severity: 'warn', verdict: violated(at(`src/queues.ts:${line}`), { message: 'BullMQ queue is opened here and never closed', remedy: 'Close it', trace: [], entryPoints: ['GET /health'] }) }) as const;
  const { harms, furtherHarms } = reviewOf({ ...reviewResult, findings: [...reviewResult.findings, closed(1), closed(2), closed(3)] });
  expect([...harms, ...furtherHarms].filter(({ message }) => message.startsWith('BullMQ queue'))).toMatchObject([{ places: 3 }]);
});

describe('the matrix', () => {
  const stateOf = (name: string, concern: string) => reviewOf().entryPoints.find((row) => row.name === name)?.cells.find((cell) => cell.concern === concern)?.state;

  test('a cell says what is known of this entry point', () => {
    expect(stateOf('POST /payments', 'pool')).toBe('violated');
    expect(stateOf('GET /users/:id', 'budget')).toBe('unproven');
    expect(stateOf('POST /payments', 'event-loop')).toBe('accepted');
    expect(stateOf('GET /health', 'event-loop')).toBe('satisfied');
  });

  test('a question that does not arise, and one that nobody asked, are no yes', () => {
    expect(stateOf('GET /health', 'pool')).toBe('not-applicable');
    expect(stateOf('GET /health', 'idempotency')).toBe('not-asked');
  });

  test('where the guard stands on this way, the finding on another way is no violation here', () => {
    expect(stateOf('GET /users/:id', 'outbound')).toBe('satisfied');
  });

  test('two entry points with one name are not mixed up', () => {
    const [health] = reviewResult.entryPoints.slice(2);
    const entryPoints = ['src/a.ts', 'src/b.ts'].map((file) => ({ ...health, file, id: `GET /health (${file})` })) as LintResult['entryPoints'];
    const verdict = violated(at('src/a.ts:3'), { message: 'x', remedy: 'y', trace: [], entryPoints: ['GET /health (src/a.ts)'] });
    const { entryPoints: rows } = reviewOf({ ...reviewResult, entryPoints, findings: [{ ruleId: 'pool-rule', severity: 'error', verdict }] });
    expect(rows.map(({ id, cells }) => [id, cells.find(({ concern }) => concern === 'pool')?.state])).toEqual([['GET /health (src/a.ts)', 'violated'], ['GET /health (src/b.ts)', 'not-applicable']]);
  });

  test('rows with the most violations come first', () => {
    expect(reviewOf().entryPoints.map(({ name }) => name)).toEqual(['POST /payments', 'GET /users/:id', 'GET /health']);
  });
});

test('dependencies carry their calls, guards, amplification and what happens while they hang', () => {
  const [pool, partner] = reviewOf().dependencies;
  expect(pool).toMatchObject({ name: 'pg Pool', calledBy: ['POST /payments', 'GET /users/:id'], hang: { pools: [{ drainsAt: 2.5, sharedBy: ['GET /users/:id'] }] } });
  expect(partner).toMatchObject({ name: 'pay.example.com', retries: [{ name: 'p-retry' }], amplification: { is: 'bounded', ms: 3 }, operations: [{ text: 'axios.post' }], evidence: ['f2'] });
});

test('the wrong order is marked in the picture and in the shutdown order', () => {
  const { picture, shutdown } = reviewOf();
  expect(picture.edges.filter(({ is }) => is === 'wrong')).toHaveLength(1);
  expect(shutdown.steps.map(({ text, state }) => [text, state])).toEqual([['http server', 'violated'], ['pg Pool', 'violated']]);
  expect(shutdown.edges).toEqual([{ from: 's0', to: 's1', is: 'wrong' }]);
});

test('a server’s step has the verdict that stands where it begins to take requests', () => {
  const server = { name: 'http server', is: 'server', site: at('src/app.ts:1'), startedAt: at('src/main.ts:7'), mustClose: true, neededBy: [] } as const;
  const finding = { ruleId: 'shutdown-rule', severity: 'error', verdict: violated(at('src/main.ts:7'), { message: 'http server is never closed', remedy: 'Close it', trace: [] }) } as const;
  expect(reviewOf({ ...reviewResult, opened: [server], findings: [finding] }).shutdown.steps).toMatchObject([{ text: 'http server', state: 'violated', evidence: ['f1'] }]);
});

test('many resources of one name are one node, those closed too early each their own', () => {
  const [pool, server] = reviewResult.opened ?? [];
  const queues = Array.from({ length: 30 }, (_, index) => ({ name: 'BullMQ queue', is: 'producer', site: at(`src/queues.ts:${index + 1}`), mustClose: true, neededBy: [at('src/main.ts:3')] }) as const);
  const { nodes, edges } = reviewOf({ ...reviewResult, opened: [...(pool === undefined || server === undefined ? [] : [pool, server]), ...queues] }).picture;
  expect(nodes.filter(({ text }) => text.includes('BullMQ')).map(({ text }) => text)).toEqual(['30 × BullMQ queue']);
  expect(nodes.some(({ text }) => text === 'pg Pool')).toBe(true);
  expect(edges.filter(({ is }) => is === 'wrong')).toHaveLength(1);
});

test('entry points that need the same things are one node; more such groups than a picture holds are told by their number', () => {
  const [first] = reviewResult.dependencies ?? [];
  const entryPoints = Array.from({ length: 40 }, (_, index) => ({ id: `GET /${index}`, name: `GET /${index}`, kind: 'http', file: 'src/a.ts', line: index + 1, middleware: [] }) as const);
  const held = (index: number) => ({ entryPoint: { ...first?.entryPoints[0]?.entryPoint, id: `GET /${index}` } }) as NonNullable<typeof first>['entryPoints'][number];
  const dependencies = first === undefined ? [] : Array.from({ length: 20 }, (_, index) => ({ ...first, name: `partner ${index}`, site: at(`src/p.ts:${index + 1}`), pools: [], drains: [], entryPoints: [held(index), held(index + 20)].map((one) => ({ ...first.entryPoints[0], ...one }) as typeof one) }));
  const { nodes, edges } = reviewOf({ ...reviewResult, entryPoints, dependencies, opened: [], findings: [], paths: [] }).picture;
  const groups = nodes.filter(({ kind }) => kind === 'entry');
  expect(groups).toHaveLength(17);
  expect([groups[0]?.text, groups[16]?.text]).toEqual(['GET /0 and 1 more', '8 further HTTP routes']);
  expect(edges.filter(({ from }) => from === groups[16]?.id)).toHaveLength(4);
});

test('things that need each other in a circle still have an order', () => {
  const circle = [1, 2].map((line) => ({ name: `client ${line}`, is: 'client', site: at(`src/a.ts:${line}`), mustClose: true, neededBy: [at(`src/a.ts:${3 - line}`)] }) as const);
  expect(reviewOf({ ...reviewResult, opened: circle }).shutdown.steps).toHaveLength(2);
});

describe('a comparison', () => {
  test('tells what is gone, new and as before', () => {
    const earlier = reviewOf();
    const findings = reviewResult.findings.slice(1);
    const fingerprints = [...findings.map((_, index) => `print:${index + 1}`)];
    const now = reviewOf({ ...reviewResult, findings }, { earlier, fingerprints });
    expect(now.comparison).toMatchObject({ fixed: [{ rule: 'pool-rule', file: 'src/db.ts', line: 4 }], added: [], unchanged: 2 });
    const back = reviewOf(reviewResult, { earlier: now });
    expect(back.comparison).toMatchObject({ fixed: [], added: ['f1'], unchanged: 2 });
  });

  test('with something else is an error that says so', () => {
    for (const text of ['', 'null', '[]', '{"schemaVersion":2}', '{"schemaVersion":1,"madeAt":"x","tool":{"version":"1"},"evidence":[null]}'])
      expect(() => readEarlierReview(text, 'old.json')).toThrow('old.json is no review');
    expect(readEarlierReview(JSON.stringify(reviewOf()), 'old.json').evidence).toHaveLength(8);
  });
});

test('the checklist fills in what the code proves and asks the rest', () => {
  const { checklist } = reviewOf();
  const stateOf = (start: string) => checklist.find(({ text }) => text.startsWith(start))?.state;
  expect(stateOf('Does every wait for a connection end')).toBe('disproved');
  expect(stateOf('Logs are written by a library')).toBe('proved');
  expect(stateOf('Requests are traced')).toBe('absent');
  expect(checklist.filter(({ state }) => state === 'ask').length).toBeGreaterThan(3);
});

test('a limiter that stands in front of nothing that was followed is shown, and nobody is said to be without one', () => {
  const review = reviewOf();
  expect(review.checklist.find(({ text }) => text === 'Requests are rate limited')).toMatchObject({ state: 'open', found: 'seen: express-rate-limit; in front of which entry points it stands was not found' });
  const [cell] = review.entryPoints.flatMap(({ cells }) => cells.filter(({ concern }) => concern === 'load'));
  expect(cell).toMatchObject({ state: 'unproven', note: 'whether it stands in front of these requests was not found' });
  expect(review.evidence.filter(({ id }) => cell?.evidence.includes(id)).map(({ rule }) => rule)).toEqual(['rate-limit']);
});

test('rules that were left out are named', () => {
  expect(reviewOf().notAsked).toContain('require-body-limit');
  expect(reviewOf({ ...reviewResult, rules: allRules }).notAsked).toEqual([]);
});
