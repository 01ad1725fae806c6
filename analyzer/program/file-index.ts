import type { BindingIndex, CallExpression, Export, Expression, FileFacts, FunctionIndex, NewExpression, ObjectExpression, Statement } from '#facts/types.js';
import { tablesOf } from './tables-of.js';

/** A call or construction and the function it stands in. */
export interface CallSite {
  readonly call: CallExpression | NewExpression;
  readonly by: FunctionIndex;
}

/** `of.name = value` and the function it stands in. */
export interface MemberAssignment {
  readonly of: Expression;
  readonly name: string;
  readonly value: Expression;
  readonly operator: string;
  readonly by: FunctionIndex;
  readonly at: number;
}

/** Where things stand in a file, derived in one walk over its facts. */
export interface FileIndex {
  /** By the callee's last name; `''` when it has none. */
  readonly calls: ReadonlyMap<string, readonly CallSite[]>;
  /** By the member's name. */
  readonly assignments: ReadonlyMap<string, readonly MemberAssignment[]>;
  /** `this.x = …` by the function it stands in. */
  readonly selfAssignments: ReadonlyMap<FunctionIndex, readonly MemberAssignment[]>;
  /** Function expressions that are arguments of a call. */
  readonly passedTo: ReadonlyMap<FunctionIndex, { readonly call: CallExpression | NewExpression; readonly position: number; readonly by: FunctionIndex }>;
  /** `return` values of each function. */
  readonly returns: ReadonlyMap<FunctionIndex, readonly Expression[]>;
  /** What each generator yields. */
  readonly yields: ReadonlyMap<FunctionIndex, readonly Expression[]>;
  /** Object literals by the name of each property they have, for providers and the like. */
  readonly objects: ReadonlyMap<string, readonly { readonly object: ObjectExpression; readonly by: FunctionIndex }[]>;
  /** Names that each function itself uses, wherever they are declared. */
  readonly uses: ReadonlyMap<FunctionIndex, ReadonlySet<BindingIndex>>;
  /** Functions in whose own code `this` or `super` stands. */
  readonly usesThis: ReadonlySet<FunctionIndex>;
  /** The functions that stand directly in each function. */
  readonly inner: ReadonlyMap<FunctionIndex, readonly { readonly function: FunctionIndex }[]>;
  /** The statements of each function, without those that only give a name a function or a plain value. */
  readonly running: ReadonlyMap<FunctionIndex, readonly Statement[]>;
  /** The names that an activation of each function holds. */
  readonly held: ReadonlyMap<FunctionIndex, readonly { readonly binding: BindingIndex }[]>;
  /** By the exported name; under `*` those of whole modules, under `=` what the module is set to. */
  readonly exports: ReadonlyMap<string, readonly Export[]>;
  readonly callCount: number;
}

/** The last name of what is called: `post` in `a.b.post()`. */
export function calleeName(callee: Expression): string {
  if (callee.is === 'member' || callee.is === 'global') return callee.name;
  return '';
}

/** Derives the index of one file; objects are listed by the `remembered` property names only. */
export function indexFile(facts: FileFacts, remembered: ReadonlySet<string>): FileIndex {
  return new Indexer(facts, remembered).index();
}

class Indexer {
  readonly #facts: FileFacts;
  readonly #calls = new Map<string, CallSite[]>();
  readonly #assignments = new Map<string, MemberAssignment[]>();
  readonly #selfAssignments = new Map<FunctionIndex, MemberAssignment[]>();
  readonly #passedTo = new Map<FunctionIndex, { call: CallExpression | NewExpression; position: number; by: FunctionIndex }>();
  readonly #returns = new Map<FunctionIndex, Expression[]>();
  readonly #yields = new Map<FunctionIndex, Expression[]>();
  readonly #objects = new Map<string, { object: ObjectExpression; by: FunctionIndex }[]>();
  readonly #uses = new Map<FunctionIndex, Set<BindingIndex>>();
  readonly #usesThis = new Set<FunctionIndex>();
  #by: FunctionIndex = 0;
  #count = 0;

  readonly #remembered: ReadonlySet<string>;

  constructor(facts: FileFacts, remembered: ReadonlySet<string>) {
    this.#facts = facts;
    this.#remembered = remembered;
  }

  index(): FileIndex {
    const { functions, classes, bindings } = this.#facts;
    functions.forEach((fn, index) => {
      this.#by = index;
      for (const parameter of fn.parameters) {
        if (parameter.default !== undefined) this.#expression(parameter.default);
        parameter.decorators?.forEach((decorator) => this.#expression(decorator));
      }
      this.#statements(fn.body);
    });
    for (const declared of classes) this.#class(declared);
    // Names derived from patterns have values that stand in no statement.
    for (const binding of bindings) {
      if (binding.kind === 'enum') for (const { value, by } of binding.values) this.#within(by, value);
    }
    return {
      calls: this.#calls, assignments: this.#assignments, selfAssignments: this.#selfAssignments, passedTo: this.#passedTo,
      returns: this.#returns, yields: this.#yields, objects: this.#objects, uses: this.#uses, usesThis: this.#usesThis, callCount: this.#count,
      ...tablesOf(this.#facts),
    };
  }

  #class(declared: FileFacts['classes'][number]): void {
    if (declared.extends !== undefined) this.#within(declared.owner, declared.extends);
    declared.decorators?.forEach((decorator) => this.#within(declared.owner, decorator));
    for (const member of declared.members) {
      member.decorators?.forEach((decorator) => this.#within(declared.owner, decorator));
      if (member.value !== undefined) this.#within(member.static ? declared.staticInitializer : declared.initializer, member.value);
    }
  }

  #within(by: FunctionIndex, expression: Expression): void {
    this.#by = by;
    this.#expression(expression);
  }

  #statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.is) {
      case 'expression': case 'declare': return this.#expression(statement.value);
      case 'throw': return this.#expression(statement.value);
      case 'return':
        if (statement.value === undefined) return;
        put(this.#returns, this.#by, statement.value);
        return this.#expression(statement.value);
      case 'if':
        this.#expression(statement.test);
        this.#statements(statement.then);
        return this.#statements(statement.else);
      case 'loop':
        this.#statements(statement.before);
        for (const part of [statement.test, statement.step, statement.over]) if (part !== undefined) this.#expression(part);
        return this.#statements(statement.body);
      case 'try':
        this.#statements(statement.body);
        if (statement.handler !== undefined) this.#statements(statement.handler);
        if (statement.finalizer !== undefined) this.#statements(statement.finalizer);
        return;
      case 'switch':
        this.#expression(statement.value);
        for (const arm of statement.cases) {
          if (arm.test !== undefined) this.#expression(arm.test);
          this.#statements(arm.body);
        }
        return;
      default: return;
    }
  }

  #expression(expression: Expression): void {
    switch (expression.is) {
      case 'variable': {
        const used = this.#uses.get(this.#by);
        if (used === undefined) this.#uses.set(this.#by, new Set([expression.binding]));
        else used.add(expression.binding);
        return;
      }
      case 'this': case 'super': this.#usesThis.add(this.#by); return;
      case 'call': case 'new': return this.#call(expression);
      case 'object': return this.#object(expression);
      case 'assign': return this.#assign(expression);
      case 'yield':
        put(this.#yields, this.#by, expression.each ? { is: 'each', of: expression.of, keys: false } : expression.of);
        return this.#expression(expression.of);
      default: forEachPart(expression, (part) => this.#expression(part));
    }
  }

  #call(call: CallExpression | NewExpression): void {
    this.#count += 1;
    const name = call.callee.is === 'variable' ? (this.#facts.bindings[call.callee.binding]?.name ?? '') : calleeName(call.callee);
    put(this.#calls, name, { call, by: this.#by });
    call.arguments.forEach((argument, position) => {
      if (argument.is === 'function') this.#passedTo.set(argument.index, { call, position, by: this.#by });
    });
    forEachPart(call, (part) => this.#expression(part));
  }

  #object(object: ObjectExpression): void {
    for (const property of object.properties) {
      if (property.is === 'named' && this.#remembered.has(property.name)) put(this.#objects, property.name, { object, by: this.#by });
    }
    forEachPart(object, (part) => this.#expression(part));
  }

  #assign(expression: Extract<Expression, { is: 'assign' }>): void {
    const { target, value, operator, at } = expression;
    if (target.is === 'member') {
      const assignment = { of: target.of, name: target.name, value, operator, by: this.#by, at };
      put(this.#assignments, target.name, assignment);
      if (target.of.is === 'this') put(this.#selfAssignments, this.#by, assignment);
    }
    this.#expression(target);
    this.#expression(value);
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Calls `visit` with each direct sub-expression, in order of evaluation. Bodies of functions and classes are not entered. */
export function forEachPart(expression: Expression, visit: (part: Expression) => void): void {
  switch (expression.is) {
    case 'template': return expression.values.forEach(visit);
    case 'member': case 'unary': case 'await': case 'yield': case 'cast': case 'each': case 'rest': return visit(expression.of);
    case 'element': visit(expression.of); return visit(expression.index);
    case 'call': case 'new': visit(expression.callee); return expression.arguments.forEach(visit);
    case 'spread': return visit(expression.value);
    case 'object':
      for (const property of expression.properties) {
        if (property.is === 'computed') visit(property.key);
        visit(property.value);
      }
      return;
    case 'array': return expression.elements.forEach(visit);
    case 'conditional': visit(expression.test); visit(expression.then); return visit(expression.else);
    case 'logical': case 'binary': visit(expression.left); return visit(expression.right);
    case 'assign': visit(expression.target); return visit(expression.value);
    case 'sequence': return expression.all.forEach(visit);
    case 'default': visit(expression.value); return visit(expression.fallback);
    case 'opaque': return expression.parts.forEach(visit);
    default: return;
  }
}
