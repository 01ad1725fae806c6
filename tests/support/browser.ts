import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A Chromium that is installed here; undefined where there is none, and tests that need one say so. */
export const browserPath = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path));

/** Starts it without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
}
