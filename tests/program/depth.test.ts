import { expect, it } from 'vitest';
import { MAX_EVALUATION_DEPTH } from '#program/engine.js';
import { placeValues } from '#program/places.js';
import { linkText } from '../support/link-text.js';

const LINKS = MAX_EVALUATION_DEPTH * 2;

/** Classes that hold each other, the last one made with what counts; the first one is asked, then one in the middle. */
const CHAIN = [
  "import lib from 'lib';",
  'class C0 { constructor(private given: number) {} get() { return this.given; } }',
  ...Array.from({ length: LINKS }, (_, link) => `class C${String(link + 1)} { constructor(private next: C${String(link)}) {} get() { return this.next.get(); } }`),
  'const c0 = new C0(3000);',
  ...Array.from({ length: LINKS }, (_, link) => `const c${String(link + 1)} = new C${String(link + 1)}(c${String(link)});`),
  `lib.call(c${String(LINKS)}.get());`,
  `lib.call(c${String(LINKS / 2)}.get());`,
].join('\n');

it('what is nested too deeply for one evaluation is evaluated from the ground', () => {
  const { program, calls } = linkText({ 'a.ts': CHAIN }, { extraLibraries: [{ package: 'lib', source: 'made up', same: [{ path: 'default', is: '' }], operations: [{ call: 'call', is: 'sleep', effect: 'none', see: 'made up' }] }] });
  const found = calls('lib|call').map(({ call, callee }) => placeValues(program.engine, call, callee, '0').values.map((value) => (value.is === 'literal' ? value.value : value.is)));
  expect(found).toEqual([[3000], [3000]]);
  expect(program.engine.limits.hits.all).toEqual([]);
});
