import type { OperationRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { calleeName, forEachPart } from '#program/file-index.js';
import type { LibraryIndex } from '#program/library-index.js';
import type { Body, CallStep } from '#program/steps.js';
import type { CallInstance, Frame } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { forEachCallStep } from '../entry-points/start-order.js';
import { operationRow } from '../operations.js';
import { chainArguments } from './chain-arguments.js';
import { sqlStatements } from './sql-effect.js';
import type { WriteEffects } from './write-effect.js';

/** What code changes in what is kept elsewhere. */
export interface Changes {
  /** Columns and members that are given values, as `plainName` writes them, with these values. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tables that rows are taken out of. */
  readonly emptied: ReadonlySet<string>;
  /** Tables that rows are put into. */
  readonly filled: ReadonlySet<string>;
  /** Calls that put rows into a table, with the one before them that took out what was there. */
  readonly replacing: ReadonlyMap<Expression, CallInstance>;
}

interface Tables {
  readonly emptied: Map<string, CallInstance[]>;
  readonly filled: Set<string>;
  readonly replacing: Map<Expression, CallInstance>;
}
type Names = Map<string, Set<string>>;

/** A value that nobody can tell from how it is written. */
export const UNKNOWN = '?';

const REMOVES = /^(?:delete|remove|destroy|del|unlink)/i;
const ADDS = /^(?:insert|create|add)/i;
const UPDATES = /^(?:update|set|mark|save|change|patch)(?![a-z])/;
const MAX_DEPTH = 4;

/** Tells what runs below an activation changes. */
export class ChangesBelow {
  readonly #context: ModelContext;
  readonly #known = new Map<Body, Changes>();
  readonly #assigned = new Map<string, Names>();
  readonly #effects: WriteEffects;

  constructor(context: ModelContext, effects: WriteEffects) {
    this.#context = context;
    this.#effects = effects;
  }

  /** What runs in the function that all others around a place stand in; of that one's activations that were read, the outermost. */
  around(frame: Frame): Changes | undefined {
    const { parent } = frame;
    return (parent !== undefined && parent.function !== 0 && parent.unit === frame.unit ? this.around(parent) : undefined) ?? this.of(frame);
  }

  of(frame: Frame): Changes | undefined {
    const body = this.#context.walker.bodies.get(frame);
    if (body === undefined) return undefined;
    if (!this.#known.has(body)) this.#known.set(body, this.#read(body));
    return this.#known.get(body);
  }

  #read(root: Body): Changes {
    const { libraries } = this.#context.program.engine;
    const names: Names = new Map();
    const tables: Tables = { emptied: new Map(), filled: new Set(), replacing: new Map() };
    const seen = new Set<Body>();
    forEachCallStep([root], seen, (step) => this.#add(step, names, tables));
    for (const { frame, steps } of seen) {
      if (frame !== undefined) for (const [name, values] of this.#assignedIn(frame)) for (const value of values) add(names, name, value);
      // What is not in sight says by its name that it changes what it is given.
      for (const step of steps) if (step.is === 'unresolved' && UPDATES.test(calleeName(step.call.expression.callee))) collect(step.call.expression, step.call.frame, names, libraries, 0);
    }
    return { names, emptied: new Set(tables.emptied.keys()), filled: tables.filled, replacing: tables.replacing };
  }

  #add(step: CallStep, names: Names, tables: Tables): void {
    const { libraries } = this.#context.program.engine;
    const row = operationRow(this.#context, step);
    if (row === undefined && libraries.library(step.callee.module) === undefined && UPDATES.test(calleeName(step.call.expression.callee))) collect(step.call.expression, step.call.frame, names, libraries, 0);
    if (row === undefined || row.effect === 'none' || row.effect === 'read') return;
    if (row.effect === 'sql') return this.#addStatement(step, names, tables);
    const method = methodOf(step);
    if (isNamedRemoval(step, libraries)) return empty(tables, tableOf(step.call.expression, step.call.frame, libraries), step.call);
    // What is new was no state before.
    if ((row.is === 'statement' && this.#effects.of(step)?.relative === false) || ADDS.test(method) || chainNames(step.call.expression).some((name) => ADDS.test(name))) {
      return fill(tables, tableOf(step.call.expression, step.call.frame, libraries), step.call, libraries);
    }
    collect(step.call.expression, step.call.frame, names, libraries, 0);
  }

  #addStatement({ call }: CallStep, names: Names, tables: Tables): void {
    for (const part of call.expression.arguments) {
      const text = writtenText(part);
      if (text === undefined) continue;
      for (const { sets, removes, table, effect } of sqlStatements(text)) {
        for (const name of sets) add(names, name, UNKNOWN);
        if (table !== '' && (removes || effect === 'write')) (removes ? empty : fill)(tables, plainName(table), call, this.#context.program.engine.libraries);
      }
    }
  }

  // `order.paid = true`: the row is saved as a whole.
  #assignedIn(frame: Frame): Names {
    const { unit, function: index } = frame;
    const key = `${unit.id}:${index}`;
    let known = this.#assigned.get(key);
    if (known === undefined) {
      const found: Names = new Map();
      for (const [name, assignments] of unit.index.assignments) for (const { by, of, value } of assignments) if (by === index && of.is !== 'this') add(found, name, valueText(value, frame));
      this.#assigned.set(key, (known = found));
    }
    return known;
  }
}

/** Does a call take out what it names: rows, what a key holds? */
export function isRemoval(step: CallStep, row: OperationRow, libraries: LibraryIndex): boolean {
  if (row.effect === 'none' || row.effect === 'read') return false;
  if (row.effect !== 'sql') return isNamedRemoval(step, libraries);
  return step.call.expression.arguments.some((part) => sqlStatements(writtenText(part) ?? []).some(({ removes }) => removes));
}

function isNamedRemoval(step: CallStep, libraries: LibraryIndex): boolean {
  return [methodOf(step), ...chainNames(step.call.expression)].some((name) => REMOVES.test(name) || libraries.words('removes').has(name));
}

function methodOf({ callee: { path } }: CallStep): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** A name in lower case without signs: `paid_at` and `paidAt` are one. */
export function plainName(name: string): string {
  return name.replace(/[_"`]/g, '').toLowerCase();
}

/** The table or thing that a call is about, by how it is written: `prisma.order.delete`, `getRepository(Order).find`, `deleteFrom('orders')`. */
export function tableOf(expression: Expression, frame: Frame, libraries: LibraryIndex): string {
  let named = '';
  for (let link: Expression | undefined = expression; link !== undefined; link = link.is === 'call' ? link.callee : link.is === 'member' || link.is === 'await' || link.is === 'cast' ? link.of : undefined) {
    if (link.is !== 'call') continue;
    const first = link.arguments[0];
    if (link.callee.is === 'member' && libraries.words('table-of').has(link.callee.name) && first !== undefined) {
      const name = first.is === 'literal' ? String(first.value) : first.is === 'variable' ? frame.unit.facts.bindings[first.binding]?.name : undefined;
      if (name !== undefined) return plainName(name);
    }
    const holder = link.callee.is === 'member' ? link.callee.of : undefined;
    if (named === '' && holder?.is === 'member') named = holder.name;
    if (named === '' && holder?.is === 'variable') named = frame.unit.facts.bindings[holder.binding]?.name ?? '';
  }
  return plainName(named);
}

/** A value as people write it: a literal's text, the last name of a constant. */
export function valueText(value: Expression, frame: Frame): string {
  switch (value.is) {
    case 'literal': return String(value.value);
    case 'undefined': return 'undefined';
    case 'member': return value.of.is === 'variable' && /^[A-Z]/.test(frame.unit.facts.bindings[value.of.binding]?.name ?? '') ? value.name : UNKNOWN;
    case 'cast': return valueText(value.of, frame);
    default: return UNKNOWN;
  }
}

function empty({ emptied }: Tables, table: string, call: CallInstance): void {
  if (table !== '') emptied.set(table, [...(emptied.get(table) ?? []), call]);
}

function fill({ emptied, filled, replacing }: Tables, table: string, call: CallInstance, libraries: LibraryIndex): void {
  filled.add(table);
  const before = emptied.get(table)?.find((removal) => standsBefore(removal, call) && isAboutTheSame(removal, call, libraries));
  if (before !== undefined && !replacing.has(call.expression)) replacing.set(call.expression, before);
}

// What a function takes out further down is another branch of it.
function standsBefore(removal: CallInstance, insertion: CallInstance): boolean {
  return removal.frame.unit !== insertion.frame.unit || removal.frame.function !== insertion.frame.function || removal.expression.at < insertion.expression.at;
}

// Rows are taken out by a column that the new ones fill, as far as it is written.
function isAboutTheSame(removal: CallInstance, insertion: CallInstance, libraries: LibraryIndex): boolean {
  const filled = new Set(writtenIn(insertion).flatMap((part) => [...namesIn(part, insertion.frame, libraries)]));
  return filled.size === 0 || writtenIn(removal).some((part) => [...namesIn(part, removal.frame, libraries), ...textsIn(part)].some((name) => filled.has(name)));
}

// How the client was made says nothing of rows.
function writtenIn(call: CallInstance): readonly Expression[] {
  return chainArguments(call).filter(({ is }) => is !== 'new');
}

function namesIn(part: Expression, frame: Frame, libraries: LibraryIndex): Iterable<string> {
  const names: Names = new Map();
  if (part.is === 'object') for (const property of part.properties) collect(property.value, frame, names, libraries, 0);
  collect(part, frame, names, libraries, 0);
  return names.keys();
}

// `eq(tokens.userId, user.id)`, `where('user_id', '=', id)`.
function textsIn(part: Expression): readonly string[] {
  if (part.is === 'member') return [plainName(part.name)];
  if (part.is === 'literal') return typeof part.value === 'string' ? [plainName(part.value)] : [];
  if (part.is === 'function') return [];
  const found: string[] = [];
  forEachPart(part, (inner) => { found.push(...textsIn(inner)); });
  return found;
}

function add(names: Names, name: string, value: string): void {
  const plain = plainName(name);
  const known = names.get(plain);
  if (known === undefined) names.set(plain, new Set([value]));
  else known.add(value);
}

function collect(expression: Expression, frame: Frame, names: Names, libraries: LibraryIndex, depth: number): void {
  if (expression.is === 'function' || depth > MAX_DEPTH) return;
  if (expression.is === 'object') {
    for (const property of expression.properties) {
      if (property.is === 'named' && (libraries.words('condition').has(property.name) || libraries.words('projection').has(property.name))) continue;
      if (property.is === 'named') add(names, property.name, valueText(property.value, frame));
      collect(property.value, frame, names, libraries, depth + 1);
    }
    return;
  }
  if (expression.is === 'variable') {
    const binding = frame.unit.facts.bindings[expression.binding];
    for (const { value } of binding?.kind === 'parameter' ? [] : (binding?.values ?? [])) if (value.is === 'object') collect(value, frame, names, libraries, depth + 1);
    return;
  }
  forEachPart(expression, (part) => collect(part, frame, names, libraries, part.is === 'call' ? depth : depth + (expression.is === 'call' ? 0 : 1)));
}

function chainNames(expression: Expression): readonly string[] {
  const names: string[] = [];
  for (let link: Expression | undefined = expression; link !== undefined; link = link.is === 'call' ? link.callee : link.is === 'member' || link.is === 'await' ? link.of : undefined) {
    if (link.is === 'call' && link.callee.is === 'member') names.push(link.callee.name);
  }
  return names;
}

function writtenText(expression: Expression): readonly (string | null)[] | undefined {
  if (expression.is === 'literal' && typeof expression.value === 'string') return [expression.value];
  if (expression.is === 'template') return expression.texts.flatMap((text, position) => (position < expression.values.length ? [text, null] : [text]));
  if (expression.is !== 'object') return undefined;
  for (const property of expression.properties) if (property.is === 'named' && /^(?:text|sql|query)$/.test(property.name)) return writtenText(property.value);
  return undefined;
}
