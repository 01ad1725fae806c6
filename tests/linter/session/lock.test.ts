import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { underLock } from '#linter/session/lock.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

test('the lock is there while the work is done, and gone when it failed', () => {
  const folder = join(temporaryFolder(), 'deep', 'cache');
  expect(underLock(folder, () => existsSync(join(folder, 'lock')))).toBe(true);
  expect(() => underLock(folder, () => { throw new Error('broken'); })).toThrow('broken');
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a lock of a process that is gone is not waited for', () => {
  const folder = temporaryFolder({ lock: `4194399 ${hostname()}` });
  expect(underLock(folder, () => 1)).toBe(1);
});

test('an old lock of another machine is not waited for', () => {
  const folder = temporaryFolder({ lock: '1 elsewhere' });
  utimesSync(join(folder, 'lock'), new Date('2024-01-01'), new Date('2024-01-01'));
  expect(underLock(folder, () => 1)).toBe(1);
});

test('where no lock can be written the work is done', () => {
  const folder = temporaryFolder({ file: '' });
  writeFileSync(join(folder, 'file'), '');
  expect(underLock(join(folder, 'file', 'below'), () => 1)).toBe(1);
});
