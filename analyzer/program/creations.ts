import type { Engine } from './engine.js';
import type { CallInstance, Frame, LibraryValue } from './values.js';

/** One call of a chain, from the value outwards; `call` is undefined where the chain says there was one and nobody sees it. */
export interface ChainLink {
  readonly call: CallInstance | undefined;
  /** What was called. */
  readonly callee: LibraryValue | undefined;
  /** An instance made from another one, which takes over what is not set here: `got.extend()`. */
  readonly derived: boolean;
}

/** The calls that a value or callee was reached through, nearest first, without those that `same` maps back to their own value. */
export function creationsOf(engine: Engine, value: LibraryValue | undefined): readonly ChainLink[] {
  const links: ChainLink[] = [];
  let current = value;
  while (current !== undefined) {
    const earlier = earlierSame(current);
    const back = earlier !== undefined && isMade(earlier) ? earlier : undefined;
    const creates = current.from !== undefined && createsResource(engine, current.from);
    if (back !== undefined && !creates) {
      current = back;
      continue;
    }
    const { from, call }: LibraryValue = current;
    if (call !== undefined) links.push({ call, callee: from, derived: back !== undefined || isOnlyTyped(earlier) });
    else if (isUnseenCall(engine, current)) links.push({ call: undefined, callee: from, derived: false });
    current = from;
  }
  return links;
}

/** The call that made a value, chained calls that give the value itself left out. */
export function creationOf(engine: Engine, value: LibraryValue | undefined): CallInstance | undefined {
  return creationsOf(engine, value)[0]?.call;
}

// `app.use()` gives the app again: the value is the one further left. A root that no call made is no creation to skip to, but where it is known by its type there was one.
function earlierSame(value: LibraryValue): LibraryValue | undefined {
  if (value.from === undefined) return undefined;
  for (let earlier: LibraryValue | undefined = value.from; earlier !== undefined; earlier = earlier.from) {
    if (earlier.path === value.path && earlier.module === value.module) return earlier;
  }
  return undefined;
}

function isMade(value: LibraryValue): boolean {
  for (let earlier: LibraryValue | undefined = value; earlier !== undefined; earlier = earlier.from) if (earlier.call !== undefined) return true;
  return false;
}

function createsResource(engine: Engine, callee: LibraryValue): boolean {
  return (engine.libraries.rows(callee.module, callee.path)?.resources.length ?? 0) > 0;
}

// What a callback is passed, or a value of which only the type is known.
function isUnseenCall(engine: Engine, value: LibraryValue): boolean {
  if (!value.path.endsWith('()')) return isTypeName(value.from);
  if (value.from === undefined || isTypeName(value.from)) return true;
  const made = engine.libraries.canonical(value.from.module, `${value.from.path}()`);
  return (made.path === value.path && made.module === value.module) || isCalledMember(value, value.from);
}

// What a member of it gave, of which a door between functions left only that: `Pool().connect()` from `Pool()`.
function isCalledMember(value: LibraryValue, from: LibraryValue): boolean {
  return value.module === from.module && value.path.startsWith(`${from.path}.`) && value.path.indexOf('()', from.path.length) === value.path.length - 2;
}

/** Marks what a value of a declared type is reached from, where nothing else of it is known. */
export const TYPE_NAME = 'type ';

function isTypeName(value: LibraryValue | undefined): boolean {
  return value?.path.startsWith(TYPE_NAME) === true;
}

/** Is a value known by its declared type only? */
export function isOnlyTyped(value: LibraryValue | undefined): boolean {
  for (let current = value; current !== undefined; current = current.from) {
    if (current.call !== undefined) return false;
    if (isTypeName(current)) return true;
  }
  return false;
}

/** Are two calls the same one, as far as their activations tell? */
export function isSameCall(a: CallInstance, b: CallInstance): boolean {
  return a === b || (a.expression === b.expression && areCompatible(a.frame, b.frame));
}

// Activations about whose caller nothing is known stand for all of them.
function areCompatible(a: Frame | undefined, b: Frame | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return true;
  if (a.given === undefined || b.given === undefined) return areCompatible(a.parent, b.parent);
  return a.given.length === b.given.length && a.given.every((set, position) => set === b.given?.[position]) && areCompatible(a.parent, b.parent);
}

/** Are two values the same thing of a library: same path, made by the same call? */
export function isSameThing(engine: Engine, a: LibraryValue, b: LibraryValue): boolean {
  if (a === b) return true;
  if (a.module !== b.module || a.path !== b.path) return false;
  const [first, second] = [creationOf(engine, a), creationOf(engine, b)];
  return first === undefined || second === undefined ? first === second : isSameCall(first, second);
}

/** Was a value made by this call or chained from what it made? */
export function isChainedFrom(value: LibraryValue, call: CallInstance): boolean {
  for (let current: LibraryValue | undefined = value; current !== undefined; current = current.from) {
    if (current.call !== undefined && isSameCall(current.call, call)) return true;
  }
  return false;
}
