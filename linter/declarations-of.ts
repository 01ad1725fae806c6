import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Declarations } from '#model/declarations.js';
import type { Configuration } from './config.js';

/** What the configuration tells the model about the service, each budget with the line that says it. */
export function declarationsOf(root: string, { path, budgets, marginMs, entryPoints, bodyLimitBytes, gracePeriodMs }: Configuration): Declarations {
  const names = Object.keys(budgets);
  const lines = path === undefined || names.length === 0 ? [] : linesOf(path);
  const file = path === undefined ? '' : relative(root, path).replaceAll('\\', '/');
  return {
    marginMs, entryPoints, ...(bodyLimitBytes === undefined ? {} : { bodyLimitBytes }), ...(gracePeriodMs === undefined ? {} : { gracePeriodMs }),
    budgets: names.map((name) => {
      const line = lines.findIndex((text) => text.includes(name));
      return { entryPoint: name, ms: budgets[name] ?? 0, site: { file, line: Math.max(line, 0) + 1, column: Math.max(lines[line]?.indexOf(name) ?? 0, 0) + 1 } };
    }),
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r\n|[\n\r]/);
  } catch {
    return [];
  }
}
