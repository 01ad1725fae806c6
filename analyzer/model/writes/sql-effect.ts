import { closing, commaParts, sqlTokens } from './sql-tokens.js';
import type { Token } from './sql-tokens.js';

/** Where the value of a column comes from. */
export type SqlValue =
  | { readonly is: 'parameter'; readonly index: number }
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'hole'; readonly index: number }
  /** Written in the statement: a constant, a function's result. */
  | { readonly is: 'written'; readonly text: string };

/** What one statement does when it runs a second time. */
export interface SqlStatement {
  readonly effect: 'read' | 'idempotent' | 'write' | 'none';
  /** As people say it: `INSERT INTO payments`. */
  readonly name: string;
  readonly table: string;
  /** Values of an insert by column; columns without one known are left out. */
  readonly columns: ReadonlyMap<string, SqlValue>;
  /** What an insert does about rows that are there: with the columns that tell them. */
  readonly conflict: { readonly target: readonly string[] } | undefined;
  /** Placeholders that stand for whole rows or lists of values. */
  readonly holes: readonly number[];
  /** Columns that an update gives values. */
  readonly sets: readonly string[];
  /** Columns that it adds to. */
  readonly adds: readonly string[];
  /** It takes rows out. */
  readonly removes: boolean;
}

const READS = new Set(['select', 'show', 'describe', 'desc', 'explain', 'values', 'table', 'fetch', 'pragma', 'query', 'subscription', 'fragment', '{']);
const FIXED = new Set(['delete', 'truncate', 'merge', 'create', 'alter', 'drop', 'grant', 'revoke', 'vacuum', 'reindex', 'refresh', 'analyze', 'comment', 'lock']);
const ARITHMETIC = new Set(['+', '-', '*', '/', '||', '%']);
const NONE: Pick<SqlStatement, 'columns' | 'conflict' | 'holes' | 'table' | 'sets' | 'adds' | 'removes'> = { columns: new Map(), conflict: undefined, holes: [], table: '', sets: [], adds: [], removes: false };

/** What the statements in a text do, each; empty when the text begins with something nobody knows. */
export function sqlStatements(parts: readonly (string | null)[]): readonly SqlStatement[] {
  return split(sqlTokens(parts)).flatMap((tokens) => statementOf(tokens));
}

function split(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  for (const token of tokens) {
    if (token.is === 'sign' && token.text === ';') found.push([]);
    else found[found.length - 1]?.push(token);
  }
  return found.filter((part) => part.length > 0);
}

function statementOf(tokens: readonly Token[]): readonly SqlStatement[] {
  const start = tokens.findIndex((token) => !(token.is === 'sign' && token.text === '('));
  const first = tokens[start];
  if (first === undefined || first.is === 'hole') return [];
  if (first.text === 'with') return withParts(tokens.slice(start + 1));
  if (first.text === 'explain' && tokens[start + 1]?.text === 'analyze') return statementOf(tokens.slice(start + 2));
  if (first.text === 'insert' || first.text === 'replace') return [insertion(tokens.slice(start))];
  if (first.text === 'update') return [update(tokens.slice(start))];
  if (first.text === 'mutation') return [{ ...NONE, effect: logsIn(tokens.slice(start)) ? 'read' : 'write', name: `mutation ${tokens[start + 1]?.text ?? ''}`.trim() }];
  if (first.text === 'delete') return [{ ...NONE, effect: 'idempotent', name: 'DELETE', table: tableName(tokens, tokens.findIndex((token) => token.text === 'from') + 1).name, removes: true }];
  if (READS.has(first.text)) return [{ ...NONE, effect: 'read', name: first.text.toUpperCase() }];
  if (first.text === 'call' || first.text === 'exec' || first.text === 'execute') return [];
  return [{ ...NONE, effect: FIXED.has(first.text) ? 'idempotent' : 'none', name: first.text.toUpperCase() }];
}

// `mutation { authenticate(input: …) { token } }`: who asks again gets another token. Fields of GraphQL stand within the outermost braces.
function logsIn(tokens: readonly Token[]): boolean {
  let braces = 0;
  let brackets = 0;
  const fields = tokens.filter(({ is, text }, position) => {
    if (is === 'sign') {
      braces += text === '{' ? 1 : text === '}' ? -1 : 0;
      brackets += text === '(' ? 1 : text === ')' ? -1 : 0;
    }
    return is === 'word' && braces === 1 && brackets === 0 && tokens[position + 1]?.text !== ':';
  });
  return fields.length > 0 && fields.every(({ text }) => LOGS_IN.test(text));
}

const LOGS_IN = /^(?:log_?in|sign_?in|authenticate|authorize|(?:obtain|issue|refresh|renew)\w*tokens?|token_?(?:auth|refresh|verify))$/;

// `WITH a AS (INSERT …), b AS (…) SELECT …`: every part that writes does.
function withParts(tokens: readonly Token[]): readonly SqlStatement[] {
  const found: SqlStatement[] = [];
  let depth = 0;
  let open = 0;
  let rest = tokens.length;
  tokens.forEach((token, position) => {
    if (token.is === 'sign' && token.text === '(') {
      if (depth === 0) open = position;
      depth += 1;
    } else if (token.is === 'sign' && token.text === ')') {
      depth -= 1;
      if (depth === 0) found.push(...statementOf(tokens.slice(open + 1, position)).filter(({ effect }) => effect !== 'read'));
    } else if (depth === 0 && rest === tokens.length && /^(select|insert|update|delete|merge|replace)$/.test(token.text) && token.is === 'word') rest = position;
  });
  return [...found, ...statementOf(tokens.slice(rest))];
}

function insertion(tokens: readonly Token[]): SqlStatement {
  const words = tokens.map((token) => (token.is === 'word' ? token.text : ''));
  const into = words.indexOf('into');
  const table = tableName(tokens, into < 0 ? 1 : into + 1);
  const name = `INSERT INTO ${table.name}`;
  const head = words.slice(1, into < 0 ? 1 : into);
  const { columns, holes, ends } = insertedValues(tokens, table.next);
  const about = { ...NONE, table: table.name, name, columns, holes };
  if (words[0] === 'replace' || head.includes('replace')) return { ...about, name: `REPLACE INTO ${table.name}`, effect: 'idempotent', conflict: undefined };
  if (head.includes('ignore')) return { ...about, effect: 'write', conflict: { target: [] } };
  const tail = tokens.slice(ends);
  if (isGuardedSelect(tail)) return { ...about, effect: 'idempotent', conflict: undefined };
  const conflict = conflictOf(tail);
  if (conflict !== undefined && isRelative(tail.slice(conflict.set))) return { ...about, effect: 'write', name: `${name} … DO UPDATE`, conflict: undefined, columns: new Map() };
  return { ...about, effect: 'write', conflict };
}

function isGuardedSelect(tokens: readonly Token[]): boolean {
  return tokens.some((token, position) => token.text === 'not' && tokens[position + 1]?.text === 'exists' && position > 0);
}

function conflictOf(tokens: readonly Token[]): { readonly target: readonly string[]; readonly set: number } | undefined {
  const at = tokens.findIndex((token, position) => token.text === 'on' && /^(conflict|duplicate)$/.test(tokens[position + 1]?.text ?? ''));
  if (at < 0) return undefined;
  const set = tokens.findIndex((token, position) => position > at && (token.text === 'set' || (token.text === 'update' && tokens[position - 1]?.text === 'key')));
  const open = at + 2;
  if (tokens[open]?.text !== '(') return { target: [], set: set < 0 ? tokens.length : set };
  const close = closing(tokens, open) ?? tokens.length;
  return { target: tokens.slice(open + 1, close).filter((token) => token.is === 'word').map((token) => token.text), set: set < 0 ? tokens.length : set };
}

/** Column lists and the first row of values. */
function insertedValues(tokens: readonly Token[], from: number): { columns: Map<string, SqlValue>; holes: number[]; ends: number } {
  const columns = new Map<string, SqlValue>();
  const holes: number[] = [];
  let next = from;
  let names: readonly string[] = [];
  if (tokens[next]?.text === '(') {
    const close = closing(tokens, next) ?? tokens.length;
    const listed = tokens.slice(next + 1, close);
    holes.push(...listed.filter((token) => token.is === 'hole').map((token) => token.index));
    names = listed.filter((token) => token.is === 'word').map((token) => token.text);
    next = close + 1;
  }
  while (tokens[next]?.is === 'word' && /^(overriding|system|user|value)$/.test(tokens[next]?.text ?? '')) next += 1;
  if (tokens[next]?.is === 'hole') return { columns, holes: [...holes, tokens[next]?.index ?? 0], ends: next + 1 };
  if (tokens[next]?.text !== 'values') return { columns, holes, ends: next };
  const row = tokens[next + 1];
  if (row?.is === 'hole' || row?.is === 'parameter') return { columns, holes: [...holes, row.index], ends: next + 2 };
  const close = closing(tokens, next + 1) ?? tokens.length;
  commaParts(tokens.slice(next + 2, close)).forEach((part, position) => columns.set(names[position] ?? `column ${position + 1}`, valueOf(part)));
  return { columns, holes, ends: close + 1 };
}

function valueOf(tokens: readonly Token[]): SqlValue {
  const carried = tokens.find((token) => token.is === 'parameter' || token.is === 'hole');
  if (carried?.is === 'hole') return { is: 'hole', index: carried.index };
  if (carried !== undefined) return carried.index >= 0 ? { is: 'parameter', index: carried.index } : { is: 'named', name: carried.text.slice(1) };
  return { is: 'written', text: tokens.map((token) => token.text).join(' ') };
}

function update(tokens: readonly Token[]): SqlStatement {
  const table = tableName(tokens, 1);
  const set = tokens.findIndex((token) => token.text === 'set');
  const where = tokens.findIndex((token, position) => token.text === 'where' && position > set);
  const assigned = tokens.slice(set, where < 0 ? tokens.length : where);
  const conditions = where < 0 ? [] : tokens.slice(where);
  const relative = set >= 0 && isRelative(assigned) && !isGuarded(assigned, conditions) && !isGuardedSelect(conditions);
  return { ...NONE, table: table.name, sets: columnsSet(assigned), adds: relative ? addedTo(assigned) : [], effect: relative ? 'write' : 'idempotent', name: `UPDATE ${table.name}` };
}

/** Does a SET give a column a value computed from what the row holds? What the statement brings (`EXCLUDED.total`) is none of it. */
function isRelative(tokens: readonly Token[]): boolean {
  const ends = tokens.findIndex((token) => token.is === 'word' && (token.text === 'returning' || token.text === 'where'));
  return addedTo(ends < 0 ? tokens : tokens.slice(0, ends)).length > 0;
}

function addedTo(tokens: readonly Token[]): readonly string[] {
  return commaParts(tokens.slice(1)).flatMap((part) => {
    const equals = part.findIndex((token) => token.text === '=');
    const column = part.slice(0, equals).filter((token) => token.is === 'word').at(-1)?.text;
    const value = part.slice(equals + 1);
    const own = value.some((token, position) => token.is === 'word' && token.text === column && !isBrought(value, position));
    return equals > 0 && own && value.some((token) => token.is === 'sign' && ARITHMETIC.has(token.text)) ? [column ?? ''] : [];
  });
}

// `EXCLUDED.total`, `VALUES(total)`.
function isBrought(tokens: readonly Token[], position: number): boolean {
  return /^(?:excluded|new|values)$/.test(tokens[position - 2]?.text ?? '') && /^[.(]$/.test(tokens[position - 1]?.text ?? '');
}

// `SET state = 'paid', balance = balance + 1 WHERE state = 'open'`: the second run finds nothing.
function isGuarded(assigned: readonly Token[], where: readonly Token[]): boolean {
  return columnsSet(assigned).some((text) => where.some((token, position) => token.text === text && /^(=|<>|!=|is|in|not)$/.test(where[position + 1]?.text ?? '')));
}

function columnsSet(assigned: readonly Token[]): readonly string[] {
  return commaParts(assigned.slice(1)).flatMap((part) => part.slice(0, part.findIndex((token) => token.text === '=')).filter((token) => token.is === 'word').slice(-1)).map(({ text }) => text);
}

function tableName(tokens: readonly Token[], from: number): { readonly name: string; readonly next: number } {
  let next = from;
  while (/^(only|low_priority|ignore|or|replace|rollback|abort|fail)$/.test(tokens[next]?.text ?? '') && tokens[next]?.is === 'word') next += 1;
  let name = tokens[next]?.is === 'hole' ? '…' : (tokens[next]?.text ?? '');
  while (tokens[next + 1]?.text === '.') {
    next += 2;
    name = tokens[next]?.text ?? name;
  }
  next += 1;
  if (tokens[next]?.text === 'as') next += 2;
  return { name, next };
}
