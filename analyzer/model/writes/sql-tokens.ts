/** One word, literal, parameter or sign of a statement's text. */
export interface Token {
  readonly is: 'word' | 'text' | 'number' | 'parameter' | 'hole' | 'sign';
  /** Words in lower case without quotes; signs and parameters as written. */
  readonly text: string;
  /** For holes, which part of the template stands there; for positional parameters their position from 0. */
  readonly index: number;
}

const PATTERNS: readonly (readonly [Token['is'] | 'nothing', RegExp])[] = [
  ['nothing', /\s+|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//y],
  ['text', /'(?:[^'\\]|''|\\.)*'/y],
  ['text', /\$([A-Za-z_]*)\$[\s\S]*?\$\1\$/y],
  ['word', /"(?:[^"]|"")*"|`[^`]*`|\[[A-Za-z_]\w*\]/y],
  ['parameter', /\$\d+|\?|[:@][A-Za-z_]\w*/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_][\w$]*/y],
  ['sign', /::|\|\||<>|!=|<=|>=|[^\s]/y],
];

/** Takes statements apart; `null` parts are what a template puts in. Comments are left out. */
export function sqlTokens(parts: readonly (string | null)[]): readonly Token[] {
  const tokens: Token[] = [];
  let holes = 0;
  let questions = 0;
  for (const part of parts) {
    if (part === null) {
      tokens.push({ is: 'hole', text: '', index: holes });
      holes += 1;
      continue;
    }
    for (let at = 0; at < part.length;) {
      const found = tokenAt(part, at);
      at = found.end;
      if (found.is === 'nothing') continue;
      tokens.push({ is: found.is, text: found.is === 'word' ? plain(found.text) : found.text, index: positionOf(found.text, questions) });
      if (found.text === '?') questions += 1;
    }
  }
  return tokens;
}

function tokenAt(part: string, at: number): { readonly is: Token['is'] | 'nothing'; readonly text: string; readonly end: number } {
  for (const [is, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(part);
    if (match !== null && match[0] !== '') return { is, text: match[0], end: at + match[0].length };
  }
  return { is: 'nothing', text: '', end: at + 1 };
}

function plain(word: string): string {
  return word.replace(/^["`[]|["`\]]$/g, '').toLowerCase();
}

function positionOf(text: string, questions: number): number {
  if (text === '?') return questions;
  return /^\$\d+$/.test(text) ? Number(text.slice(1)) - 1 : -1;
}

/** The parenthesis that closes the one at a position; undefined where none does. */
export function closing(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let position = open; position < tokens.length; position += 1) {
    if (tokens[position]?.text === '(') depth += 1;
    if (tokens[position]?.text === ')' && (depth -= 1) === 0) return position;
  }
  return undefined;
}

/** What stands between the commas of a list. */
export function commaParts(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts;
}
