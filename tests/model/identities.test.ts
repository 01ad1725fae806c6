import { expect, test } from 'vitest';
import { findEntryPoints } from '#model/entry-points/find-entry-points.js';
import { withIdentities } from '#model/entry-points/identities.js';
import { linkText } from '../support/link-text.js';

function identities(texts: Readonly<Record<string, string>>): readonly string[] {
  const { program, walker } = linkText(texts);
  return withIdentities(findEntryPoints(program, walker).handlers).map(({ entryPoint }) => entryPoint.id).sort();
}

const app = (path: string) => `import express from 'express'; const app = express(); app.get('${path}', (q, s) => s.end()); app.listen(1);`;

test('an entry point is known by its name', () => {
  expect(identities({ 'src/a.ts': app('/a'), 'src/b.ts': app('/b') })).toEqual(['GET /a', 'GET /b']);
});

test('where others have its name, by its file too, and by its turn there', () => {
  expect(identities({ 'src/a.ts': app('/health'), 'src/b.ts': `${app('/health')}\n${app('/health').replaceAll('app', 'second').replace(/import[^;]*;/, '')}` }))
    .toEqual(['GET /health (src/a.ts)', 'GET /health (src/b.ts)', 'GET /health (src/b.ts) 2']);
});
