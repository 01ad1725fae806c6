import type { ts } from 'ts-morph';
import type {
  Binding, BindingIndex, ClassFacts, Export, Expression, FunctionFacts, FunctionIndex, Offset, Request, Type, TypeFacts,
} from './types.js';
import { NONE } from './lists.js';
import { newNameTable, type NameTable } from './names.js';

/** The same shape while it is still being filled. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A binding that still gains values. */
export interface OpenBinding extends Open<Omit<Binding, 'values'>> {
  values: readonly Open<Binding['values'][number]>[];
}

/** Everything known about one file while it is lowered; it lives for one call of `collectFacts`. */
export interface FileState {
  readonly text: string;
  readonly functions: Open<FunctionFacts>[];
  readonly classes: Open<ClassFacts>[];
  readonly bindings: OpenBinding[];
  readonly types: TypeFacts[];
  readonly requests: Request[];
  readonly exports: Export[];
  readonly gaps: { readonly why: string; readonly at: Offset }[];
  readonly names: NameTable;
  /** Bindings that a modifier of their declaration exports. */
  readonly exported: Set<BindingIndex>;
  /** The entry in `types` of each interface's binding. */
  readonly interfaces: Map<BindingIndex, number>;
  /** Links of access chains waiting to be lowered, innermost last. */
  readonly spine: ts.Node[];
  /** Without the word `var` in its text a file needs no search for hoisted names. */
  readonly mayHoist: boolean;
  currentFunction: FunctionIndex;
  depth: number;
}

/** How deeply facts may nest before they are cut with a gap. */
export const DEEPEST = 1000;
/** How many links a chain may have before it is continued through a temporary. */
export const LONGEST_CHAIN = 200;
const MOST_GAPS = 20;

/** A state for a file of which nothing is known yet. */
export function newFileState(text: string): FileState {
  return {
    text,
    functions: [],
    classes: [],
    bindings: [],
    types: [],
    requests: [],
    exports: [],
    gaps: [],
    names: newNameTable(),
    exported: new Set(),
    interfaces: new Map(),
    spine: [],
    mayHoist: /\bvar\b/.test(text),
    currentFunction: 0,
    depth: 0,
  };
}

/** A binding that no scope knows by name. */
export function addBinding(state: FileState, name: string, kind: Binding['kind'], at: Offset): BindingIndex {
  state.names.scopeOf.push(state.names.scope);
  return state.bindings.push({ name, kind, owner: state.currentFunction, values: NONE, at }) - 1;
}

/** Records that a binding is given a value at this point. */
export function addValue(state: FileState, binding: BindingIndex, value: Expression, at: Offset): void {
  addEntry(state, binding, { value, by: state.currentFunction, at });
}

/** Records a value together with the operator that gives it. */
export function addEntry(state: FileState, binding: BindingIndex, entry: Open<Binding['values'][number]>): void {
  const open = state.bindings[binding]!;
  // Most bindings have one value, for which no list that can grow is needed.
  if (open.values.length === 0) open.values = [entry];
  else (open.values as Open<Binding['values'][number]>[]).push(entry);
}

/** Gives a binding its declared type; the first declaration wins. */
export function addType(state: FileState, binding: BindingIndex, type: Type): void {
  const open = state.bindings[binding]!;
  if (open.type === undefined) open.type = type;
}

/** Notes what had to be left out, up to a sane number. */
export function addGap(state: FileState, why: string, at: Offset): void {
  if (state.gaps.length < MOST_GAPS) state.gaps.push({ why, at });
}
