// npm run look -- [out folder] [review.html …]
//
// Takes pictures of reviews in every light a person meets them in: the first screen and the whole page, dark, narrow, print, the matrix,
// every part close up, and all of it opened; so that somebody can look at them.
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [out = 'look', ...pages] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PARTS = ['hurts', 'matrix', 'dependencies', 'picture', 'shutdown', 'checklist', 'changes', 'limits'];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const file of pages) await picturesOf(resolve(file));
await browser.close();

async function picturesOf(file) {
  const name = join(out, basename(file, '.html'));
  const open = async (options) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const started = performance.now();
    await page.goto(pathToFileURL(file).href);
    return { page, ms: Math.round(performance.now() - started) };
  };

  const { page, ms } = await open({});
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  console.log(`${basename(file)}: ${nodes} elements, loaded in ${ms} ms`);
  await page.screenshot({ path: `${name}.first.png` });
  // What the page puts off until it is scrolled to is to be in the picture.
  await page.evaluate(() => document.querySelectorAll('.entry').forEach((one) => void (one.style.contentVisibility = 'visible')));
  await page.screenshot({ path: `${name}.whole.png`, fullPage: true }).catch(() => console.log(`${basename(file)}: too long for one picture`));
  await parts(page, name);
  await opened(page, name);
  await page.close();

  for (const [look, options] of [['dark', { colorScheme: 'dark' }], ['narrow', { viewport: { width: 400, height: 860 } }]]) {
    const { page: other } = await open(options);
    await other.screenshot({ path: `${name}.${look}.png`, fullPage: true, clip: { x: 0, y: 0, width: options.viewport?.width ?? 1280, height: 2600 } });
    await other.close();
  }
  const { page: printed } = await open({});
  await printed.pdf({ path: `${name}.pdf`, format: 'A4', preferCSSPageSize: true });
  await printed.close();
}

async function parts(page, name) {
  for (const part of PARTS) {
    const section = page.locator(`section[aria-labelledby="${part}"]`);
    if ((await section.count()) === 0) continue;
    await clipped(page, section, `${name}.${part}.png`);
  }
}

// The entry point with the most to show, the first dependency and finding, opened.
async function opened(page, name) {
  const wanted = { entry: '#entry-points ~ details.entry:has(svg.waterfall), #entry-points ~ .area > details:has(svg.waterfall)', dependency: '#dependencies ~ details', finding: '#violated ~ .findings details' };
  for (const [part, selector] of Object.entries(wanted)) {
    const all = page.locator(selector);
    for (let index = 0; index < Math.min(2, await all.count()); index += 1) {
      await all.nth(index).evaluate((one) => { for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true; });
      await clipped(page, all.nth(index), `${name}.${part}${index + 1}.png`);
    }
  }
}

async function clipped(page, target, path) {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { x, y, width, height } = await target.evaluate((one) => {
    scrollTo(0, one.getBoundingClientRect().top + scrollY - 16);
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left, y: top, width, height };
  });
  await page.screenshot({ path, clip: { x: Math.max(0, x - 16), y: Math.max(0, y - 16), width: width + 32, height: Math.min(height + 32, 2300) } });
}
