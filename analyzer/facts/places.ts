import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { Offset } from './types.js';

const SPACE = 32;
const TAB = 9;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const SLASH = 47;
const STAR = 42;
const UNDERSCORE = 95;
const HASH = 35;
const FIRST_NON_ASCII = 128;

/** The offset of a node's first character: its `pos` without the blanks and comments before it. */
export function startOf(text: string, pos: Offset): Offset {
  let at = pos;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN || code === 11 || code === 12) at++;
    else if (code === SLASH) {
      const after = endOfComment(text, at);
      if (after === at) return at;
      at = after;
    } else if (code >= FIRST_NON_ASCII && isForeignBlank(code)) at++;
    else if (code === HASH && at === 0 && text.charCodeAt(1) === 33) at = endOfLine(text, at);
    else return at;
  }
}

/** The place of an identifier, found from its end so that nothing is scanned. */
export function placeOfName(node: ts.MemberName): Offset {
  const name = node.escapedText as string;
  return node.end - (isEscaped(name) ? name.length - 1 : name.length);
}

/** An identifier's name; TypeScript keeps names with two leading underscores in an escaped form. */
export function nameOf(node: ts.MemberName): string {
  const name = node.escapedText as string;
  return isEscaped(name) ? name.substring(1) : name;
}

function isEscaped(name: string): boolean {
  return name.charCodeAt(0) === UNDERSCORE && name.charCodeAt(1) === UNDERSCORE && name.charCodeAt(2) === UNDERSCORE;
}

function endOfComment(text: string, at: Offset): Offset {
  const second = text.charCodeAt(at + 1);
  if (second === SLASH) return endOfLine(text, at);
  if (second !== STAR) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

function endOfLine(text: string, at: Offset): Offset {
  let end = at;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === 0x2028 || code === 0x2029;
}

function isForeignBlank(code: number): boolean {
  return typescript.isWhiteSpaceLike(code);
}
