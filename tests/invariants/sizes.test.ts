import ts from 'typescript';
import { expect, test } from 'vitest';
import { readOwn, sourceFiles } from '../support/own-files.js';

const GENERATED = new Set(['catalog/index.ts', 'rules/registry.ts']);

function limitOf(path: string): number {
  if (path.startsWith('rules/')) return path === 'rules/types.ts' ? 250 : 80;
  return path.startsWith('catalog/') && path !== 'catalog/schema.ts' ? 120 : 250;
}

test.each(sourceFiles())('%s is short enough', (path) => {
  const text = readOwn(path) ?? '';
  if (GENERATED.has(path) || isContract(path, text)) return;
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(limitOf(path));
  expect(longFunctions(path, text)).toEqual([]);
});

// Contracts are read as a whole: types only, no code.
function isContract(path: string, text: string): boolean {
  return /(^|\/)(types|schema)\.ts$/.test(path) && !/^\s*(export )?function /m.test(text);
}

function longFunctions(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const long: string[] = [];
  const waiting: ts.Node[] = [source];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (lines > 50) long.push(`${node.name?.getText() ?? 'anonymous'}: ${lines} lines`);
    }
    node.forEachChild((child) => void waiting.push(child));
  }
  return long;
}
