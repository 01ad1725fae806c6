import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { SaxesParser } from 'saxes';
import { expect, test, vi } from 'vitest';
import { APP, PACKAGE } from '../support/blocking-service.js';
import { seamlint } from '../support/command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// The command is started many times.
vi.setConfig({ testTimeout: 600_000 });

const FILE = 'src/a b#c%20\u001b[2J\n::error file=x::@acme `|<img src=x> ü,\u202e.ts';
const ROUTE = "/x\u001b[31m<script>alert(1)</script>]](https://x.y)`|#12,%0A";
const FORMATS = { pretty: 'txt', json: 'json', sarif: 'sarif', github: 'log', gitlab: 'quality', junit: 'xml', markdown: 'md' };

test('names and strings of the code stay data in every format', () => {
  const folder = temporaryFolder({
    'package.json': PACKAGE,
    [FILE]: APP.replace("'/page'", JSON.stringify(ROUTE)),
    'src/broken\u0007::warning::.ts': '\u0000\u0000',
    '.seamlintrc.json': '{"overrides":[{"files":["\\u001b[2J::error::"],"rules":{}}]}',
  });
  const run = seamlint(folder, '--rule', 'no-sync-io-in-handler', ...Object.entries(FORMATS).flatMap(([format, name]) => ['--format', `${format}:out.${name}`]));
  expect([run.status, run.stdout, run.stderr]).toEqual([1, '', '']);
  const read = (format: keyof typeof FORMATS) => readFileSync(join(folder, `out.${FORMATS[format]}`), 'utf8');

  for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[]) {
    expect(read(format), format).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    expect(read(format), format).toContain('broken');
    if (format !== 'github') expect(read(format), format).not.toMatch(/^\s*::/m);
  }
  expect((JSON.parse(read('json')) as { findings: { file: string }[] }).findings[0]?.file).toBe(FILE);
  expect((JSON.parse(read('gitlab')) as { location: { path: string } }[])[0]?.location.path).toBe(FILE);
  const sarif = JSON.parse(read('sarif')) as { runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
  expect(decodeURIComponent(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toBe(FILE);
  expect(read('github').match(/^::\w+/gm)).toEqual(['::error', '::notice']);
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(read('junit')).close();
  const tree = JSON.stringify(fromMarkdown(read('markdown')));
  expect(tree).not.toMatch(/"type":"(?:html|image)"/);
  // In code nobody is called; in words the sign and the name are parted.
  expect(tree).not.toMatch(/"type":"text","value":"[^"]*(?:@acme|#12)/);
});
