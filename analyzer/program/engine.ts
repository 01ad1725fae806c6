import type { LimitHits } from './limit-hits.js';
import type { Expression, FunctionIndex, ObjectExpression, Type } from '#facts/types.js';
import type { Project } from '#project/types.js';
import type { CallSite, MemberAssignment } from './file-index.js';
import type { Provision } from './injection.js';
import type { LibraryIndex } from './library-index.js';
import type { ValueTable } from './value-table.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, InstanceValue, LibraryValue, ListValue, MergedValue, ObjectValue, Unit, Value, ValueSet } from './values.js';

/** What the parts of the evaluator ask each other. All answers are cached and finite; none of them throws. */
export interface Engine {
  readonly project: Project;
  readonly libraries: LibraryIndex;
  readonly table: ValueTable;
  readonly units: ReadonlyMap<string, Unit>;
  readonly limits: Limits;

  /** Everything an expression can be in an activation. */
  evaluate(expression: Expression, frame: Frame): ValueSet;
  /** What a member of a value can be. */
  member(set: ValueSet, name: string): ValueSet;
  memberOf(value: Value, name: string): ValueSet;
  /** What calling a value gives. */
  invoke(target: Value, call: CallInstance | undefined, given: readonly ValueSet[], self: ValueSet | undefined): ValueSet;
  /** What a builtin method of a list, text or function gives. */
  method(of: Value, name: string, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet;
  /** Who is called by a call, each with its receiver; builtin methods of lists and text are `method`s. */
  targets(call: CallInstance): readonly Target[];
  argumentsOf(call: CallInstance): readonly ValueSet[];

  /** Runs something; false when it met what is still being evaluated, so that its answer is not the last one. */
  isSettled(run: () => void): boolean;
  /** Runs something with all activations that it makes told apart. */
  exactly<T>(run: () => T): T;

  /** The activation of a function with these arguments. */
  enter(target: FunctionValue, given: readonly ValueSet[] | undefined, self?: Value): Frame;
  /** An activation about whose caller nothing is known. */
  generic(unit: Unit, index: FunctionIndex): Frame;
  /** The same inside a known activation of the function around it. */
  genericIn(unit: Unit, index: FunctionIndex, parent: Frame): Frame;
  bindingIn(holder: Frame, binding: number, setter?: Frame): ValueSet;
  selfOf(unit: Unit, classIndex: number, isStatic: boolean, closure: Frame | undefined): ValueSet;
  callInstance(expression: CallInstance['expression'], frame: Frame): CallInstance;

  frame(unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[] | undefined): Frame;
  /** The activation around a function as far as the function uses it. */
  closureFor(index: FunctionIndex, frame: Frame): Frame;
  /** Remembers that a call constructs an instance. */
  constructs(instance: InstanceValue, call: CallInstance): void;
  /** The calls that construct instances, as far as they are known. */
  readonly constructions: ReadonlyMap<InstanceValue, ReadonlySet<CallInstance>>;
  /** Constructor arguments as far as they tell instances of a class apart. */
  keptArguments(target: ClassValue, given: readonly ValueSet[]): readonly ValueSet[];
  /** The program's assignments to a member of a value; cached by value and name. */
  assignedTo(value: Value, name: string, isHolder: (candidate: Value) => boolean): ValueSet;
  /** Concrete classes of the program that extend a class, directly or not. */
  subclassesOf(target: ClassValue): readonly ClassValue[];
  /** An object made of known values. */
  record(entries: readonly (readonly [string, ValueSet])[]): Value;
  /** The same activation with some names bound to one element each. */
  fix(frame: Frame, fixed: ReadonlyMap<number, ValueSet>): Frame;
  /** The activation inside `frame` in which code of a function standing in it runs. */
  within(frame: Frame, by: FunctionIndex): Frame;
  /** What a generator's activation yields. */
  yielded(frame: Frame): ValueSet;
  /** A member looked up from a base class on, with `self` as `this`. */
  memberFrom(base: ClassValue, self: Value, name: string): ValueSet;
  /** Classes and objects of the program that implement an interface. */
  implementationsOf(unit: Unit, name: string): readonly Value[];
  /** A key for something that has no name of its own. */
  keyOf(thing: object): number;
  /** An expression made once for a key. */
  remember(key: string, make: () => Expression): Expression;
  /** An activation for expressions that belong to no function. */
  readonly emptyFrame: Frame;
  /** Everything containers were told to give. */
  provisions(): readonly Provision[];
  cradle(): ValueSet;
  /** Does the program import this library? */
  uses(library: { readonly package: string; readonly modules?: readonly string[] }): boolean;
  objectValue(expression: ObjectExpression, frame: Frame): ObjectValue;
  merged(of: readonly ValueSet[], without: readonly string[], deep?: true): MergedValue;
  list(positions: readonly ValueSet[] | undefined, elements: ValueSet, keys: readonly ValueSet[] | undefined, origin: ListValue['origin']): ValueSet;

  /** What a module exports under a name. */
  exportOf(unit: Unit, name: string): ValueSet;
  /** What a specifier gives when imported from a unit under a name (`*` the namespace, `=` what `require` gives). */
  imported(unit: Unit, specifier: string, name: string): ValueSet;
  library(module: string, path: string, from: LibraryValue | undefined, call: CallInstance | undefined): LibraryValue;

  /** Values of a declared type, empty when it says nothing. */
  valuesOfType(type: Type, unit: Unit): ValueSet;
  /** An instance nobody constructs in sight. */
  injected(target: ClassValue): ValueSet;
  parameter(frame: Frame, position: number): ValueSet;
  /** Every call and assignment in the program by last name. */
  callsNamed(name: string): readonly { readonly unit: Unit; readonly site: CallSite }[];
  assignmentsNamed(name: string): readonly { readonly unit: Unit; readonly assignment: MemberAssignment }[];
}

/** One thing a call may call. */
export type Target =
  | { readonly is: 'value'; readonly value: Value; readonly self: Value | undefined }
  | { readonly is: 'method'; readonly of: Value; readonly name: string };

/** How much is evaluated before the answer is `unknown`; every limit that is hit is counted and reported. */
export interface Limits {
  readonly hits: LimitHits;
}

/** Deeper nesting of activations than this is not told apart. */
export const MAX_FRAME_DEPTH = 60;
/** Activations of one function that differ in plain data only. */
export const MAX_DATA_FRAMES = 16;
/** Activations of one function that differ in which options they are given and what these switch on. */
export const MAX_SHAPE_FRAMES = 64;
/** Activations of one function that differ in which instance of a class they work on. */
export const MAX_INSTANCE_FRAMES = 400;
/** Activations of one function. */
export const MAX_FRAMES = 1000;
/** Activations of one function that are given functions, which they may call: mixed up, each caller would run what the others pass. */
export const MAX_CALLBACK_FRAMES = 4000;
/** Evaluations in all; several times what the largest services need. */
export const MAX_EVALUATIONS = 8_000_000;
/** Expressions read on the way through activations, in all. */
export const MAX_READ = 10_000_000;
/** Nested evaluations. */
export const MAX_EVALUATION_DEPTH = 250;
/** Alternatives of a name, member or result that are told apart in all detail. */
export const MAX_TOLD_APART = 6;
/** Calls that may give a parameter its value. */
export const MAX_CALLERS = 40;
/** Loops over known lists up to this length are read once per element. */
export const MAX_UNROLLED = 64;
/** Bodies that nested loops over known lists are read as altogether. */
export const MAX_UNROLLED_TOGETHER = 1024;
/** Tests of kept values in a row, each followed by what runs without one. */
export const MAX_NESTED = 200;
/** Activations on top of each other. */
export const MAX_STACK = 120;
