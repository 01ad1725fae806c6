import { closing, commaParts, sqlTokens } from '../sql-tokens.js';
import type { Token } from '../sql-tokens.js';
import { columnName } from './table.js';
import type { Table, UniqueKey } from './table.js';

const STARTS = /\bcreate\s+(?:unlogged\s+|global\s+|local\s+)?table\b|\bcreate\s+unique\s+(?:clustered\s+|nonclustered\s+)?index\b|\balter\s+table\b/gi;
const MAX_STATEMENT = 8000;
const NO_COLUMN = /^(?:constraint|primary|foreign|unique|check|exclude|key|index|like|fulltext|spatial|period)$/;

/** The tables and unique indexes that statements in a text describe, be it SQL or code that holds SQL. */
export function readStatements(text: string): readonly Table[] {
  return [...text.matchAll(STARTS)].flatMap((match) => {
    const ends = text.indexOf(';', match.index);
    const written = text.slice(match.index, Math.min(ends < 0 ? text.length : ends + 1, match.index + MAX_STATEMENT)).replace(/\\(["'`])/g, '$1').replace(/\\n/g, '\n');
    const tokens = sqlTokens(withHoles(written));
    const kind = match[0].toLowerCase();
    const table = kind.startsWith('alter') ? alteration(tokens) : /table$/.test(kind) ? creation(tokens) : index(tokens);
    return table === undefined ? [] : [table];
  });
}

// What a template puts in is not known.
function withHoles(text: string): readonly (string | null)[] {
  return text.split(/\$\{[^}]*\}/).flatMap((part, position) => (position === 0 ? [part] : [null, part]));
}

function creation(tokens: readonly Token[]): Table | undefined {
  const { name, next } = nameAt(tokens, tokens.findIndex((token) => token.text === 'table') + 1);
  if (name === undefined || tokens[next]?.text !== '(') return undefined;
  const close = closing(tokens, next);
  if (close === undefined) return undefined;
  const within = tokens.slice(next + 1, close);
  // Text that is put together of pieces.
  const isPieced = within.some((token) => token.text === '+' || token.is === 'hole');
  return { names: [name], keys: commaParts(within).flatMap(keyIn), fills: new Map(), whole: !isPieced };
}

// `name TEXT UNIQUE`, `PRIMARY KEY (a, b)`, `CONSTRAINT c UNIQUE (a, b)`.
function keyIn(part: readonly Token[]): readonly UniqueKey[] {
  const at = part.findIndex((token, position) => token.is === 'word' && (token.text === 'unique' || (token.text === 'primary' && part[position + 1]?.text === 'key')));
  const first = part[0];
  if (at < 0 || first === undefined) return [];
  if (!NO_COLUMN.test(first.text)) return [{ columns: [columnName(first.text)], text: `${first.text} ${isPrimary(part, at)}`, partial: false }];
  const open = part.findIndex((token, position) => position > at && token.text === '(');
  return open < 0 ? [] : [listedKey(part, open, isPrimary(part, at))];
}

function isPrimary(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text === 'primary' ? 'PRIMARY KEY' : 'UNIQUE';
}

function listedKey(tokens: readonly Token[], open: number, kind: string): UniqueKey {
  const parts = commaParts(tokens.slice(open + 1, closing(tokens, open)));
  return { columns: parts.flatMap(columnIn), text: `${kind} (${parts.map((part) => part.map(({ text }) => text).join('')).join(', ')})`, partial: false };
}

// `lower(email)`, `email DESC`, `(flags->>'providerId')`.
function columnIn(part: readonly Token[]): readonly string[] {
  const words = part.filter((token, position) => token.is === 'word' && part[position + 1]?.text !== '(');
  const member = part.find((token, position) => token.is === 'text' && part[position - 1]?.text === '>');
  const column = words[0]?.text;
  if (column === undefined) return [];
  return [member === undefined ? columnName(column) : `${columnName(column)}.${columnName(member.text.slice(1, -1))}`];
}

function index(tokens: readonly Token[]): Table | undefined {
  const on = tokens.findIndex((token) => token.is === 'word' && token.text === 'on');
  const { name, next } = nameAt(tokens, on + 1);
  const open = tokens[next]?.text === 'using' ? next + 2 : next;
  if (on < 0 || name === undefined || tokens[open]?.text !== '(') return undefined;
  const close = closing(tokens, open) ?? tokens.length;
  const ends = tokens.findIndex((token, position) => position > close && token.text === ';');
  const partial = tokens.slice(close, Math.min(ends < 0 ? close + 12 : ends, close + 12)).some((token) => token.is === 'word' && token.text === 'where');
  return { names: [name], keys: [{ ...listedKey(tokens, open, 'UNIQUE INDEX'), partial }], fills: new Map(), whole: false };
}

// `ALTER TABLE t ADD CONSTRAINT c UNIQUE (a, b)`.
function alteration(tokens: readonly Token[]): Table | undefined {
  const { name, next } = nameAt(tokens, 2);
  const ends = tokens.findIndex((token) => token.text === ';');
  const within = tokens.slice(next, ends < 0 ? Math.min(tokens.length, next + 60) : ends);
  const keys = commaParts(within).flatMap((part) => {
    const at = part.findIndex((token) => token.is === 'word' && token.text === 'add');
    const added = part.slice(at + 1).filter((token, position) => !(position === 0 && token.text === 'column'));
    return at < 0 ? [] : keyIn(added);
  });
  return name === undefined || keys.length === 0 ? undefined : { names: [name], keys, fills: new Map(), whole: false };
}

function nameAt(tokens: readonly Token[], from: number): { readonly name: string | undefined; readonly next: number } {
  let next = from;
  while (tokens[next]?.is === 'word' && /^(?:if|not|exists|only|concurrently)$/.test(tokens[next]?.text ?? '')) next += 1;
  while (tokens[next + 1]?.text === '.') next += 2;
  const token = tokens[next];
  return { name: token?.is === 'word' ? columnName(token.text) : undefined, next: next + 1 };
}
