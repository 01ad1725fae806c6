import type {
  CallExpression, ClassFacts, Expression, FileFacts, FunctionFacts, FunctionIndex, NewExpression, ObjectExpression, TypeMember,
} from '#facts/types.js';
import type { Captures } from './captures.js';
import type { Target } from './engine.js';
import type { FileIndex } from './file-index.js';
import type { Question } from './questions.js';

/** A file of the program with what is derived from its facts once. */
export interface Unit {
  readonly id: number;
  readonly path: string;
  readonly facts: FileFacts;
  readonly index: FileIndex;
  readonly captures: Captures;
  /** What a question finds in the file, looked for once. */
  ask<T>(question: Question<T>): T;
  /** The activation of the module's top level. */
  readonly frame: Frame;
}

/**
 * An activation of a function as far as it matters: where it was created (its closure) and what it was given. Frames are unique per
 * function, closure, `this` and arguments, so that a helper called twice with the same things is read once.
 */
export interface Frame {
  readonly id: number;
  readonly unit: Unit;
  readonly function: FunctionIndex;
  readonly parent: Frame | undefined;
  readonly self: Value | undefined;
  /** Undefined when the caller is not known: parameters are then found by their callers and types. */
  readonly given: readonly ValueSet[] | undefined;
  /** Names bound to one element of an unrolled loop. */
  readonly fixed: ReadonlyMap<number, ValueSet> | undefined;
  /** The same activation outside of the innermost unrolled loop. */
  readonly outside?: Frame | undefined;
  readonly depth: number;
  readonly results: Map<Expression, ValueSet | undefined>;
  readonly bindings: Map<number, ValueSet | undefined>;
  readonly calls: Map<Expression, CallInstance>;
}

/** A call as made in one activation. */
export interface CallInstance {
  readonly id: number;
  readonly expression: CallExpression | NewExpression;
  readonly frame: Frame;
  /** Kept once they are known for good. */
  targets: readonly Target[] | undefined;
  given: readonly ValueSet[] | undefined;
}

export type Value =
  | { readonly id: number; readonly is: 'literal'; readonly value: string | number | boolean | null }
  | { readonly id: number; readonly is: 'undefined' }
  /** Text with parts nobody knows: `/users/${id}`. */
  | { readonly id: number; readonly is: 'text'; readonly parts: readonly (string | null)[] }
  /** An environment variable without a default. `open`: it came through a library that may have made an object of it. */
  | { readonly id: number; readonly is: 'environment'; readonly name: string; readonly open?: true }
  | { readonly id: number; readonly is: 'regex'; readonly text: string }
  | LibraryValue
  | FunctionValue
  | BoundValue
  | ClassValue
  | InstanceValue
  | ObjectValue
  | MergedValue
  | ListValue
  | TypedValue
  /** The object through which a container gives everything registered by name. */
  | { readonly id: number; readonly is: 'cradle' }
  | { readonly id: number; readonly is: 'namespace'; readonly unit: Unit }
  | { readonly id: number; readonly is: 'unknown'; readonly why: string };

/** Something of a package or of the platform, by how it was reached. */
export interface LibraryValue {
  readonly id: number;
  readonly is: 'library';
  readonly module: string;
  readonly path: string;
  /** What it was reached from: the value the member was read of or the function that was called. */
  readonly from: LibraryValue | undefined;
  /** The call that gave it, where a call did. */
  readonly call: CallInstance | undefined;
}

export interface FunctionValue {
  readonly id: number;
  readonly is: 'function';
  readonly unit: Unit;
  readonly index: FunctionIndex;
  readonly closure: Frame;
  /** Set for methods read from an object, and for arrow functions by their closure. */
  readonly self: Value | undefined;
}

/** A function with some arguments already given (`bind`, partial application). */
export interface BoundValue {
  readonly id: number;
  readonly is: 'bound';
  readonly target: Value;
  readonly self: ValueSet | undefined;
  readonly given: readonly ValueSet[];
  /** What the first argument is filled up with, as one object. */
  readonly filled?: ValueSet;
  /** What is given last of all: the callback of a function that was made to give a promise. */
  readonly last?: ValueSet;
}

export interface ClassValue {
  readonly id: number;
  readonly is: 'class';
  readonly unit: Unit;
  readonly index: number;
  readonly closure: Frame;
}

export interface InstanceValue {
  readonly id: number;
  readonly is: 'instance';
  readonly class: ClassValue;
  /** Constructor arguments; undefined when a container or nobody we see constructs it. */
  readonly given: readonly ValueSet[] | undefined;
  /** Types its class's type parameters stand for are not tracked; the construction is, where there is one. */
  readonly call: CallInstance | undefined;
}

export interface ObjectValue {
  readonly id: number;
  readonly is: 'object';
  readonly expression: ObjectExpression;
  readonly frame: Frame;
}

/** Several objects seen as one, later ones win: spreads, `Object.assign`, rests. */
export interface MergedValue {
  readonly id: number;
  readonly is: 'merged';
  readonly of: readonly ValueSet[];
  readonly without: readonly string[];
  /** Objects under one name are merged in their turn. */
  readonly deep?: true;
}

/** An array, set or map's values; `positions` where the length and order are known. */
export interface ListValue {
  readonly id: number;
  readonly is: 'list';
  readonly positions: readonly ValueSet[] | undefined;
  readonly elements: ValueSet;
  /** Keys of a map, beside `positions`. */
  readonly keys: readonly ValueSet[] | undefined;
  /** Where it was made, to find what is added to it later. */
  readonly origin: { readonly expression: Expression; readonly frame: Frame } | undefined;
}

/** A value of which only the declared type is known. */
export interface TypedValue {
  readonly id: number;
  readonly is: 'typed';
  readonly unit: Unit;
  readonly name: string;
  readonly members: readonly TypeMember[];
  /** It has members that are not in sight. */
  readonly partial?: boolean;
}

/** Everything a value can be; empty means: nothing reaches here (a cycle, a dead end). */
export interface ValueSet {
  readonly id: number;
  readonly values: readonly Value[];
}

export function functionOf(value: FunctionValue | Frame): FunctionFacts {
  const index = 'is' in value ? value.index : value.function;
  return value.unit.facts.functions[index] as FunctionFacts;
}

/** Does calling it give a promise that has begun: an async function, bound or not? */
export function isAsync(value: Value): boolean {
  return value.is === 'bound' ? isAsync(value.target) : value.is === 'function' && functionOf(value).async === true;
}

export function classOf(value: ClassValue): ClassFacts {
  return value.unit.facts.classes[value.index] as ClassFacts;
}

/** A function as a key, whatever activation of it. */
export function functionKey({ unit, function: index }: Pick<Frame, 'unit' | 'function'>): string {
  return `${unit.id}:${index}`;
}
