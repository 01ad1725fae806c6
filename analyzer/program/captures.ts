import type { BindingIndex, Expression, FileFacts, FunctionIndex } from '#facts/types.js';
import { forEachPart } from './file-index.js';
import type { FileIndex } from './file-index.js';

/** What a function uses of the activation in which it was created. */
export interface Needs {
  /** Positions of parameters on which captured names depend. */
  readonly parameters: ReadonlySet<number>;
  readonly self: boolean;
  /** Anything at all of that activation. */
  readonly any: boolean;
}

/** What the values of one name use themselves. */
interface Direct {
  readonly parameters: ReadonlySet<number>;
  readonly self: boolean;
  readonly names: ReadonlySet<BindingIndex>;
}

const NOTHING: Needs = { parameters: new Set(), self: false, any: false };

/** Tells what closures capture, so that activations which differ in nothing captured give one closure. */
export class Captures {
  readonly #facts: FileFacts;
  readonly #index: Pick<FileIndex, 'uses' | 'usesThis' | 'inner'>;
  readonly #captured = new Map<FunctionIndex, ReadonlySet<BindingIndex>>();
  readonly #dependencies = new Map<BindingIndex, Needs>();
  readonly #direct = new Map<BindingIndex, Direct>();
  readonly #needs = new Map<string, Needs>();

  constructor(facts: FileFacts, index: Pick<FileIndex, 'uses' | 'usesThis' | 'inner'>) {
    this.#facts = facts;
    this.#index = index;
  }

  /** What function `inner` needs of an activation of function `outer` around it. */
  needs(inner: FunctionIndex, outer: FunctionIndex): Needs {
    const key = `${inner}:${outer}`;
    const known = this.#needs.get(key);
    if (known !== undefined) return known;
    const parameters = new Set<number>();
    let self = this.#usesThisOf(inner, outer);
    let any = self;
    for (const binding of this.#capturedBy(inner)) {
      if (this.#facts.bindings[binding]?.owner !== outer) continue;
      any = true;
      const needed = this.#dependenciesOf(binding);
      for (const position of needed.parameters) parameters.add(position);
      self ||= needed.self;
    }
    const found = any ? { parameters, self, any } : NOTHING;
    this.#needs.set(key, found);
    return found;
  }

  /** Names declared outside a function that it or a function inside it uses. */
  #capturedBy(inner: FunctionIndex): ReadonlySet<BindingIndex> {
    const known = this.#captured.get(inner);
    if (known !== undefined) return known;
    const found = new Set<BindingIndex>();
    this.#captured.set(inner, found);
    const add = (binding: BindingIndex) => {
      if (this.#facts.bindings[binding]?.owner !== inner) found.add(binding);
    };
    for (const binding of this.#index.uses.get(inner) ?? []) add(binding);
    for (const { function: child } of this.#index.inner.get(inner) ?? []) for (const binding of this.#capturedBy(child)) add(binding);
    // Names that come from captured ones by destructuring stand in no statement.
    for (const binding of [...found]) this.#throughTemporaries(binding, found);
    return found;
  }

  #throughTemporaries(binding: BindingIndex, found: Set<BindingIndex>): void {
    for (const { value } of this.#facts.bindings[binding]?.values ?? []) {
      if (value.is === 'member' && value.of.is === 'variable' && !found.has(value.of.binding)) found.add(value.of.binding);
    }
  }

  // `this` of an arrow function is that of the function around it.
  #usesThisOf(inner: FunctionIndex, outer: FunctionIndex): boolean {
    const fn = this.#facts.functions[inner];
    if (fn === undefined || fn.kind !== 'arrow') return false;
    if (this.#index.usesThis.has(inner)) return true;
    return (this.#index.inner.get(inner) ?? []).some(({ function: child }) => this.#usesThisOf(child, outer));
  }

  // Names of one activation depend on each other in chains and circles: each is looked at once.
  #dependenciesOf(binding: BindingIndex): Needs {
    const known = this.#dependencies.get(binding);
    if (known !== undefined) return known;
    const owner = this.#facts.bindings[binding]?.owner ?? 0;
    const parameters = new Set<number>();
    let self = false;
    const reached = new Set([binding]);
    for (const name of reached) {
      const direct = this.#directlyOf(name, owner);
      for (const position of direct.parameters) parameters.add(position);
      self ||= direct.self;
      for (const next of direct.names) reached.add(next);
    }
    const found = { parameters, self, any: true };
    this.#dependencies.set(binding, found);
    return found;
  }

  #directlyOf(binding: BindingIndex, ownerIndex: FunctionIndex): Direct {
    const known = this.#direct.get(binding);
    if (known !== undefined) return known;
    const facts = this.#facts.bindings[binding];
    const owner = this.#facts.functions[ownerIndex];
    const found = { parameters: new Set<number>(), self: false, names: new Set<BindingIndex>() };
    const follow = (name: BindingIndex) => {
      if (this.#facts.bindings[name]?.owner === ownerIndex) found.names.add(name);
    };
    const position = owner?.parameters.findIndex((parameter) => parameter.binding === binding) ?? -1;
    if (position >= 0) found.parameters.add(position);
    const visit = (expression: Expression): void => {
      if (expression.is === 'this' || expression.is === 'super') found.self = true;
      if (expression.is === 'variable') follow(expression.binding);
      if (expression.is === 'function') {
        if (this.#usesThisOf(expression.index, ownerIndex)) found.self = true;
        for (const captured of this.#capturedBy(expression.index)) follow(captured);
      }
      if (expression.is === 'class') {
        found.self = true;
        owner?.parameters.forEach((_, index) => found.parameters.add(index));
      }
      forEachPart(expression, visit);
    };
    for (const { value } of facts?.values ?? []) visit(value);
    const defaults = position < 0 ? undefined : owner?.parameters[position]?.default;
    if (defaults !== undefined) visit(defaults);
    this.#direct.set(binding, found);
    return found;
  }
}
