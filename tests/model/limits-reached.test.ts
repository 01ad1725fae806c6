import { expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import { MAX_FRAME_DEPTH } from '#program/engine.js';
import { pathsCut } from '#model/limits-reached.js';
import { linkText } from '../support/link-text.js';

it('a limit that was reached names the function, and what helps', () => {
  // Each of them another function: one that wraps what it made itself is not told apart each time.
  const wrapped = Array.from({ length: MAX_FRAME_DEPTH + 5 }, (_, index) => `const wrapped${String(index)} = (handler) => (request, response) => handler(request, response); const f${String(index + 1)} = wrapped${String(index)}(f${String(index)});`);
  const text = ["import express from 'express';", 'const app = express();', 'const f0 = (request, response) => response.json(1);', ...wrapped, `app.get('/', f${String(wrapped.length)});`, 'app.listen(3000);'];
  expect(buildModel(linkText({ 'a.ts': text.join('\n') }).program).incidents).toMatchObject([{
    where: 'nesting of calls', repeatable: true, message: expect.stringMatching(/followed 60 deep.*not looked at in wrapped\d+ \(a\.ts:\d+\).*"catalog"/) as string,
  }]);
});

it('entry points whose paths were cut are named, many of them counted', () => {
  expect(pathsCut([])).toEqual([]);
  expect(pathsCut(Array.from({ length: 8 }, (_, index) => `GET /${String(index)}`))).toMatchObject([{ message: expect.stringContaining('GET /4 and 3 more') as string }]);
});
