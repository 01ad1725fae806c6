import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import type { LintResult } from '#linter/types.js';
import { areasOf } from '#surfaces/review/html/areas.js';
import { formatHtml } from '#surfaces/review/html/page.js';
import { checkLinks, linkOf } from '#surfaces/review/links.js';
import { formatReviewMarkdown } from '#surfaces/review/markdown/page.js';
import { reviewFormats } from '#surfaces/review/formats.js';
import { realAnalysis } from '../../support/analysis.js';
import { TOP } from '../../support/own-files.js';
import { hostile, HOSTILE } from '../../support/hostile-review.js';
import { largeReview } from '../../support/large-review.js';
import { reviewOf, reviewResult } from '../../support/review-result.js';
import { FIXTURES } from '../../support/scenarios.js';
import { at } from '../../support/service-models.js';

const links = { root: '/srv/shop' };

test('on paper the further causes end with how many are left out', () => {
  const review = reviewOf();
  const [harm] = review.harms;
  const furtherHarms = harm === undefined ? [] : Array.from({ length: 30 }, (_, index) => ({ ...harm, message: `cause ${index}` }));
  const html = formatHtml({ ...review, furtherHarms }, links);
  expect([...html.matchAll(/<tr class="on-screen">/g)]).toHaveLength(6);
  expect(html).toContain('6 causes of smaller radius are not printed here; each is among the findings.');
  expect(formatHtml(review, links)).not.toContain('of smaller radius');
});

test('a guard that is used in many places is named once', () => {
  const review = reviewOf();
  const dependencies = review.dependencies.map((one) => ({ ...one, breakers: Array.from({ length: 9 }, (_, index) => ({ name: 'opossum breaker', site: at(`src/r.ts:${index + 1}`) })) }));
  expect(formatHtml({ ...review, dependencies }, links)).toMatch(/opossum breaker <code class="place">src\/r.ts:1<\/code>, <code class="place">src\/r.ts:2<\/code>, <code class="place">src\/r.ts:3<\/code> and 6 more places/);
  expect(formatReviewMarkdown({ ...review, dependencies }, links)).toMatch(/breaker: opossum breaker `src\/r.ts:1` `src\/r.ts:2` `src\/r.ts:3` and 6 more places/);
});

describe('the page', () => {
  const html = formatHtml(reviewOf(), links);

  test('loads nothing and forbids loading anything', () => {
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'/);
    expect(html).not.toMatch(/\b(?:src|srcset|data|poster)=|@import|url\(|<link|<iframe|\bstyle=/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  test('has everything in it that the review has', () => {
    for (const text of ['Not ready', 'GET /users/:id can wait forever', '<b>16</b> blast radius', '<b>× 4</b>', 'If pay.example.com stops answering', 'wrong order', 'read once a day', 'budget 5 s', 'pino']) expect(html).toContain(text);
  });

  test('the shutdown is drawn with what was found out about each step', () => {
    expect(html).toMatch(/<g class="node is-[a-z]+ is-violated"><title>[^<]*<\/title><rect[^>]*><\/rect><text[^>]*>✕ \d+\. /);
  });

  test('every link within it leads somewhere', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect([...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
    expect([...html.matchAll(/ id="([^"]+)"/g)]).toHaveLength(ids.size);
  });

  test('carries no markup, control or credential of the analysed code', () => {
    const page = formatHtml(hostile(), links);
    for (const bad of ['<img', '<svg onload', '<script>alert', '\u202e', '\u0007', 'hunter2']) expect(page).not.toContain(bad);
    expect(page).toContain('&lt;img src=x onerror=');
  });

  test('no text breaks out of it, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const marked = `${name}<i id=q>"'>`;
      const page = formatHtml(reviewOf({ ...reviewResult, entryPoints: [{ id: marked, name: marked, kind: 'http', file: marked, line: 1, middleware: [marked] }] }, { service: marked }), links);
      expect(page).not.toContain('<i id=q>');
    }), { numRuns: 30 });
  });
});

test('routes that name what they do behind a dot stand in the area of what they do it to', () => {
  const names = ['orders', 'users'].flatMap((thing) => Array.from({ length: 40 }, (_, index) => `POST /api/${thing}.do${index}`));
  const review = reviewOf({ ...reviewResult, entryPoints: names.map((name, index) => ({ id: name, name, kind: 'http', file: 'src/api.ts', line: index + 1, middleware: [] })) });
  expect(areasOf(review.entryPoints).map(({ title, entryPoints }) => [title, entryPoints.length])).toEqual([['Routes · /api/orders', 40], ['Routes · /api/users', 40]]);
});

test('entry points stand in the first column of the picture, however short their way is', () => {
  const chain = [1, 2, 3].map((line) => ({ name: `server ${line}`, is: 'server', site: at(`src/chain.ts:${line}`), mustClose: true, neededBy: line === 1 ? [] : [at(`src/chain.ts:${line - 1}`)] }) as const);
  const [pool, ...others] = reviewResult.opened ?? [];
  const opened = [...chain, ...others, ...(pool === undefined ? [] : [{ ...pool, neededBy: [...pool.neededBy, at('src/chain.ts:3')] }])];
  const html = formatHtml(reviewOf({ ...reviewResult, opened }), links);
  const rightOf = (kind: string) => [...html.matchAll(new RegExp(`class="node is-${kind}">.*?<rect x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)"`, 'g'))].map(([, x, width]) => Math.round(Number(x) + Number(width)));
  expect(new Set(rightOf('entry')).size).toBe(1);
});

describe('links', () => {
  test('places lead to the repository and to the editor', () => {
    const given = checkLinks({ root: '/srv/my shop', repository: 'https://example.com/shop/blob/main/{path}#L{line}', editor: 'vscode' });
    expect(linkOf(given.repository, at('src/a b#1.ts:7'), given.root)).toBe('https://example.com/shop/blob/main/src/a%20b%231.ts#L7');
    expect(linkOf(given.editor, at('src/a.ts:7', 3), given.root)).toBe('vscode://file/srv/my%20shop/src/a.ts:7:3');
    expect(formatHtml(reviewOf(), given)).toContain('href="https://example.com/shop/blob/main/src/db.ts#L4"');
  });

  test.each(['javascript:alert(1)//{path}', 'data:text/html,{path}', 'file:///{path}', '//x/{path}', 'https://x/{path}"onclick="'])('%s is refused', (template) => {
    const problem = template.startsWith('https') ? template.replace('{', '"{') : template;
    expect(() => checkLinks({ root: '', repository: problem })).toThrow('is no template');
    expect(() => checkLinks({ root: '', editor: problem })).toThrow('is no editor');
  });
});

describe('other formats', () => {
  const schema = JSON.parse(readFileSync(join(TOP, 'schema/review.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  const json = async (review = reviewOf()) => JSON.parse((await (await reviewFormats['json']?.())?.(review, links)) ?? '') as unknown;

  test('JSON is what its schema says, hostile names and comparisons included', async () => {
    for (const review of [reviewOf(), hostile(), reviewOf(reviewResult, { earlier: reviewOf() }), reviewOf({ ...reviewResult, entryPoints: [], findings: [] } as LintResult)]) {
      expect(validate(await json(review)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test('JSON of a real service with a breaker, a pool and a shutdown is what its schema says', async () => {
    const result = lint({ ...defaultOptions(join(FIXTURES, 'running/breaker-for-each-request-repaired')), cache: false, timelines: true }, { analysis: realAnalysis });
    const review = reviewOf(result, { fingerprints: result.findings.map((_, index) => `print:${index}`) });
    expect(review.dependencies.flatMap(({ breakers }) => breakers)).toMatchObject([{ name: 'opossum breaker' }]);
    expect(validate(await json(review)), JSON.stringify(validate.errors)).toBe(true);
  });

  test('Markdown says the same', () => {
    const markdown = formatReviewMarkdown(reviewOf(reviewResult, { earlier: reviewOf() }), links);
    for (const text of ['Not ready', 'can wait forever', '2 × 4 × 2 = 16', 'if it hangs', 'mermaid', 'closed too early', 'read once a day', 'pino', 'Readiness turns unready before the server stops accepting', 'LIMIT is read']) expect(markdown).toContain(text);
  });

  test('the page and Markdown carry the same, section by section', () => {
    const review = reviewOf(reviewResult, { earlier: reviewOf({ ...reviewResult, findings: reviewResult.findings.slice(1) }, { fingerprints: reviewResult.findings.slice(1).map((_, index) => `print:${index + 1}`) }) });
    const unescaped = (text: string) => text.replace(/&#x27;|&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    const plain = [unescaped(formatHtml(review, links).replace(/<wbr\s*\/?>/g, '').replace(/<[^>]*>/g, '')), unescaped(formatReviewMarkdown(review, links)).replace(/\\/g, '')];
    const { decision, harms, furtherHarms, entryPoints, evidence, dependencies, shutdown, checklist, comparison, rules, notes, skipped } = review;
    const paths = entryPoints.flatMap(({ path }) => path ?? []);
    const facts = [
      ...decision.conditions.flatMap(({ text, found }) => [text, found]),
      ...harms.flatMap(({ message, consequence, remedy, holds, fails }) => [message, consequence, remedy, holds, fails]), ...furtherHarms.map(({ message }) => message),
      ...entryPoints.flatMap(({ id, site, middleware, cells }) => [id, `${site.file}:${site.line}`, ...middleware, ...cells.flatMap(({ note }) => note ?? [])]),
      ...paths.flatMap(({ slices, worstCase, unproven }) => [worstCase.from, ...slices.flatMap(({ step, layer, operation, perAttempt, guards }) => [step, layer, operation, perAttempt.from, ...guards.map(({ name }) => name)]), ...unproven.map(({ because }) => because)]),
      ...evidence.flatMap(({ text, remedy, reason, trace, related, state, site }) => [text, `${site.file}:${site.line}`, remedy ?? '', reason ?? '', ...(state === 'violated' ? [...trace, ...related].map((step) => step.text) : [])]),
      ...dependencies.flatMap(({ name, kind, operations, breakers, retries, hang }) => [name, kind, ...operations.map(({ text }) => text), ...[...breakers, ...retries].map((guard) => guard.name), ...hang.entryPoints.flatMap(({ entryPoint, held }) => [entryPoint, held.from]), ...hang.pools.flatMap((pool) => [pool.name, ...pool.sharedBy])]),
      ...shutdown.steps.flatMap(({ text, site }) => [text, `${site.file}:${site.line}`]),
      ...checklist.flatMap(({ group, text, found, places }) => [group, text, found, ...places.map(({ file, line }) => `${file}:${line}`)]),
      ...(comparison?.fixed ?? []).map(({ text }) => text), ...rules.map(({ id }) => id), ...skipped.flatMap(({ path, detail }) => [path, detail]), ...notes.map(({ message }) => message),
    ];
    expect(facts.length).toBeGreaterThan(150);
    for (const medium of plain) expect(facts.filter((fact) => !medium.includes(fact))).toEqual([]);
  });

  test('what many entry points have alike is written once, and each is still named with its place', () => {
    const review = largeReview(400);
    const [page, markdown] = [formatHtml(review, links), formatReviewMarkdown(review, links)];
    for (const text of [page, markdown]) {
      expect(text.match(/reaches no call that is known to block/g)?.length).toBeLessThan(10);
      expect(text.match(/GET \/users\/:id can wait forever/g)?.length).toBeLessThan(20);
    }
    const plain = [page.replace(/<wbr\s*\/?>/g, ''), markdown.replace(/\\/g, '')];
    for (const { id, site } of review.entryPoints) for (const text of plain) expect(text.includes(id) && text.includes(`${site.file}:${site.line}`), id).toBe(true);
    expect(page.length).toBeLessThan(400 * 3000);
    expect(markdown).toMatch(/the \d+ entry points of /);
    expect(markdown).toContain('Limits of what they wait for');
  });

  test('Markdown names every path that was left out', () => {
    const skipped = Array.from({ length: 30 }, (_, index) => ({ path: `tests/${index}.test.ts`, reason: 'test' as const, detail: 'a test' }));
    const review = reviewOf({ ...reviewResult, skipped });
    for (const text of [formatHtml(review, links), formatReviewMarkdown(review, links)]) expect(skipped.filter(({ path }) => !text.includes(path))).toEqual([]);
  });

  test('Markdown carries no markup of the analysed code', () => {
    const markdown = formatReviewMarkdown(hostile(), links);
    const rendered = markdown.replace(/`[^`]*`/g, '').replace(/```[\s\S]*?```/g, '');
    expect(rendered).not.toMatch(/(?<!\\)<(?:img|script|svg)/);
    expect(markdown).not.toContain('hunter2');
    expect(HOSTILE).toContain('onerror');
  });
});
