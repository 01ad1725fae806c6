import { closing, commaParts, sqlTokens } from '../sql-tokens.js';
import type { Token } from '../sql-tokens.js';
import { columnName } from './table.js';
import type { Described, Removal, Table, UniqueKey } from './table.js';

const STARTS = /\bcreate\s+(?:unlogged\s+|global\s+|local\s+)?table\b|\bcreate\s+unique\s+(?:clustered\s+|nonclustered\s+)?index\b|\balter\s+table\b|\bdrop\s+(?:table|index)\b/gi;
const MAX_STATEMENT = 8000;
const MAX_DROP = 200;
// `KEY by_name (name)` is none, `key TEXT PRIMARY KEY` is a column of that name.
const NO_COLUMN = /^(?:constraint|primary|foreign|unique|check|exclude)$/;

/** The tables and unique indexes that statements in a text describe or drop, be it SQL or code that holds SQL, in their order. */
export function readStatements(text: string): readonly Described[] {
  return [...text.matchAll(STARTS)].flatMap((match) => {
    const ends = text.indexOf(';', match.index);
    const longest = /^drop/i.test(match[0]) ? MAX_DROP : MAX_STATEMENT;
    const written = text.slice(match.index, Math.min(ends < 0 ? text.length : ends + 1, match.index + longest)).replace(/\\(["'`])/g, '$1').replace(/\\n/g, '\n');
    const tokens = sqlTokens(withHoles(written));
    const kind = match[0].toLowerCase();
    if (kind.startsWith('alter')) return alteration(tokens);
    if (kind.startsWith('drop')) return dropped(tokens);
    const table = /table$/.test(kind) ? creation(tokens) : index(tokens);
    if (table === undefined && kind.endsWith('index')) return [{ is: 'open', ...openTable(tokens), columns: [] }];
    return table === undefined ? [] : [table];
  });
}

function openTable(tokens: readonly Token[]): { readonly table?: string } {
  const on = tokens.findIndex((token) => token.is === 'word' && token.text === 'on');
  const { name } = on < 0 ? { name: undefined } : nameAt(tokens, on + 1);
  return name === undefined ? {} : { table: name };
}

// `DROP INDEX IF EXISTS by_number`, `DROP TABLE orders`.
function dropped(tokens: readonly Token[]): readonly Removal[] {
  const { name } = nameAt(tokens, 2);
  if (name === undefined) return [];
  return [tokens[1]?.text === 'table' ? { is: 'table', table: name, columns: [] } : { is: 'key', name, columns: [] }];
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
  const named = first.text === 'constraint' ? part[1]?.text : undefined;
  return open < 0 ? [] : [{ ...listedKey(part, open, isPrimary(part, at)), ...(named === undefined ? {} : { name: columnName(named) }) }];
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
  const named = on > 0 && tokens[on - 1]?.text !== 'index' ? { name: columnName(tokens[on - 1]?.text ?? '') } : {};
  const partial = tokens.slice(close, Math.min(ends < 0 ? close + 12 : ends, close + 12)).some((token) => token.is === 'word' && token.text === 'where');
  return { names: [name], keys: [{ ...listedKey(tokens, open, 'UNIQUE INDEX'), partial, ...named }], fills: new Map(), whole: false };
}

// `ALTER TABLE t ADD CONSTRAINT c UNIQUE (a, b)`, `ALTER TABLE t DROP CONSTRAINT c, DROP COLUMN d`.
function alteration(tokens: readonly Token[]): readonly Described[] {
  const { name, next } = nameAt(tokens, 2);
  if (name === undefined) return [{ is: 'open', columns: [] }];
  if (tokens[next]?.text === 'rename' && tokens[next + 1]?.text === 'to') return [{ is: 'rename', table: name, to: columnName(tokens[next + 2]?.text ?? ''), columns: [] }];
  const ends = tokens.findIndex((token) => token.text === ';');
  const parts = commaParts(tokens.slice(next, ends < 0 ? Math.min(tokens.length, next + 60) : ends));
  const removed = parts.flatMap((part): readonly Removal[] => {
    const at = part.findIndex((token) => token.is === 'word' && token.text === 'drop');
    if (at < 0) return [];
    const kind = part[at + 1]?.text ?? '';
    const { name: what } = nameAt(part, /^(?:column|constraint|index|key)$/.test(kind) ? at + 2 : at + 1);
    if (what === undefined || /^(?:not|default|expression|identity|foreign|check)$/.test(kind)) return [];
    if (kind === 'primary') return [{ is: 'key', table: name, name: `${name}pkey`, columns: [] }];
    return [/^(?:constraint|index|key)$/.test(kind) ? { is: 'key', table: name, name: what, columns: [] } : { is: 'column', table: name, columns: [what] }];
  });
  const keys = parts.flatMap((part) => {
    const at = part.findIndex((token) => token.is === 'word' && token.text === 'add');
    const added = part.slice(at + 1).filter((token, position) => !(position === 0 && token.text === 'column'));
    return at < 0 ? [] : keyIn(added);
  });
  return keys.length === 0 ? removed : [...removed, { names: [name], keys, fills: new Map(), whole: false }];
}

function nameAt(tokens: readonly Token[], from: number): { readonly name: string | undefined; readonly next: number } {
  let next = from;
  while (tokens[next]?.is === 'word' && /^(?:if|not|exists|only|concurrently)$/.test(tokens[next]?.text ?? '')) next += 1;
  while (tokens[next + 1]?.text === '.') next += 2;
  const token = tokens[next];
  return { name: token?.is === 'word' ? columnName(token.text) : undefined, next: next + 1 };
}
