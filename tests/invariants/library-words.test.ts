import { expect, test } from 'vitest';
import { libraries } from '#catalog/index.js';
import ts from 'typescript';
import { readOwn, sourceFiles } from '../support/own-files.js';

// Plain English words stand for what people name their own things, too; `createIndex` or `max_tokens` is a library's.
const OF_LIBRARIES = new Set(libraries.flatMap(({ words = [] }) => words.flatMap(({ names }) => names)).filter((name) => /[a-z](?:[A-Z]|_)/.test(name)));

test.each(sourceFiles().filter((path) => /^(?:analyzer\/(?:program|model)|rules)\//.test(path)))('%s leaves words of libraries to their rows', (path) => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node)) found.push(...(node.text.match(/\w+/g) ?? []).filter((word) => OF_LIBRARIES.has(word)));
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, readOwn(path) ?? '', ts.ScriptTarget.Latest, true));
  expect(found).toEqual([]);
});
