import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatJson } from '#surfaces/formatters/json.js';
import { formatPretty } from '#surfaces/formatters/pretty.js';
import { formatSarif } from '#surfaces/formatters/sarif.js';
import { fakeResult, plainContext, SOURCE } from '../support/fake-result.js';

const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;
const pretty = formatPretty(fakeResult, plainContext);
const json = formatJson(fakeResult, plainContext);
const sarif = formatSarif(fakeResult, plainContext);
const log = JSON.parse(sarif) as Log;

describe.each([['pretty', pretty], ['json', json], ['sarif', sarif]])('%s', (name, text) => {
  test('prints what it printed before', async () => {
    // The pages of rules change without the format.
    await expect(text.replace(/("markdown": )".*"/g, '$1"…"')).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('holds no character that a terminal obeys', () => {
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
  });

  test('holds no line that a build server obeys', () => {
    expect(text).not.toMatch(/^\s*::/m);
    if (name === 'pretty') expect(text).not.toContain('##[');
  });

  test('names what was skipped, remarked and broken', () => {
    for (const part of ['src/huge.ts', 'syntax error', 'no lockfile', 'rule shutdown-order', 'tracked in OPS-12'].slice(0, name === 'pretty' ? 4 : 5)) expect(text).toContain(part);
  });
});

describe('pretty', () => {
  test('fits 80 columns, except for names that must stay whole', () => {
    const long = pretty.split('\n').filter((line) => [...line].length > 80 && line.trim().includes(' '));
    expect(long.filter((line) => !line.startsWith('src/a b#c'))).toEqual([]);
  });

  test('hides credentials of source lines', () => {
    expect(pretty).not.toContain('secret');
    expect(pretty).toContain('postgres://***@db/x');
  });

  test('points the caret at the place, tabs or not', () => {
    const lines = pretty.split('\n');
    const code = lines.findIndex((line) => line.includes('new Pool('));
    expect(lines[code + 1]?.indexOf('^')).toBe((lines[code]?.indexOf('new Pool(') ?? 0) + 4);
  });

  test('prints one block for one partner', () => {
    expect(pretty.match(/api\.stripe\.com/g)).toHaveLength(1);
    expect(pretty).toContain('src/pay.ts:10, src/pay.ts:33');
    expect(pretty).not.toContain('src/pay.ts:90');
  });

  test('leaves warnings out when quiet, never what was skipped', () => {
    const quiet = formatPretty(fakeResult, { ...plainContext, quiet: true });
    expect(quiet).not.toContain('api.stripe.com');
    expect(quiet).toContain('src/huge.ts');
  });

  test('when quiet, still tells why a comment does not silence what is shown', () => {
    const error = fakeResult.findings.find(({ severity, verdict, suppressed }) => severity === 'error' && verdict.verdict === 'violated' && suppressed === undefined);
    const { file, line } = error?.verdict.site ?? { file: '', line: 0 };
    const notes = [{ path: file, line: line - 1, message: 'reasonless' }, { path: file, line: line + 9, message: 'elsewhere' }];
    const quiet = formatPretty({ ...fakeResult, notes }, { ...plainContext, quiet: true });
    expect(quiet).toContain('reasonless');
    expect(quiet).not.toContain('elsewhere');
  });

  test('colours only when asked', () => {
    expect(formatPretty(fakeResult, { ...plainContext, color: true })).toContain('\u001b[31m');
  });
});

describe('json', () => {
  test('is what its schema says', () => {
    const validate = new Ajv({ allErrors: true }).compile(readJson('../../schema/report.json'));
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
  });

  test('lists unproven places only when asked', () => {
    expect(formatJson(fakeResult, { ...plainContext, unproven: false })).not.toContain('"verdict": "unproven"');
  });
});

describe('sarif', () => {
  const results = log.runs[0]?.results ?? [];

  test('is what the schema of OASIS says', () => {
    const { $schema: _draft, id: _id, ...schema } = readJson('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
    const validate = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: true, 'date-time': true, 'uri-reference': /^[\w.~%/-]+$/ } }).compile(schema);
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test('gives relative URIs, percent-encoded', () => {
    const uris = results.map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');
    expect(uris[0]).toBe('src/a%20b%23c%2520d%1B%5B2J%0A%3A%3Aerror%20file%3Dx%3A%3A%C3%BC.ts');
    for (const uri of uris) expect(decodeURIComponent(uri).startsWith('src/')).toBe(true);
    expect(formatSarif(fakeResult, { ...plainContext, uriPrefix: 'services/shop/' })).toContain('"services/shop/src/db.ts"');
  });

  test('says fail for a violation and open for an unproven place', () => {
    expect(results.map(({ kind, level }) => `${kind} ${level}`)).toEqual(['fail error', 'fail error', 'open none', 'fail warning', 'fail warning', 'fail warning']);
    expect(results[0]?.properties).toMatchObject({ verdict: 'violated', budgetMs: 3000, worstCaseMs: 5000 });
    expect(results[1]?.properties).toMatchObject({ entryPoints: ['GET /users/:id', 'POST /users', 'DELETE /users/:id'] });
    expect(results[1]?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(3);
    expect(results[5]?.suppressions).toEqual([{ kind: 'inSource', justification: 'tracked in OPS-12' }]);
  });

  test('keeps fingerprints when other lines come and go', () => {
    const fingerprints = (lines: readonly string[], line: number) => {
      const findings = fakeResult.findings.slice(1, 2).map((finding) => ({ ...finding, verdict: { ...finding.verdict, site: { ...finding.verdict.site, line } } }));
      const moved = JSON.parse(formatSarif({ ...fakeResult, findings }, { ...plainContext, textOf: () => lines.join('\n'), linesOf: () => lines })) as Log;
      return moved.runs[0]?.results?.[0]?.partialFingerprints;
    };
    const before = fingerprints(SOURCE, 5);
    expect(fingerprints(['// new', '', ...SOURCE], 7)).toEqual(before);
    expect(fingerprints(SOURCE.map((line) => line.replace('max: 10', 'max: 20')), 5)).not.toEqual(before);
  });

  test('tells two findings on equal lines apart', () => {
    const [pool] = fakeResult.findings.slice(1, 2);
    const twice = JSON.parse(formatSarif({ ...fakeResult, findings: pool === undefined ? [] : [pool, pool] }, plainContext)) as Log;
    const ids = twice.runs[0]?.results?.map((result) => result.partialFingerprints?.['seamlint/v1']);
    expect(new Set(ids).size).toBe(2);
  });
});
