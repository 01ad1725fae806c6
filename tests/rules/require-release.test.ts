import { expect, test } from 'vitest';
import type { Acquisition } from '#model/types.js';
import rule from '#rules/require-release.js';
import { at, verdictsOf } from '../support/service-models.js';

function acquisition(ends: Acquisition['ends']): Acquisition {
  return { site: at('src/db.ts:4'), name: 'pool.connect', what: 'pg connection', ends };
}

const judge = (...acquisitions: Acquisition[]) => verdictsOf(rule, { acquisitions });

test('a connection that a failure leaves taken is violated', () => {
  expect(judge(acquisition({ is: 'leaks', how: 'throws', at: at('src/db.ts:6') }))).toMatchObject([
    {
      verdict: 'violated', site: at('src/db.ts:4'), message: 'The pg connection that pool.connect takes here is not given back when src/db.ts:6 throws',
      related: [{ site: at('src/db.ts:6'), text: 'what fails here leaves it taken' }],
    },
  ]);
});

test('an early return and a missing release are told apart', () => {
  expect(judge(acquisition({ is: 'leaks', how: 'returns', at: at('src/db.ts:6') }))).toMatchObject([{ message: 'The pg connection that pool.connect takes here is not given back when the function returns at src/db.ts:6' }]);
  expect(judge(acquisition({ is: 'leaks', how: 'ends', at: at('src/db.ts:4') }))).toMatchObject([{ message: 'The pg connection that pool.connect takes here is never given back', related: [] }]);
});

test('what is given back is satisfied, what is out of sight is unproven', () => {
  expect(judge(acquisition({ is: 'released', at: at('src/db.ts:9'), text: 'on every way' }))).toMatchObject([{ verdict: 'satisfied', evidence: 'the pg connection of pool.connect is given back on every way (src/db.ts:9)' }]);
  expect(judge(acquisition({ is: 'unknown', because: 'run is given it' }))).toMatchObject([{ verdict: 'unproven' }]);
});

test('one activation that leaks is enough', () => {
  expect(judge(acquisition({ is: 'released', at: at('src/db.ts:9'), text: 'on every way' }), acquisition({ is: 'leaks', how: 'ends', at: at('src/db.ts:4') }))).toMatchObject([{ verdict: 'violated' }]);
});
