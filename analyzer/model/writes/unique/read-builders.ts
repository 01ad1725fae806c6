import type { TableWords } from './table-words.js';
import { partners, scriptTokens } from './script-tokens.js';
import type { ScriptToken } from './script-tokens.js';
import { columnName } from './table.js';
import type { Described, UniqueKey } from './table.js';

/** What calls in a migration say of tables: `createTable('orders', (table) => table.string('number').unique())`. */
export function readBuilders(text: string, words: TableWords): readonly Described[] {
  if (!words.worthReading.test(text)) return [];
  const script = new Script(scriptTokens(text), words);
  return script.calls().flatMap((call) => describedBy(script, call));
}

interface Call {
  readonly name: string;
  readonly at: number;
  readonly open: number;
  readonly close: number;
}

function describedBy(script: Script, call: Call): readonly Described[] {
  const { words } = script;
  if (words.opens(call.name)) return tableIn(script, call);
  if (words.removes(call.name)) return removalIn(script, call);
  if (script.around(call) !== undefined) return [];
  return words.is('sets-column', call.name) ? columnIn(script, call) : words.addsKey(call.name) ? keyIn(script, call) : [];
}

// `addColumn('orders', 'number', { type: STRING, unique: true })`.
function columnIn(script: Script, { open, close }: Call): readonly Described[] {
  const [table, column] = script.texts(open, close);
  const isUnique = script.wordsIn(open, close).some(({ text, at }) => script.words.is('unique', text) && script.textAt(at + 1) === ':' && script.textAt(at + 2) === 'true');
  return isUnique && table !== undefined && column !== undefined ? [{ names: [columnName(table)], keys: [keyOf([column], false)], fills: new Map(), whole: false }] : [];
}

function tableIn(script: Script, call: Call): readonly Described[] {
  const [name] = script.texts(call.open, call.close);
  if (name === undefined) return [];
  const end = script.chainEnd(call);
  const keys: UniqueKey[] = [];
  for (let position = call.open; position < end; position += 1) {
    const columns = script.markedAt(position, call);
    if (columns.length > 0) keys.push(keyOf(columns, false));
  }
  return [{ names: [columnName(name)], keys, fills: new Map(), whole: script.words.is('makes-table', call.name) }];
}

// `addIndex('orders', ['number'], { unique: true })`, `createIndex('by_number').unique().on('orders').column('number')`.
function keyIn(script: Script, call: Call): readonly Described[] {
  const end = script.chainEnd(call);
  const { words } = script;
  const within = script.wordsIn(call.open, end);
  const isUnique = words.is('adds-unique-key', call.name) || within.some(({ text, at }) => words.is('unique', text) && !script.isOff(at)) || script.texts(call.open, end).some((text) => words.is('unique-by', text.toLowerCase()));
  const on = within.find(({ text, at }) => words.is('key-on', text) && script.textAt(at + 1) === '(');
  const texts = script.texts(on === undefined ? call.open : on.at, end);
  const [table, ...rest] = texts;
  if (!isUnique || table === undefined) return [];
  const list = script.list(call.open + 1, end);
  const given = within.find(({ text, at }) => words.is('key-column', text) && script.textAt(at + 1) === '(');
  const columns = list ?? (given === undefined ? rest.slice(0, 1) : script.texts(given.at, script.partner(given.at + 1)));
  const named = on === undefined ? script.named(call) : script.texts(call.open, call.close)[0];
  const partial = within.some(({ text }) => words.is('key-part', text));
  return columns.length === 0 ? [] : [{ names: [columnName(table)], keys: [{ ...keyOf(columns, partial), ...(named === undefined ? {} : { name: columnName(named) }) }], fills: new Map(), whole: false }];
}

function removalIn(script: Script, call: Call): readonly Described[] {
  const { words } = script;
  const around = script.around(call);
  const texts = script.texts(call.open, call.close);
  const own = around === undefined ? texts[0] : script.texts(around.open, around.close)[0];
  const rest = around === undefined ? texts.slice(1) : texts;
  const table = own === undefined ? {} : { table: columnName(own) };
  if (words.is('renames-table', call.name)) return texts.length < 2 ? [] : [{ is: 'rename', table: columnName(texts[0] ?? ''), to: columnName(texts[1] ?? ''), columns: [] }];
  if (words.is('drops-table', call.name)) return own === undefined ? [] : [{ is: 'table', ...table, columns: [] }];
  if (words.is('drops-column', call.name)) return rest.slice(0, /s$/.test(call.name) ? rest.length : 1).map((column) => ({ is: 'column' as const, ...table, columns: [columnName(column)] }));
  if (!words.is('drops-key', call.name)) return [];
  const list = script.list(call.open, call.close);
  const named = list === undefined ? (rest[0] ?? own) : rest.find((text) => !list.includes(text));
  const columns = (list ?? []).map(columnName);
  // Built up step by step, the name stands alone: `dropIndex('by_number')`.
  const isAlone = around === undefined && texts.length === 1 && list === undefined;
  return [{ is: 'key', ...(isAlone ? {} : table), columns, ...(named === undefined ? {} : { name: columnName(named) }) }];
}

function keyOf(columns: readonly string[], partial: boolean): UniqueKey {
  return { columns: columns.map(columnName), text: `UNIQUE (${columns.join(', ')})`, partial };
}

/** A script's tokens with what belongs together. */
class Script {
  readonly #tokens: readonly ScriptToken[];
  readonly #partners: ReadonlyMap<number, number>;
  readonly #opening: readonly Call[];
  readonly #calls: readonly Call[];

  constructor(tokens: readonly ScriptToken[], readonly words: TableWords) {
    this.#tokens = tokens;
    this.#partners = partners(tokens);
    this.#calls = tokens.flatMap(({ is, text }, at) => {
      const close = is === 'word' && this.textAt(at + 1) === '(' ? this.#partners.get(at + 1) : undefined;
      return close === undefined ? [] : [{ name: text, at, open: at + 1, close }];
    });
    this.#opening = this.#calls.filter(({ name }) => words.opens(name));
  }

  calls(): readonly Call[] {
    return this.#calls;
  }

  textAt(position: number): string | undefined {
    const token = this.#tokens[position];
    return token?.is === 'text' ? undefined : token?.text;
  }

  partner(position: number): number {
    return this.#partners.get(position) ?? this.#tokens.length;
  }

  texts(from: number, to: number): readonly string[] {
    return this.#tokens.slice(from, to).flatMap(({ is, text }) => (is === 'text' ? [text] : []));
  }

  wordsIn(from: number, to: number): readonly { readonly text: string; readonly at: number }[] {
    return this.#tokens.slice(from, to).flatMap(({ is, text }, offset) => (is === 'word' ? [{ text, at: from + offset }] : []));
  }

  /** The call that opens the table around another one: what it is given, or what its chain goes on with. */
  around(call: Call): Call | undefined {
    return this.#opening.findLast((outer) => outer.open < call.at && call.at < this.chainEnd(outer) && outer !== call);
  }

  /** Where a chain of calls ends that begins with one. */
  chainEnd({ close }: Call): number {
    let end = close;
    while (this.textAt(end + 1) === '.' && this.textAt(end + 3) === '(') {
      const next = this.textAt(end + 2) ?? '';
      if (this.words.opens(next) || this.words.removes(next)) break;
      end = this.partner(end + 3);
    }
    return end;
  }

  /** The texts in the first list of a stretch. */
  list(from: number, to: number): readonly string[] | undefined {
    for (let position = from; position < to; position += 1) if (this.textAt(position) === '[') return this.texts(position, this.partner(position));
    return undefined;
  }

  /** `{ name: 'by_number' }` within a call. */
  named({ open, close }: Call): string | undefined {
    const at = this.wordsIn(open, close).find(({ text, at: place }) => text === 'name' && this.textAt(place + 1) === ':' && this.#tokens[place + 2]?.is === 'text')?.at;
    return at === undefined ? undefined : this.#tokens[at + 2]?.text;
  }

  /** `unique: false`. */
  isOff(at: number): boolean {
    return this.textAt(at + 1) === ':' && this.textAt(at + 2) === 'false';
  }

  /** The columns that a word at a position makes unique; none where it says no such thing. */
  markedAt(position: number, table: Call): readonly string[] {
    const word = this.#tokens[position];
    if (word?.is !== 'word') return [];
    if (this.words.is('unique', word.text) && this.textAt(position + 1) === '(' && this.textAt(position - 1) === '.') return this.#calledAt(position);
    if (this.words.is('adds-unique-key', word.text) && this.textAt(position + 1) === '(') return this.list(position, this.partner(position + 1)) ?? [];
    if (this.words.is('columns-apart', word.text) && this.#isUniqueList(position)) return this.list(position, table.close) ?? [];
    return this.words.is('unique', word.text) && this.textAt(position + 1) === ':' && this.textAt(position + 2) === 'true' ? this.#flaggedAt(position) : [];
  }

  // `table.unique(['a', 'b'])`, `table.string('a').unique()`, `addColumn('a', 'text', (column) => column.unique())`.
  #calledAt(position: number): readonly string[] {
    const close = this.partner(position + 1);
    const list = this.list(position + 1, close);
    if (list !== undefined) return list;
    let before = position - 2;
    while (this.textAt(before) === ')') {
      const open = this.partner(before);
      if (this.textAt(open - 2) !== '.' || this.textAt(open - 3) !== ')') return this.texts(open, before).slice(0, 1).length > 0 ? this.texts(open, before).slice(0, 1) : this.#columnAround(position);
      before = open - 3;
    }
    const own = this.texts(position + 1, close).slice(0, 1);
    return own.length > 0 ? own : this.#columnAround(position);
  }

  #columnAround(position: number): readonly string[] {
    const around = this.#calls.findLast(({ open, close }) => open < position && position < close);
    return around === undefined ? [] : this.texts(around.open, around.close).slice(0, 1);
  }

  // `number: { unique: true }`, `{ name: 'number', isUnique: true }`, `{ columnNames: ['a', 'b'], isUnique: true }`.
  #flaggedAt(position: number): readonly string[] {
    let open = position;
    while (open > 0 && this.textAt(open) !== '{') open = (this.textAt(open) === ')' || this.textAt(open) === ']' || this.textAt(open) === '}') ? this.partner(open) - 1 : open - 1;
    const close = this.partner(open);
    const words = this.wordsIn(open, close);
    if (words.some(({ text, at }) => this.words.is('key-columns', text) && this.textAt(at + 1) === ':' && this.textAt(at + 2) === '[')) return words.some(({ text }) => this.words.is('columns-apart', text)) ? [] : (this.list(open, close) ?? []);
    const name = words.find(({ text, at }) => text === 'name' && this.textAt(at + 1) === ':')?.at;
    const named = name === undefined ? undefined : this.#tokens[name + 2];
    if (named?.is === 'text') return [named.text];
    const key = this.textAt(open - 1) === ':' ? this.#tokens[open - 2] : undefined;
    return key === undefined || key.is === 'sign' ? [] : [key.text];
  }

  // `uniques: [{ columnNames }]`, `new TableUnique({ columnNames })`, `{ columnNames, isUnique: true }`.
  #isUniqueList(position: number): boolean {
    let open = position;
    while (open > 0 && this.textAt(open) !== '{') open -= 1;
    const isMarked = this.wordsIn(open, this.partner(open)).some(({ text, at }) => this.words.is('unique', text) && this.textAt(at + 2) === 'true');
    const before = this.#tokens.slice(Math.max(0, open - 4), open).map(({ text }) => text);
    return isMarked || before.some((text) => this.words.is('unique-keys', text));
  }
}
