import type { Expression, FunctionIndex, Type } from '#facts/types.js';
import type { Project } from '#project/types.js';
import { accessorOf, declaredFunction } from './accessors.js';
import { searchAssigned } from './assigned.js';
import { builtinMethod } from './builtins.js';
import { CycleGuard } from './cycle-guard.js';
import { MAX_EVALUATIONS, MAX_TOLD_APART } from './engine.js';
import type { Engine, Limits, Target } from './engine.js';
import { bindingValues } from './bindings.js';
import { evaluateExpression } from './evaluate.js';
import { frameWithin } from './frame-chain.js';
import { FrameTable } from './frames.js';
import { HierarchyIndex } from './hierarchy.js';
import { collectProvisions, provided } from './injection.js';
import type { Provision } from './injection.js';
import { instanceOf, selfOf } from './instances.js';
import { callArguments, invokeValue, targetsOf } from './invoke.js';
import { isOfRequest, keptOnRequest } from './kept-on-requests.js';
import { LimitHits } from './limit-hits.js';
import type { LibraryIndex } from './library-index.js';
import { memberFromBase, memberOfValue } from './members.js';
import { exportedValues, importedValues } from './modules.js';
import { parameterValues } from './parameters.js';
import type { SiteIndex } from './site-index.js';
import { valuesOfDeclaredType } from './types-to-values.js';
import { ValueFactory } from './value-factory.js';
import { functionOf } from './values.js';
import type { CallInstance, ClassValue, Frame, FunctionValue, InstanceValue, Unit, Value, ValueSet } from './values.js';

/**
 * The evaluator: answers what an expression can be, on demand, with every answer cached. Cycles give what is known without them;
 * a result that depends on a cycle still open is not cached.
 */
export class Evaluator extends ValueFactory implements Engine {
  readonly project: Project;
  readonly libraries: LibraryIndex;
  readonly units: ReadonlyMap<string, Unit>;
  /** Which calls construct each instance. */
  readonly constructions = new Map<InstanceValue, Set<CallInstance>>();
  readonly limits: Limits = { hits: new LimitHits() };
  readonly emptyFrame: Frame;
  readonly #frames: FrameTable;
  readonly #sites: SiteIndex;
  readonly #hierarchy: HierarchyIndex;
  readonly #keyed = new Map<string, ValueSet | undefined>();
  readonly #members: Map<string, ValueSet | undefined>[] = [];
  readonly #types = new Map<Type, ValueSet | undefined>();
  #provisions: readonly Provision[] | undefined;
  readonly #cycles: CycleGuard;

  constructor(project: Project, libraries: LibraryIndex, { units, sites }: { readonly units: ReadonlyMap<string, Unit>; readonly sites: SiteIndex }, budget = MAX_EVALUATIONS) {
    super();
    this.project = project;
    this.libraries = libraries;
    this.units = units;
    this.#cycles = new CycleGuard(this.table, this.limits.hits, budget);
    this.#frames = new FrameTable(this.table, this.limits.hits, this);
    for (const unit of units.values()) (unit as { frame: Frame }).frame = this.#frames.module(unit);
    this.#sites = sites;
    this.#hierarchy = new HierarchyIndex(this);
    this.emptyFrame = [...units.values()][0]?.frame as Frame;
  }

  evaluate(expression: Expression, frame: Frame): ValueSet {
    switch (expression.is) {
      case 'literal': case 'undefined': case 'this': case 'cast':
        return evaluateExpression(this, expression, frame);
      case 'await': return this.evaluate(expression.of, frame);
      case 'assign': return this.evaluate(expression.value, frame);
      default:
    }
    const known = frame.results.get(expression);
    if (known !== undefined && known.id >= 0) return known;
    if (expression.is === 'object' || expression.is === 'function' || expression.is === 'global') {
      const made = evaluateExpression(this, expression, frame);
      frame.results.set(expression, made);
      return made;
    }
    return this.#guarded(expression, frame.results, () => evaluateExpression(this, expression, frame));
  }

  #guarded<K extends object | string | number>(key: K, cache: Map<K, ValueSet | undefined>, run: () => ValueSet): ValueSet { return this.#cycles.once(key, cache, run); }

  // Of many alternatives only what matters is told apart: a query built in a loop is one query.
  #narrowed(set: ValueSet): ValueSet {
    return set.values.length > MAX_TOLD_APART ? this.#frames.plain(set) : set;
  }

  member(set: ValueSet, name: string): ValueSet {
    const only = set.values[0];
    if (set.values.length === 1 && only !== undefined) return only.is === 'undefined' ? set : this.memberOf(only, name);
    return this.table.union(set.values.map((value) => this.memberOf(value, name)));
  }

  memberOf(value: Value, name: string): ValueSet {
    if (value.is === 'undefined' || (value.is === 'unknown' && !isOfRequest(value))) return value.is === 'unknown' ? this.table.only(value) : this.table.empty;
    return this.#guarded(name, (this.#members[value.id] ??= new Map()), () => (value.is === 'unknown' ? keptOnRequest(this, value, name) : this.#narrowed(memberOfValue(this, value, name))));
  }

  /** The accessor that reading or assigning a member runs. */
  accessor(holder: Value, name: string, kind: 'getter' | 'setter'): FunctionValue | undefined {
    return accessorOf(this, holder, name, kind);
  }

  /** The method that an instance's classes declare under a name. */
  declared(holder: Value, name: string): FunctionValue | undefined {
    return declaredFunction(this, holder, name, 'method');
  }

  memberFrom(base: ClassValue, self: Value, name: string): ValueSet {
    return memberFromBase(this, base, self, name);
  }

  invoke(target: Value, call: CallInstance | undefined, given: readonly ValueSet[], self: ValueSet | undefined): ValueSet {
    if (target.is !== 'function') return invokeValue(this, target, call, given, self);
    const key = `i${target.id}:${self?.id ?? ''}:${given.map((set) => set.id).join(',')}`;
    return this.#guarded(key, this.#keyed, () => this.#narrowed(invokeValue(this, target, call, given, self)));
  }

  method(of: Value, name: string, call: CallInstance | undefined, given: readonly ValueSet[]): ValueSet {
    return builtinMethod(this, of, name, call, given);
  }

  targets(call: CallInstance): readonly Target[] {
    if (call.targets !== undefined) return call.targets;
    const targets = targetsOf(this, call);
    if (this.#cycles.isIdle) call.targets = targets;
    return targets;
  }

  argumentsOf(call: CallInstance): readonly ValueSet[] {
    if (call.given !== undefined) return call.given;
    const given = callArguments(this, call);
    if (this.#cycles.isIdle) call.given = given;
    return given;
  }

  isSettled(run: () => void): boolean { return this.#cycles.isSettled(run); }

  exactly<T>(run: () => T): T { return this.#frames.exactly(run); }

  enter(target: FunctionValue, given: readonly ValueSet[] | undefined, self?: Value): Frame {
    return this.#frames.enter(target, given, self);
  }

  frame(unit: Unit, index: FunctionIndex, parent: Frame | undefined, self: Value | undefined, given: readonly ValueSet[] | undefined): Frame {
    return this.#frames.of(unit, index, parent, self, given);
  }

  closureFor(index: FunctionIndex, frame: Frame): Frame {
    return this.#frames.closure(index, frame);
  }

  constructs(instance: InstanceValue, call: CallInstance): void {
    this.constructions.set(instance, (this.constructions.get(instance) ?? new Set()).add(call));
  }

  keptArguments(target: ClassValue, given: readonly ValueSet[]): readonly ValueSet[] {
    return this.#frames.constructing(target, given);
  }

  fix(frame: Frame, fixed: ReadonlyMap<number, ValueSet>): Frame {
    return this.#frames.fix(frame, fixed);
  }

  generic(unit: Unit, index: FunctionIndex): Frame {
    return this.#frames.generic(unit, index);
  }

  genericIn(unit: Unit, index: FunctionIndex, parent: Frame): Frame {
    return this.#frames.of(unit, index, parent, undefined, undefined);
  }

  within(frame: Frame, by: FunctionIndex): Frame {
    return frameWithin(this, frame, by);
  }

  callInstance(expression: CallInstance['expression'], frame: Frame): CallInstance {
    return this.#frames.call(expression, frame);
  }

  bindingIn(holder: Frame, binding: number, setter?: Frame): ValueSet {
    return this.#guarded(binding, (setter ?? holder).bindings, () => this.#narrowed(bindingValues(this, holder, binding, setter)));
  }

  parameter(frame: Frame, position: number): ValueSet {
    return this.#guarded(`p${frame.id}:${position}`, this.#keyed, () => parameterValues(this, frame, position));
  }

  selfOf(unit: Unit, classIndex: number, isStatic: boolean, closure: Frame | undefined): ValueSet {
    return selfOf(this, unit, classIndex, isStatic, closure);
  }

  exportOf(unit: Unit, name: string): ValueSet {
    return this.#guarded(`x${unit.id}:${name}`, this.#keyed, () => exportedValues(this, unit, name));
  }

  imported(unit: Unit, specifier: string, name: string): ValueSet {
    return this.#guarded(`d${unit.id}:${specifier}:${name}`, this.#keyed, () => importedValues(this, unit, specifier, name));
  }

  valuesOfType(type: Type, unit: Unit): ValueSet {
    return this.#guarded(type, this.#types, () => valuesOfDeclaredType(this, type, unit));
  }

  injected(target: ClassValue): ValueSet {
    if (this.provisions().length === 0) return this.table.only(instanceOf(this, target, undefined, undefined));
    return provided(this, this.table.only(target));
  }

  provisions(): readonly Provision[] {
    if (this.#provisions === undefined) {
      this.#provisions = [];
      this.#provisions = collectProvisions(this);
    }
    return this.#provisions;
  }

  cradle(): ValueSet {
    return this.table.only(this.table.intern('cradle', { is: 'cradle' }));
  }

  assignedTo(value: Value, name: string, isHolder: (candidate: Value) => boolean): ValueSet {
    return this.#guarded(`a${value.id}.${name}`, this.#keyed, () => searchAssigned(this, name, isHolder, value));
  }

  subclassesOf(target: ClassValue): readonly ClassValue[] {
    return this.#hierarchy.subclassesOf(target);
  }

  implementationsOf(unit: Unit, name: string): readonly Value[] {
    return this.#hierarchy.implementationsOf(unit, name);
  }

  yielded(frame: Frame): ValueSet {
    const all = frame.unit.index.yields.get(frame.function) ?? [];
    return functionOf(frame).generator === true ? this.table.union(all.map((value) => this.evaluate(value, frame))) : this.table.empty;
  }

  callsNamed(name: string) {
    return this.#sites.callsNamed(name);
  }

  assignmentsNamed(name: string) {
    return this.#sites.assignmentsNamed(name);
  }
  uses(library: { readonly package: string; readonly modules?: readonly string[] }): boolean {
    return this.#sites.imports(this.project, library);
  }
}
