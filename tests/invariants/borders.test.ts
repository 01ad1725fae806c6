import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readOwn, sourceFiles } from '../support/own-files.js';

interface Border {
  /** Layers of ours that it may import. */
  readonly layers: readonly string[];
  /** Packages that it may import, types included. */
  readonly packages: readonly string[];
}

const NODE = ['node:'];

// The table of the house style: who may import what.
const BORDERS: Readonly<Record<string, Border>> = {
  catalog: { layers: [], packages: [] },
  project: { layers: [], packages: ['ts-morph', 'picomatch', 'semver', 'yaml', 'jsonc-parser', ...NODE] },
  facts: { layers: ['project'], packages: ['ts-morph', 'node:crypto', 'node:module'] },
  program: { layers: ['facts', 'project', 'model', 'catalog'], packages: ['semver', 'picomatch'] },
  model: { layers: ['program', 'facts', 'project', 'catalog'], packages: ['picomatch', 'semver', 'yaml'] },
  rules: { layers: ['model'], packages: [] },
  linter: { layers: ['rules', 'model', 'program', 'facts', 'project', 'catalog'], packages: ['cosmiconfig', 'jiti', 'zod', ...NODE] },
  surfaces: {
    layers: ['linter', 'rules', 'model', 'project'],
    packages: ['commander', 'picocolors', 'sarif', 'mdast', 'mdast-util-gfm', 'mdast-util-to-markdown', 'preact', 'preact-render-to-string', '@dagrejs/dagre', 'eslint', '@typescript-eslint/utils', ...NODE],
  },
  bin: { layers: ['surfaces'], packages: [] },
};

test.each(sourceFiles())('%s imports only what its layer may', (path) => {
  const layer = layerOf(path);
  const border = BORDERS[layer];
  const wrong = importsOf(readOwn(path) ?? '').filter((specifier) => border === undefined || !isAllowed(specifier, path, layer, border));
  expect(wrong).toEqual([]);
});

function isAllowed(specifier: string, path: string, layer: string, border: Border): boolean {
  if (specifier.startsWith('.')) return layerOf(posix.join(posix.dirname(path), specifier)) === layer;
  if (specifier.startsWith('#')) {
    const target = /^#([a-z]+)\//.exec(specifier)?.[1] ?? '';
    if (!border.layers.includes(target)) return false;
    // Surfaces show the project's words and never load a project.
    return layer !== 'surfaces' || (target !== 'project' && target !== 'model') || /\/(types|site)\.js$/.test(specifier);
  }
  return border.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`) || (name === 'node:' && specifier.startsWith(name)));
}

function layerOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'analyzer' ? second : first;
}

function importsOf(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const found = code.matchAll(/(?:^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*|\brequire\s*\(\s*)['"]([^'"\n]+)['"]/gm);
  return [...found].map((match) => match[1] ?? '');
}
