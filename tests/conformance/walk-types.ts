import ts from 'typescript';

/** What typings say of a path or an option: there, not there, or nothing that could tell. */
export type Answer = { readonly is: 'there' } | { readonly is: 'missing'; readonly what: string } | { readonly is: 'untold'; readonly why: string };

const THERE: Answer = { is: 'there' };
const MAX_TYPES = 3000;

/** Follows paths and places of the catalog through the types of one package. */
export class TypeWalker {
  readonly #checker: ts.TypeChecker;
  readonly #at: ts.Node;
  readonly #roots: readonly ts.Type[];

  constructor(checker: ts.TypeChecker, at: ts.Node, roots: readonly ts.Type[]) {
    this.#checker = checker;
    this.#at = at;
    this.#roots = roots;
  }

  /** Is there something at the end of a path? */
  path(path: string): Answer {
    const found = this.#typesAt(stepsOf(path));
    return 'is' in found ? found : THERE;
  }

  /** Can the option be given to the call at the end of a path? */
  option(path: string, argument: number, names: readonly string[]): Answer {
    const found = this.#typesAt(stepsOf(path));
    if ('is' in found) return found;
    const signatures = found.flatMap((type) => this.#signatures(type));
    if (signatures.length === 0) return { is: 'untold', why: 'the typings know no call of it' };
    const parameters = signatures.flatMap((signature) => this.#parameter(signature, argument));
    if (parameters.length === 0) return { is: 'missing', what: `argument ${argument}` };
    return this.#members(parameters, names);
  }

  #typesAt(steps: readonly string[]): readonly ts.Type[] | Answer {
    let types = this.#roots;
    for (const step of steps) {
      if (types.some(isVague)) return { is: 'untold', why: 'the typings say any' };
      const next = step === '()' ? types.flatMap((type) => this.#results(type)) : types.flatMap((type) => this.#member(type, step));
      if (next.length === 0) return { is: 'missing', what: step };
      types = [...new Set(next)].slice(0, MAX_TYPES);
    }
    return types;
  }

  #results(type: ts.Type): readonly ts.Type[] {
    const results = this.#signatures(type).map((signature) => signature.getReturnType());
    return [...results, ...results.flatMap((result) => this.#checker.getAwaitedType(result) ?? [])];
  }

  #signatures(type: ts.Type): readonly ts.Signature[] {
    return this.#parts(type).flatMap((part) => [...part.getCallSignatures(), ...part.getConstructSignatures()]);
  }

  // A value can be given where a union or a type parameter stands: any of its parts will do.
  #parts(type: ts.Type): readonly ts.Type[] {
    const solid = type.flags & ts.TypeFlags.TypeParameter ? (this.#checker.getBaseConstraintOfType(type) ?? type) : type;
    return solid.isUnion() ? solid.types.flatMap((part) => this.#parts(part)) : [solid];
  }

  #member(type: ts.Type, name: string): readonly ts.Type[] {
    return this.#parts(type).flatMap((part) => {
      const apparent = this.#checker.getApparentType(part);
      if (name === '*') return apparent.getProperties().slice(0, MAX_TYPES).map((property) => this.#checker.getTypeOfSymbolAtLocation(property, this.#at));
      const property = apparent.getProperty(name) ?? this.#checker.getPropertyOfType(apparent, name);
      if (property !== undefined) return [this.#checker.getTypeOfSymbolAtLocation(property, this.#at)];
      const index = apparent.getStringIndexType();
      return index === undefined ? [] : [index];
    });
  }

  #parameter(signature: ts.Signature, argument: number): readonly ts.Type[] {
    const { parameters } = signature;
    const position = argument < 0 ? parameters.length + argument : argument;
    const last = parameters[parameters.length - 1];
    const parameter = parameters[position] ?? (last !== undefined && isRest(last) ? last : undefined);
    if (parameter === undefined) return [];
    const type = this.#checker.getTypeOfSymbolAtLocation(parameter, this.#at);
    if (!isRest(parameter)) return [type];
    const element = type.getNumberIndexType();
    return element === undefined ? [type] : [element];
  }

  #members(types: readonly ts.Type[], names: readonly string[]): Answer {
    let current = types;
    for (const name of names) {
      if (current.some((type) => this.#parts(type).some(isVague))) return { is: 'untold', why: 'the typings say any' };
      const next = current.flatMap((type) => this.#member(type, name));
      if (next.length === 0) return { is: 'missing', what: `option ${names.join('.')}` };
      current = next;
    }
    return THERE;
  }
}

function isVague(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

function isRest(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((declaration) => ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined) === true;
}

/** `Pool().query` is `Pool`, `()`, `query`. */
export function stepsOf(path: string): readonly string[] {
  return path.match(/[^.()]+|\(\)/g) ?? [];
}
