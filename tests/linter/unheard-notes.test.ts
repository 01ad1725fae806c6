import { describe, expect, test } from 'vitest';
import { lint } from '#linter/lint.js';
import { defaultOptions } from '#linter/options.js';
import { realAnalysis } from '../support/analysis.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function notesOf(app: string): readonly string[] {
  const folder = temporaryFolder({ 'package.json': '{"name":"service","dependencies":{"express":"4.21.2"}}', 'src/app.ts': `import express, { Router } from 'express';\nconst app = express();\n${app}\n` });
  const { notes } = lint({ ...defaultOptions(folder), cache: false, rules: [] }, { analysis: realAnalysis });
  return notes.map(({ path = '', line = 0, message }) => `${path}:${line} ${message}`);
}

describe('a registration that nobody can tell anything of', () => {
  test('by a method that is chosen at run time, is told', () => {
    expect(notesOf('const routes: any[] = JSON.parse(process.env.ROUTES!);\nfor (const route of routes) app[route.method](route.path, (req, res) => route.run(req, res));')).toEqual([
      'src/app.ts:4 what is registered here is not known, and what it runs is not looked at: the method that is called is chosen at run time',
    ]);
  });

  test('with a handler that is not known, is told', () => {
    expect(notesOf("export const serve = (given: { run: unknown }) => app.get('/', given.run);")).toEqual([
      expect.stringMatching(/^src\/app\.ts:3 what is registered here is not known/),
    ]);
  });

  test('is not made of a setting that is read, nor of a table in sight', () => {
    expect(notesOf("app.get('env');\nfor (const { method, run } of [{ method: 'get', run: (req, res) => res.end() }] as const) app[method]('/', run);")).toEqual([]);
  });
});
