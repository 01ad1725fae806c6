import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Directive, Offset } from './types.js';
import { JSX_TEXT, LAST_TOKEN } from './kinds.js';
import { startOf } from './places.js';

const MARK = 'seamlint-';
const KINDS: ReadonlySet<string> = new Set(['disable-next-line', 'disable-line', 'disable', 'enable']);

/** A search for the comments in which given places of a file lie. */
interface Search {
  readonly text: string;
  readonly places: readonly Offset[];
  /** Start and end of each comment found, by start. */
  readonly comments: Map<Offset, Offset>;
  next: number;
}

/** The comments that begin with a word to seamlint; the same words in strings, templates or JSX are no comments. */
export function findSuppressions(text: string, file: ts.SourceFile): Directive[] {
  if (!text.includes(MARK)) return [];
  const search: Search = { text, places: placesOf(text), comments: new Map(), next: 0 };
  searchNode(search, file);
  const directives: Directive[] = [];
  for (const [at, end] of search.comments) {
    const directive = parseDirective(text, at, end, file);
    if (directive !== undefined) directives.push(directive);
  }
  return directives;
}

function placesOf(text: string): Offset[] {
  const places: Offset[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length)) places.push(at);
  return places;
}

// Comments lie in the gaps between the children of a node, or before the first character of a token.
function searchNode(search: Search, node: ts.Node): void {
  let from = node.pos;
  let isLeaf = true;
  typescript.forEachChild(node, (child) => {
    isLeaf = false;
    searchGap(search, from, child.pos);
    if (nextPlace(search) < child.end) searchNode(search, child);
    if (child.end > from) from = child.end;
  });
  const isToken = isLeaf && node.kind <= LAST_TOKEN;
  if (!isToken) return searchGap(search, from, node.end);
  if (node.kind !== JSX_TEXT) searchGap(search, from, startOf(search.text, from));
  while (nextPlace(search) < node.end) search.next++;
}

function searchGap(search: Search, from: Offset, to: Offset): void {
  const { text, comments } = search;
  let at = from;
  while (nextPlace(search) < to) {
    const place = nextPlace(search);
    const comment = firstComment(text, at, place);
    if (comment === undefined) search.next++;
    else {
      at = comment.end;
      if (comment.end > place) comments.set(comment.start, comment.end);
      while (nextPlace(search) < comment.end) search.next++;
    }
  }
}

/** The first comment between two places; between nodes there is nothing but punctuation, blanks and comments. */
function firstComment(text: string, from: Offset, to: Offset): { start: Offset; end: Offset } | undefined {
  for (let start = text.indexOf('/', from); start >= 0 && start < to; start = text.indexOf('/', start + 1)) {
    const second = text[start + 1];
    if (second !== '/' && second !== '*') continue;
    const close = second === '/' ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
    return { start, end: close < 0 ? text.length : second === '/' ? close : close + 2 };
  }
  return undefined;
}

function nextPlace(search: Search): Offset {
  return search.places[search.next] ?? Infinity;
}

function parseDirective(text: string, at: Offset, end: Offset, file: ts.SourceFile): Directive | undefined {
  const isBlock = text[at + 1] === '*';
  const content = text.slice(at + 2, isBlock && text.endsWith('*/', end) ? end - 2 : end).replace(/^\*+/, '').trim();
  if (!content.startsWith(MARK)) return undefined;
  const dashes = content.indexOf(' --');
  const command = (dashes < 0 ? content : content.slice(0, dashes)).slice(MARK.length);
  const reason = dashes < 0 ? '' : content.slice(dashes + ' --'.length).replaceAll('\n', ' ').trim();
  const [kind = '', ...rules] = command.split(/[\s,]+/).filter((word) => word !== '');
  // What is disabled for the next line counts from the line on which the comment ends.
  const place = kind === 'disable-next-line' ? Math.max(at, end - 1) : at;
  const line = file.getLineAndCharacterOfPosition(place).line + 1;
  const isKnown = KINDS.has(kind) && rules.every(isRuleName);
  return { kind: isKnown ? (kind as Directive['kind']) : 'malformed', rules: rules.filter(isRuleName), reason, line, at };
}

function isRuleName(word: string): boolean {
  return /^[a-z0-9][a-z0-9/@-]{0,99}$/i.test(word);
}
