import ts from 'typescript';
import type { Ask } from './places.js';

/** What typings say of a path or an option: there, not there, or nothing that could tell. */
export type Answer = { readonly is: 'there' } | { readonly is: 'missing'; readonly what: string } | { readonly is: 'untold'; readonly why: string };

/** The modules that paths start from, by specifier (`` the library itself), and what the catalog says of equal paths. */
export interface Roots {
  readonly values: ReadonlyMap<string, readonly ts.Type[]>;
  readonly types: ReadonlyMap<string, readonly ts.Type[]>;
  readonly same: readonly { readonly path: string; readonly is: string }[];
}

const THERE: Answer = { is: 'there' };
const MAX_TYPES = 3000;
const NONE: Found = { types: [], isVague: false };

interface Found {
  readonly types: readonly ts.Type[];
  /** Some way led to `any`. */
  readonly isVague: boolean;
}

type Way = 'plainly' | 'byTwins';

/** Follows paths and places of the catalog through the types of one package. */
export class TypeWalker {
  readonly #checker: ts.TypeChecker;
  readonly #at: ts.Node;
  readonly #roots: Roots;
  readonly #taken = new Map<string, boolean>();
  readonly #known = { plainly: new Map<string, Found>(), byTwins: new Map<string, Found>() };
  // The same types are met on many paths: what they are made of is asked of the compiler once.
  readonly #partsOf = new Map<ts.Type, readonly ts.Type[]>();
  readonly #membersOf = new Map<ts.Type, Map<string, readonly ts.Type[]>>();
  readonly #resultsOf = new Map<ts.Type, readonly ts.Type[]>();

  constructor(checker: ts.TypeChecker, at: ts.Node, roots: Roots) {
    this.#checker = checker;
    this.#at = at;
    this.#roots = roots;
  }

  /** Is there something at the end of a path? A type of this name will do. */
  path(path: string): Answer {
    return this.#either((way) => {
      const found = this.#found(path, way);
      return found.types.length > 0 || this.#typesNamed(path).length > 0 ? THERE : found.isVague ? ANY : { is: 'missing', what: path };
    });
  }

  type(name: string): Answer {
    return this.#typesNamed(name).length > 0 ? THERE : this.path(name.replace(/\(\)$/, ''));
  }

  /** Has an exported type this way into it? */
  within(type: string, steps: readonly string[]): Answer {
    return this.#deeper({ types: this.#roots.types.get(type) ?? [], isVague: false }, steps);
  }

  /** Can the option be given there? */
  ask({ path, argument, steps }: Ask): Answer {
    return this.#either((way) => {
      const found = this.#found(path, way);
      if (found.types.length === 0) return found.isVague ? ANY : { is: 'missing', what: path };
      if (argument === undefined) return this.#deeper(found, steps);
      const signatures = found.types.flatMap((type) => this.#signatures(type));
      if (signatures.length === 0) return { is: 'untold', why: 'the typings know no call of it' };
      const parameters = signatures.flatMap((signature) => this.#parameter(signature, argument));
      if (parameters.length === 0) return found.isVague ? ANY : { is: 'missing', what: `argument ${argument}` };
      return this.#deeper({ types: parameters, isVague: found.isVague }, steps);
    });
  }

  /** Does some export of the modules in sight take an argument with this in it? */
  isTaken(steps: readonly string[]): boolean {
    if (steps.length === 0) return false;
    const key = steps.join('.');
    const known = this.#taken.get(key) ?? this.#takes(steps);
    this.#taken.set(key, known);
    return known;
  }

  #takes(steps: readonly string[]): boolean {
    const exported = [...this.#roots.values.values()].flat().flatMap((type) => [type, ...this.#checker.getPropertiesOfType(type).map((one) => this.#checker.getTypeOfSymbolAtLocation(one, this.#at))]);
    return exported.some((type) => this.#signatures(type).some((signature) => this.#deeper({ types: this.#parameter(signature, '*'), isVague: false }, steps).is === 'there'));
  }

  // Paths that the catalog says are equal are walked only where the path itself leads nowhere: they are many.
  #either(answer: (way: Way) => Answer): Answer {
    const plain = answer('plainly');
    return plain.is === 'there' || this.#roots.same.length === 0 ? plain : answer('byTwins');
  }

  #deeper(start: Found, steps: readonly string[]): Answer {
    let current = this.#sorted(start.types, start.isVague);
    for (const step of steps) {
      const types = step === '[]' ? current.types.flatMap((type) => this.#elements(type)) : step === '()' ? current.types.flatMap((type) => this.#results(type)) : current.types.flatMap((type) => this.#member(type, step));
      current = this.#sorted(types, current.isVague);
      if (current.types.length === 0) return current.isVague ? ANY : { is: 'missing', what: `option ${steps.join('.')}` };
    }
    return THERE;
  }

  #found(path: string, way: Way): Found {
    const known = this.#known[way].get(path);
    if (known !== undefined) return known;
    this.#known[way].set(path, NONE);
    const direct = this.#directly(path, way);
    this.#known[way].set(path, direct);
    if (way === 'plainly') return direct;
    const twins = this.#roots.same.filter(({ is }) => is === path).map((one) => this.#found(one.path, way));
    const result = this.#sorted([direct, ...twins].flatMap(({ types }) => types), [direct, ...twins].some(({ isVague }) => isVague));
    this.#known[way].set(path, result);
    return result;
  }

  #directly(path: string, way: Way): Found {
    const [module = '', own] = path.includes('|') ? path.split('|') : ['', path];
    const steps = stepsOf(own ?? '');
    const last = steps[steps.length - 1];
    if (last === undefined) return { types: this.#roots.values.get(module) ?? [], isVague: false };
    const before = this.#found(path.slice(0, path.length - last.length).replace(/\.$/, ''), way);
    const next = last === '()' ? before.types.flatMap((type) => this.#results(type)) : before.types.flatMap((type) => this.#member(type, last));
    const named = last === '()' && steps.length === 2 && module === '' ? this.#typesNamed(steps[0] ?? '') : [];
    return { types: [...next, ...named], isVague: before.isVague };
  }

  // A default export may be imported under the name that it bears in the typings.
  #typesNamed(name: string): readonly ts.Type[] {
    const exported = this.#roots.types.get(name);
    if (exported !== undefined) return exported;
    const roots = this.#roots.values.get('') ?? [];
    return roots.flatMap((type) => [type, ...this.#signatures(type).map((signature) => signature.getReturnType())]).filter(({ symbol, aliasSymbol }) => isNamed(symbol, name) || isNamed(aliasSymbol, name));
  }

  // What is `any` tells nothing, but other ways may lead on.
  #sorted(types: readonly ts.Type[], isVague: boolean): Found {
    const parts = [...new Set(types)];
    const solid = parts.filter((type) => !isVagueType(type));
    return { types: solid.slice(0, MAX_TYPES), isVague: isVague || solid.length < parts.length || parts.some((type) => this.#parts(type).some(isVagueType)) };
  }

  #results(type: ts.Type): readonly ts.Type[] {
    return once(this.#resultsOf, type, () => this.#findResults(type));
  }

  #findResults(type: ts.Type): readonly ts.Type[] {
    const results = this.#signatures(type).map((signature) => signature.getReturnType());
    return [...results, ...results.flatMap((result) => this.#checker.getAwaitedType(result) ?? []), ...this.#instances(type)];
  }

  // A class whose constructor the typings hide has instances all the same.
  #instances(type: ts.Type): readonly ts.Type[] {
    const prototype = type.getProperty('prototype');
    return prototype === undefined ? [] : [this.#checker.getTypeOfSymbolAtLocation(prototype, this.#at)];
  }

  #signatures(type: ts.Type): readonly ts.Signature[] {
    return this.#parts(type).flatMap((part) => [...part.getCallSignatures(), ...part.getConstructSignatures()]);
  }

  // A value can be given where a union or a type parameter stands: any of its parts will do.
  #parts(type: ts.Type): readonly ts.Type[] {
    return once(this.#partsOf, type, () => this.#findParts(type));
  }

  #findParts(type: ts.Type): readonly ts.Type[] {
    const solid = type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Conditional | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Substitution) ? (this.#checker.getBaseConstraintOfType(type) ?? type) : type;
    return solid.isUnion() ? solid.types.flatMap((part) => this.#parts(part)) : [solid];
  }

  #member(type: ts.Type, name: string): readonly ts.Type[] {
    return once(once(this.#membersOf, type, () => new Map<string, readonly ts.Type[]>()), name, () => this.#findMember(type, name));
  }

  #findMember(type: ts.Type, name: string): readonly ts.Type[] {
    return this.#parts(type).flatMap((part) => {
      const apparent = this.#checker.getApparentType(part);
      if (name === '*') return [...apparent.getProperties().slice(0, MAX_TYPES).map((property) => this.#checker.getTypeOfSymbolAtLocation(property, this.#at)), ...(apparent.getStringIndexType() === undefined ? [] : [apparent.getStringIndexType() as ts.Type])];
      const property = apparent.getProperty(name) ?? this.#checker.getPropertyOfType(apparent, name);
      if (property !== undefined) return [this.#checker.getTypeOfSymbolAtLocation(property, this.#at)];
      return this.#checker.getIndexInfosOfType(apparent).filter(({ keyType }) => (keyType.flags & ts.TypeFlags.Number) === 0 || /^\d+$/.test(name)).map(({ type: value }) => value);
    });
  }

  #elements(type: ts.Type): readonly ts.Type[] {
    return this.#parts(type).flatMap((part) => part.getNumberIndexType() ?? []);
  }

  #parameter(signature: ts.Signature, argument: number | '*'): readonly ts.Type[] {
    const { parameters } = signature;
    if (argument === '*') return parameters.flatMap((_, position) => this.#parameter(signature, position));
    const position = argument < 0 ? parameters.length + argument : argument;
    const last = parameters[parameters.length - 1];
    const parameter = parameters[position] ?? (last !== undefined && isRest(last) ? last : undefined);
    if (parameter === undefined) return [];
    const type = this.#checker.getTypeOfSymbolAtLocation(parameter, this.#at);
    if (!isRest(parameter)) return [type];
    const elements = this.#parts(type).flatMap((part) => (this.#checker.isTupleType(part) ? this.#checker.getTypeArguments(part as ts.TypeReference) : (part.getNumberIndexType() ?? [])));
    return elements.length === 0 ? [type] : elements;
  }
}

const ANY: Answer = { is: 'untold', why: 'the typings say any' };

function once<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}

// A class that is the default export is called `default`; its declaration has the name.
function isNamed(symbol: ts.Symbol | undefined, name: string): boolean {
  return symbol?.name === name || symbol?.declarations?.some((declaration) => (ts.isClassDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) && declaration.name?.text === name) === true;
}

function isVagueType(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0;
}

function isRest(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((declaration) => ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined) === true;
}

/** `Pool().query` is `Pool`, `()`, `query`. */
export function stepsOf(path: string): readonly string[] {
  return path.match(/[^.()]+|\(\)/g) ?? [];
}
