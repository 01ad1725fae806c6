import { ownFiles, readOwn } from './own-files.js';

/** A block of code in a page, with the word behind its language. */
export interface PageBlock {
  readonly path: string;
  readonly language: string;
  readonly kind: string;
  readonly body: string;
}

/** The pages for people. */
export const pages = ownFiles().filter((path) => path === 'README.md' || /^docs\/.*\.md$/.test(path)).map((path) => ({ path, text: readOwn(path) ?? '' }));

/** Every block of code in them. */
export const blocks: readonly PageBlock[] = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^```(\w+)(?: ([\w-]+))?\n([\s\S]*?)^```$/gm)].map(([, language = '', kind = '', body = '']) => ({ path, language, kind, body })));

/** The blocks of one kind, with a number and their page for the name of a test. */
export function ofKind(kind: string): readonly (readonly [number, string, PageBlock])[] {
  return blocks.filter((block) => block.kind === kind).map((block, index) => [index + 1, block.path, block] as const);
}
