import type { BlockContent, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visible } from './escape.js';

/** Markdown of a tree; no text in it becomes markup. */
export function markdownText(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return toMarkdown(root as Nodes, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-' });
}

/** Words, with nothing in them that calls people or links to issues. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value: quiet(visible(value)) };
}

/** Words in which addresses are links. */
export function linked(value: string): PhrasingContent[] {
  return value.split(/(https:\/\/[\w.-]+[\w/](?:[\w./#?=&%~-]*[\w/])?)/).map((part, index) =>
    index % 2 === 0 ? text(part) : { type: 'link', url: part, children: [{ type: 'text', value: part }] },
  );
}

/** A name or place as it stands in the code. */
export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: visible(value) };
}

/** Emphasised words. */
export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

/** A paragraph. */
export function paragraph(...children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [...children] };
}

/** A heading of a depth. */
export function heading(depth: 1 | 2 | 3 | 4, value: string): BlockContent {
  return { type: 'heading', depth, children: [text(value)] };
}

/** A list, numbered or not; each item is a list of blocks. */
export function list(ordered: boolean, items: readonly (readonly BlockContent[])[]): BlockContent {
  return { type: 'list', ordered, spread: false, children: items.map((children) => ({ type: 'listItem', spread: false, children: [...children] })) };
}

/** A table; the first row is its head. */
export function table(rows: readonly (readonly (readonly PhrasingContent[])[])[]): Table {
  return { type: 'table', children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children: [...children] })) })) };
}

// The host of a comment reads `@team`, `#12` and `GH-12` in plain words whatever is escaped; a word joiner parts them and is not seen.
function quiet(value: string): string {
  return value.replace(/[@#](?=[\p{L}\p{N}_-])/gu, '$&\u2060').replace(/\b(GH)-(?=\d)/gi, '$1\u2060-');
}
