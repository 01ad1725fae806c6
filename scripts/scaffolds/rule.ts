/** The files of a new rule: the rule, its page, a scenario that speaks, one that is silent, its test. The registry is generated. */
export function ruleScaffold(id: string): ReadonlyMap<string, string> {
  if (!/^(?:require|no)(?:-[a-z]+)+$/.test(id)) throw new Error(`"${id}" is no rule id: write require-… or no-…, in small letters with hyphens`);
  return new Map([
    [`rules/${id}.ts`, rule(id)],
    [`docs/rules/${id}.md`, page(id)],
    [`fixtures/${id}/speaks/package.json`, MANIFEST],
    [`fixtures/${id}/speaks/src/app.ts`, `${APP}\n// The place that is wrong bears the expectation: \`expect: ${id} | part of the message\` as a comment at its end.\n`],
    [`fixtures/${id}/silent/package.json`, MANIFEST],
    [`fixtures/${id}/silent/src/app.ts`, APP],
    [`tests/rules/${id}.test.ts`, test(id)],
  ]);
}

const MANIFEST = '{ "name": "service", "private": true, "type": "module", "dependencies": { "express": "5.0.0" } }\n';

const APP = `import express from 'express';

export const app = express();

app.get('/orders', (_req, res) => {
  res.json([]);
});
`;

function rule(id: string): string {
  return `import { oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { defineRule, satisfied, violated, type Verdict } from './types.js';

/** One sentence: what must hold. */
export default defineRule({
  id: '${id}',
  concern: 'pool',
  question: 'Does everything hold?',
  consequence: 'What happens in production where it does not.',
  severity: 'error',
  recommended: false,

  *judge({ pools }) {
    yield* oneVerdictAPlace(
      pools.map(({ site, name, acquiredBy }): Verdict => {
        const [shortest] = acquiredBy;
        if (shortest === undefined) return satisfied(site, \`the \${name} holds\`);
        return violated(site, { message: \`the \${name} does not hold\`, remedy: 'Say what to do', trace: shortest.trace });
      }),
    );
  },
});
`;
}

function page(id: string): string {
  return `# ${id}

Does everything hold?

Severity: error. Preset: strict.

## Why

What happens in production where it does not.

## Flagged

\`\`\`ts flagged
${APP.trimEnd()} // expect: ${id}
\`\`\`

## Clean

\`\`\`ts clean
${APP.trimEnd()}
\`\`\`

## How it decides

**Reported at** the place that is wrong.

## How to suppress

\`\`\`ts
// seamlint-disable-next-line ${id} -- the reason
\`\`\`

A reason is required. Inside ESLint, \`// eslint-disable-next-line seamlint/${id} -- reason\` works as well.
`;
}

function test(id: string): string {
  return `import { expect, test } from 'vitest';
import rule from '#rules/${id}.js';
import { at, reach, unbounded, verdictsOf } from '../support/service-models.js';

test('what does not hold is violated', () => {
  const pool = { site: at('src/db.ts:4'), name: 'pg Pool', acquireWait: unbounded('pg'), option: '', see: '', acquiredBy: [reach('GET /users')] };
  expect(verdictsOf(rule, { pools: [pool] })).toMatchObject([{ verdict: 'violated' }]);
});
`;
}
