/** What a glance at a text tells before anyone parses it. */
export interface Prescan {
  /** How deeply brackets nest; strings and comments are left out as far as that is possible without parsing. */
  readonly maxDepth: number;
  readonly longestLine: number;
  readonly hasNul: boolean;
}

const LINE_FEED = 10;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const SINGLE_QUOTE = 39;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const STAR = 42;
const SLASH = 47;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Looks over a text once, in linear time, to tell files that deserve care from ordinary ones. */
export function prescan(text: string): Prescan {
  return { maxDepth: deepestNesting(text), longestLine: longestLine(text), hasNul: text.includes('\0') };
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > longest) longest = end - start;
    start = end + 1;
  }
  return Math.max(longest, text.length - start);
}

function deepestNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  // The depths at which substitutions of templates opened.
  const substitutions: number[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case OPEN_PAREN:
      case OPEN_BRACKET:
      case OPEN_BRACE:
        if (++depth > deepest) deepest = depth;
        break;
      case CLOSE_BRACE:
        if (depth > 0) depth--;
        if (substitutions.length === 0 || substitutions[substitutions.length - 1] !== depth) break;
        substitutions.pop();
        at = endOfTemplateText(text, at + 1);
        if (text.charCodeAt(at) === OPEN_BRACE) substitutions.push(depth++);
        break;
      case CLOSE_PAREN:
      case CLOSE_BRACKET:
        if (depth > 0) depth--;
        break;
      case BACKTICK:
        at = endOfTemplateText(text, at + 1);
        if (text.charCodeAt(at) === OPEN_BRACE) substitutions.push(depth++);
        break;
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        at = endOfString(text, at);
        break;
      case SLASH:
        at = endOfComment(text, at);
        break;
      default:
    }
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/** The closing backtick, or the brace of the next substitution, or the end of the text. */
function endOfTemplateText(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === BACKTICK) return at;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) return at + 1;
  }
  return at;
}

/** The closing quote, or the end of the line when there is none. */
function endOfString(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === quote || code === LINE_FEED) return at;
  }
  return at;
}

function endOfComment(text: string, from: number): number {
  const next = text.charCodeAt(from + 1);
  if (next !== SLASH && next !== STAR) return from;
  const end = next === SLASH ? text.indexOf('\n', from) : text.indexOf('*/', from + 2);
  return end < 0 ? text.length : end;
}
