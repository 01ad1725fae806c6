import { readFileSync } from 'node:fs';

/** The package's version, without loading anything. */
export function ownVersion(): string {
  // From `dist/surfaces/cli` and from `surfaces/cli`.
  for (const up of ['../../../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { name?: string; version?: string };
      if (name === 'seamlint' && version !== undefined) return version;
    } catch {
      continue;
    }
  }
  return 'unknown';
}
