import { describe, expect, it } from 'vitest';
import { matchesGlob } from '#project/match-glob.js';

describe('globs of workspace packages', () => {
  it.each([
    ['packages/*', 'packages/a', true],
    ['packages/*', 'packages/a/b', false],
    ['packages/**', 'packages/a/b', true],
    ['packages/**', 'packages', true],
    ['**/test/**', 'a/test/b', true],
    ['**/test/**', 'a/tests/b', false],
    ['{apps,packages}/*-api', 'apps/user-api', true],
    ['apps/?', 'apps/ab', false],
    ['*', '.hidden', false],
    ['.', '', false],
  ])('%s on %s: %s', (glob, path, expected) => expect(matchesGlob(glob, path)).toBe(expected));

  it('cannot be made slow', () => {
    expect(matchesGlob(`${'*a'.repeat(100)}*b`, 'a'.repeat(250))).toBe(false);
    expect(matchesGlob('**/'.repeat(100) + 'x', 'a/'.repeat(200) + 'y')).toBe(false);
  });
});
