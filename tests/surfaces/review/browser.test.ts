import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '#linter/review/types.js';
import { formatHtml } from '#surfaces/review/html/page.js';
import { browserPath, startBrowser } from '../../support/browser.js';
import { hostile } from '../../support/hostile-review.js';
import { largeReview } from '../../support/large-review.js';
import { reviewOf, reviewResult } from '../../support/review-result.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(browserPath === undefined)('in Chromium (install it, or set CHROMIUM to its path; these tests are skipped without it)', () => {
  let browser: Browser;
  let folder: string;
  let number = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'seamlint-review-'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(review: Review, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; problems: string[] }> {
    const file = join(folder, `${(number += 1)}.html`);
    writeFileSync(file, formatHtml(review, { root: '/srv/shop', repository: 'https://example.com/blob/{path}#L{line}' }));
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => void (request.url().startsWith('file:') || problems.push(`asked for ${request.url()}`)));
    page.on('dialog', (dialog) => void problems.push(`dialog ${dialog.message()}`));
    await page.goto(pathToFileURL(file).href);
    return { page, problems };
  }

  const serious = async (page: Page) => {
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => void (one.open = true)));
    await page.evaluate(`${axe}; undefined`);
    const found = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
    return found.violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html}`);
  };

  test.each(['light', 'dark'] as const)('axe finds nothing, contrast included, in %s', async (colorScheme) => {
    const { page, problems } = await open(reviewOf(reviewResult, { earlier: reviewOf() }), { colorScheme, bypassCSP: true });
    expect(await serious(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a hostile name does not run and asks for nothing', async () => {
    const { page, problems } = await open(hostile());
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('img, iframe, object').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('all of it can be read without scripts', async () => {
    const { page } = await open(reviewOf(), { javaScriptEnabled: false });
    await page.locator('summary', { hasText: 'POST /payments' }).first().click();
    expect(await page.locator('#e1 svg.waterfall').isVisible()).toBe(true);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('h2#verdict').textContent()).toBe('Not ready');
  });

  test('a cell leads to its evidence, by keyboard too', async () => {
    const { page } = await open(reviewOf());
    await page.locator('a[href="#e1-pool"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector<HTMLDetailsElement>('#e1')?.open === true);
    expect(await page.locator('#e1-pool').isVisible()).toBe(true);
  });

  test('500 entry points open and can be filtered', async () => {
    const { page, problems } = await open(largeReview(500));
    await page.locator('#verdict').waitFor();
    expect(await page.locator('#matrix ~ details.area').count()).toBe(17);
    await page.locator('#filter').fill('route-499');
    expect(await page.locator('.matrix tbody tr:visible').count()).toBe(1);
    expect(await page.locator('#matrix ~ details.area:visible').count()).toBe(1);
    await page.locator('#filter').fill('');
    expect(await page.locator('details.area:visible').count()).toBe(34);
    expect(problems).toEqual([]);
  });

  test('nothing but what scrolls by itself is wider than a narrow window', async () => {
    const { page } = await open(reviewOf(), { viewport: { width: 400, height: 800 } });
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => void (one.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
});
