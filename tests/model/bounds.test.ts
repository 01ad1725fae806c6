import { describe, expect, it } from 'vitest';
import type { Library, Limit, RetryRow } from '#catalog/schema.js';
import { boundOf, limitsOf, retriesOf, versionAllows } from '#model/bounds.js';
import type { Bound } from '#model/types.js';
import { linkText } from '../support/link-text.js';
import type { LinkOptions } from '../support/link-text.js';

const LIBRARY: Library = { package: 'lib', name: 'Lib', source: 'made up', types: { Thing: 'open()' }, resources: [{ create: 'open', is: 'client' }] };
const LIMIT: Limit = { limits: 'attempt', at: ['0.timeout', 'creation:0.timeout'], default: 'never', offAt: [0], see: '' };

/** A bound in words: ms, where it comes from and the line. */
function wordsOf(bound: Bound | undefined): string {
  if (bound === undefined) return 'none';
  if (bound.is === 'unknown') return `unknown: ${bound.because}`;
  const { text, site, note } = bound.from;
  return `${bound.is === 'bounded' ? bound.ms : bound.is} by ${text} @${site.line}${note === undefined ? '' : ` (${note})`}`;
}

function bound(code: string, limit: Partial<Limit> = {}, options: LinkOptions = {}): string {
  const { program, calls } = linkText({ 'a.ts': `import lib, { open } from 'lib';\n${code}` }, { extraLibraries: [LIBRARY], ...options });
  const { call, callee } = calls('lib|open().run').at(-1) ?? expect.fail();
  return wordsOf(boundOf({ program }, { ...LIMIT, ...limit }, call, callee));
}

describe('a bound', () => {
  it.each<[string, string, string, Partial<Limit>?]>([
    ['set at the call', 'const t = open({ timeout: 9 });\nt.run({ timeout: 5 })', '5 by timeout @3'],
    ['set at the creation', 'const t = open({\n timeout: 9 });\nt.run()', '9 by timeout @3'],
    ['nowhere: no limit by default', 'const t = open();\nt.run()', "unbounded by Lib's default @2"],
    ['nowhere: a number by default', 'const t = open();\nt.run()', "10000 by Lib's default @2", { default: 10_000 }],
    ['nowhere: reported at the call when only the call can set it', 'const t = open();\nt.run()', "unbounded by Lib's default @3", { at: ['0.timeout'] }],
    ['switched off', 'open({ timeout: 0 }).run()', 'unbounded by timeout @2'],
    ['without end', 'open({ timeout: Infinity }).run()', 'unbounded by timeout @2'],
    ['in seconds', 'open({ timeout: 3 }).run()', '3000 by timeout @2', { unit: 's' }],
    ['as text', "open({ timeout: '3s' }).run()", '3000 by timeout @2', { unit: 's' }],
    ['in bytes', "open({ timeout: '1mb' }).run()", '1048576 by timeout @2', { unit: 'bytes' }],
    ['from the environment with a default', 'open({ timeout: Number(process.env.T ?? 250) }).run()', '250 by timeout @2'],
    ['from the environment without', 'open({ timeout: Number(process.env.T) }).run()', 'unknown: T is read from the environment and has no default'],
    ['one of several', 'open({ timeout: process.argv.length > 2 ? 5 : 7 }).run()', '7 by timeout @2 (one of 5, 7)'],
    ['one of several, one of them off', 'open({ timeout: process.argv.length > 2 ? 5 : 0 }).run()', 'unbounded by timeout @2'],
    ['of a thing whose creation is not in sight', "import type { Thing } from 'lib';\nexport const f = (t: Thing) => t.run();", 'unknown: its creation is not in sight'],
    ['with a note', 'open({ timeout: 4 }).run()', '4 by timeout @2 (it trickles)', { note: 'it trickles' }],
    ['of an argument', 'open().run(8)', '8 by the time given to run @2', { at: ['0'] }],
    ['of an argument in bytes', 'open().run(8)', '8 by the limit given to run @2', { at: ['0'], unit: 'bytes' }],
    ['only when', 'open({ timeout: 4 }).run()', 'unbounded by timeout without throws @2', { onlyWhen: { at: 'creation:0.throws', is: true } }],
    ['only when, and it is', 'open({ timeout: 4, throws: true }).run()', '4 by timeout @2', { onlyWhen: { at: 'creation:0.throws', is: true } }],
  ])('%s', (_name, code, expected, limit) => {
    expect(bound(code, limit)).toBe(expected);
  });

  const SIGNAL: Partial<Limit> = { at: ['0.signal'], unit: 'signal' };
  it.each([
    ['a timeout signal', 'open().run({ signal: AbortSignal.timeout(70) })', '70 by signal @2'],
    ['any of several', 'const c = new AbortController();\nopen().run({ signal: AbortSignal.any([c.signal, AbortSignal.timeout(70)]) })', '70 by signal @3'],
    ['a controller with a timer', 'const c = new AbortController();\nsetTimeout(() => c.abort(), 90);\nopen().run({ signal: c.signal })', '90 by signal @3'],
    ['a controller with a bound timer', 'const c = new AbortController();\nsetTimeout(c.abort.bind(c), 90);\nopen().run({ signal: c.signal })', '90 by signal @3'],
    ['a controller without', 'const c = new AbortController();\nopen().run({ signal: c.signal })', 'unbounded by signal @3 (no timer aborts its controller)'],
    ['a controller of a helper', 'function after(ms) { const c = new AbortController(); setTimeout(() => c.abort(), ms); return c.signal; }\nopen().run({ signal: after(30) })', '30 by signal @2'],
    ['no signal', 'open().run()', "unbounded by Lib's default @2"],
  ])('%s', (_name, code, expected) => {
    expect(bound(code, SIGNAL)).toBe(expected);
  });

  const DATE: Partial<Limit> = { at: ['0.deadline'], unit: 'date' };
  it.each([
    ['a time from now', 'open().run({ deadline: Date.now() + 5000 })', '5000 by deadline @2'],
    ['a date', 'open().run({ deadline: new Date(Date.now() + 5000) })', '5000 by deadline @2'],
    ['a date with seconds added', 'const d = new Date();\nd.setSeconds(d.getSeconds() + 5);\nopen().run({ deadline: d })', '5000 by deadline @4'],
    ['a time made by a helper', 'const inMs = (ms) => Date.now() + ms;\nopen().run({ deadline: inMs(40) })', '40 by deadline @3'],
  ])('%s', (_name, code, expected) => {
    expect(bound(code, DATE)).toBe(expected);
  });

  it('is not there in versions that lack the option', () => {
    const code = 'open({ timeout: 4 }).run()';
    const of = (version: string) => bound(code, { versions: '>=5.8.0' }, { versions: { lib: version } });
    expect(of('5.7.9')).toBe('unbounded by timeout needs Lib >=5.8.0, the service has 5.7.9 @2');
    expect([of('5.8.0'), of('^5.0.0'), of('latest')]).toEqual(Array(3).fill('4 by timeout @2'));
    expect(of('~5.7.0')).toContain('needs Lib');
  });

  it('of a node version nobody knows holds', () => {
    const { program } = linkText({ 'a.ts': '' });
    expect(versionAllows({ program }, 'node:fs', 'a.ts', '>=22')).toBe(true);
  });
});

describe('the bound of an operation', () => {
  function limits(code: string, rows: readonly Limit[]): string {
    const { program, calls } = linkText({ 'a.ts': `import { open } from 'lib';\n${code}` }, { extraLibraries: [LIBRARY] });
    const { call, callee } = calls('lib|open().run').at(-1) ?? expect.fail();
    return wordsOf(limitsOf({ program }, { limits: rows, textAt: '1' }, call, callee));
  }
  const total: Limit = { limits: 'total', at: ['0.total'], default: 'never', see: '' };

  it('is the least of those that bound it', () => {
    const connect: Limit = { limits: 'connect', at: ['0.connect'], default: 10, see: '' };
    expect(limits('open().run({ total: 50, timeout: 40 })', [connect, total, LIMIT])).toBe('40 by timeout @2');
    expect(limits('open().run({ total: 50 })', [connect, total, LIMIT])).toBe('50 by total @2');
    expect(limits('open().run()', [connect, total, LIMIT])).toContain('unbounded');
    expect(limits('open().run()', [connect])).toBe('none');
  });
});

describe('retries', () => {
  function retries(code: string, row: RetryRow) {
    const { program, calls } = linkText({ 'a.ts': `import { open } from 'lib';\n${code}` }, { extraLibraries: [LIBRARY] });
    const { call, callee } = calls('lib|open().run').at(-1) ?? expect.fail();
    const { attempts, writes, delays } = retriesOf({ program }, row, call, callee);
    return [wordsOf(attempts).replace(/ @.*/, ''), writes, wordsOf(delays).replace(/ by.*/, '')];
  }
  const ROW: RetryRow = { at: ['0.retry.limit', '0.retry'], counts: 'retries', default: 2, writes: false, writesAt: ['0.retry.methods'], delay: { default: 1000, factor: 2, capAt: ['0.retry.cap'] } };

  it('count attempts and delays', () => {
    expect(retries('open().run()', ROW)).toEqual(["3 by Lib's default", false, '3000']);
    expect(retries('open().run({ retry: 0 })', ROW)).toEqual(['1 by retry', false, '0']);
    expect(retries('open().run({ retry: { limit: 3, cap: 1500, methods: ["POST"] } })', ROW)).toEqual(['4 by retry.limit', true, '4000']);
    expect(retries('open().run({ retry: 5 })', { ...ROW, counts: 'attempts' })[0]).toBe('5 by retry');
    expect(retries('open().run()', { ...ROW, default: 'Infinity' })[0]).toBe("unbounded by Lib's default");
  });

  it('say whether writes are repeated', () => {
    expect(retries('open().run({ retry: { methods: list() } })', ROW)[1]).toBe('unknown');
    expect(retries('open().run({ retry: 1 })', { ...ROW, writesOnceSet: true })[1]).toBe(true);
    expect(retries('open().run({ retry: 1, on: "reads" })', { ...ROW, writes: true, writesUnless: { at: '0.on', is: ['reads'] } })[1]).toBe(false);
  });
});
