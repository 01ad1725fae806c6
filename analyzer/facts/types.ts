/**
 * The facts of one file: a small language into which every TypeScript and JavaScript construct is lowered.
 * Plain JSON, no reference to syntax trees, no meaning: what a call *is* gets decided when facts are linked.
 */

/** Offset in UTF-16 units from the start of the file. */
export type Offset = number;
/** Index into `FileFacts.functions`; 0 is the module's own top level. */
export type FunctionIndex = number;
/** Index into `FileFacts.classes`. */
export type ClassIndex = number;
/** Index into `FileFacts.bindings`. */
export type BindingIndex = number;

/** An expression. `at` is where a person would look: the name called or read, else the first character. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean | null; readonly at: Offset }
  | { readonly is: 'undefined' }
  | { readonly is: 'template'; readonly texts: readonly string[]; readonly values: readonly Expression[]; readonly at: Offset }
  | { readonly is: 'regex'; readonly text: string }
  | { readonly is: 'variable'; readonly binding: BindingIndex; readonly at: Offset }
  /** A name no scope of the file declares: `process`, `fetch`, `setTimeout`. */
  | { readonly is: 'global'; readonly name: string; readonly at: Offset }
  | { readonly is: 'this' }
  | { readonly is: 'super' }
  /** `of.name`, `of?.name`, `of['name']`; private names keep their `#`. `at` is the name's place. */
  | { readonly is: 'member'; readonly of: Expression; readonly name: string; readonly at: Offset }
  /** `of[index]` where the index is not a literal. */
  | { readonly is: 'element'; readonly of: Expression; readonly index: Expression; readonly at: Offset }
  /** `at` is the callee's last name (`post` in `a.b.post()`), `start` the expression's first character, `end` its last. */
  | CallExpression
  | NewExpression
  | { readonly is: 'spread'; readonly value: Expression }
  | { readonly is: 'function'; readonly index: FunctionIndex }
  | { readonly is: 'class'; readonly index: ClassIndex }
  | ObjectExpression
  | { readonly is: 'array'; readonly elements: readonly Expression[]; readonly at: Offset }
  | { readonly is: 'conditional'; readonly test: Expression; readonly then: Expression; readonly else: Expression }
  | { readonly is: 'logical'; readonly operator: '&&' | '||' | '??'; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly is: 'await'; readonly of: Expression; readonly at: Offset }
  | { readonly is: 'yield'; readonly of: Expression; readonly each: boolean }
  /** `target = value` and compound forms; the operator is `=`, `??=`, `+=` … */
  | { readonly is: 'assign'; readonly target: Expression; readonly operator: string; readonly value: Expression; readonly at: Offset }
  | { readonly is: 'sequence'; readonly all: readonly Expression[] }
  /** `value as Type`, `<Type>value`; `satisfies` and `!` are dropped. */
  | { readonly is: 'cast'; readonly of: Expression; readonly type: Type }
  /** `require('x')` with a literal argument: the module's exports. */
  | { readonly is: 'require'; readonly specifier: string; readonly at: Offset }
  /** `import('x')` with a literal argument: a promise of the namespace. */
  | { readonly is: 'import'; readonly specifier: string; readonly at: Offset }
  /** `new.target`, `import.meta` and members: `path` is the text. */
  | { readonly is: 'meta'; readonly path: string }
  /** The value's default: what `{ a = 1 }` and `(a = 1)` mean. */
  | { readonly is: 'default'; readonly value: Expression; readonly fallback: Expression }
  /** One element of an iterable: what `for (const x of xs)` binds. `keys` for `for…in`. */
  | { readonly is: 'each'; readonly of: Expression; readonly keys: boolean }
  /** What is left of `of` after taking the names away: object or array rest. */
  | { readonly is: 'rest'; readonly of: Expression; readonly without: readonly string[]; readonly from?: number }
  /** Something that is not followed; `parts` are still evaluated for their calls (JSX, for instance). */
  | { readonly is: 'opaque'; readonly why: string; readonly parts: readonly Expression[]; readonly at: Offset };

export interface CallExpression {
  readonly is: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly typeArguments?: readonly Type[];
  /** A tagged template: the argument is the one `template` expression. */
  readonly tagged?: true;
  /** `callee?.()` or a call within an optional chain. */
  readonly optional?: true;
  readonly at: Offset;
  readonly start: Offset;
  readonly end: Offset;
}

export interface NewExpression {
  readonly is: 'new';
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly typeArguments?: readonly Type[];
  /** The place of `new`. */
  readonly at: Offset;
  readonly start: Offset;
  readonly end: Offset;
}

export interface ObjectExpression {
  readonly is: 'object';
  readonly properties: readonly Property[];
  readonly at: Offset;
}

/** A property of an object literal. Methods and accessors are function expressions. */
export type Property =
  | { readonly is: 'named'; readonly name: string; readonly value: Expression; readonly at: Offset; readonly accessor?: 'get' | 'set' }
  | { readonly is: 'computed'; readonly key: Expression; readonly value: Expression; readonly at: Offset }
  | { readonly is: 'spread'; readonly value: Expression; readonly at: Offset };

/** A statement; blocks are flattened into their parents, declarations become `expression` with an `assign`. */
export type Statement =
  /** Evaluates an expression. A declaration `const x = e` is `{ is: 'declare', binding, value: e }`. */
  | { readonly is: 'expression'; readonly value: Expression }
  | { readonly is: 'declare'; readonly binding: BindingIndex; readonly value: Expression }
  | { readonly is: 'return'; readonly value?: Expression; readonly at: Offset }
  | { readonly is: 'throw'; readonly value: Expression; readonly at: Offset }
  | { readonly is: 'if'; readonly test: Expression; readonly then: readonly Statement[]; readonly else: readonly Statement[] }
  | LoopStatement
  | { readonly is: 'try'; readonly body: readonly Statement[]; readonly handler?: readonly Statement[]; readonly finalizer?: readonly Statement[] }
  | { readonly is: 'switch'; readonly value: Expression; readonly cases: readonly { readonly test?: Expression; readonly body: readonly Statement[] }[] }
  /** A class declared here: its decorators, computed keys and static parts run now. */
  | { readonly is: 'class'; readonly index: ClassIndex }
  | { readonly is: 'break' }
  | { readonly is: 'continue' };

export interface LoopStatement {
  readonly is: 'loop';
  readonly form: 'for' | 'while' | 'do' | 'of' | 'in' | 'await-of';
  /** `for` initialiser as statements, run once. */
  readonly before: readonly Statement[];
  readonly test?: Expression;
  readonly step?: Expression;
  /** The iterable of `of`, `in`, `await-of`. */
  readonly over?: Expression;
  readonly body: readonly Statement[];
  readonly at: Offset;
}

/** A declared name and everything in the file that gives it a value. */
export interface Binding {
  readonly name: string;
  readonly kind: 'parameter' | 'const' | 'let' | 'function' | 'class' | 'import' | 'enum' | 'namespace' | 'type' | 'catch' | 'temporary';
  /** The function whose activation holds it. */
  readonly owner: FunctionIndex;
  /** Initialiser and assignments, in order; `by` is the function in which the assignment stands. */
  readonly values: readonly { readonly value: Expression; readonly by: FunctionIndex; readonly at: Offset; readonly operator?: string }[];
  readonly type?: Type;
  readonly at: Offset;
  /** For `import` bindings. `name` is the exported name, `default`, or `*`. */
  readonly from?: { readonly specifier: string; readonly name: string; readonly typeOnly?: true };
}

export interface Parameter {
  /** For a pattern, a `temporary` binding from which the names inside are derived. */
  readonly binding: BindingIndex;
  readonly default?: Expression;
  readonly rest?: true;
  readonly type?: Type;
  readonly decorators?: readonly Expression[];
  /** A parameter property: the field it declares. */
  readonly property?: string;
}

export interface FunctionFacts {
  /** Empty when anonymous; a variable's or property's name is taken where one is assigned. */
  readonly name: string;
  readonly kind: 'module' | 'function' | 'arrow' | 'method' | 'getter' | 'setter' | 'constructor' | 'initializer' | 'namespace';
  readonly parent: FunctionIndex | -1;
  /** The class whose member it is. */
  readonly class?: ClassIndex;
  readonly static?: true;
  readonly async?: true;
  readonly generator?: true;
  readonly parameters: readonly Parameter[];
  readonly returns?: Type;
  readonly typeParameters?: readonly string[];
  readonly body: readonly Statement[];
  readonly at: Offset;
  readonly end: Offset;
  /** Declared without a body: overloads, abstract and ambient functions. */
  readonly bodiless?: true;
  /** `'use server'` and the like. */
  readonly directives?: readonly string[];
}

export interface ClassMember {
  readonly name: string;
  readonly kind: 'field' | 'method' | 'getter' | 'setter';
  readonly static?: true;
  readonly abstract?: true;
  /** Declared `private` or `protected`. */
  readonly inward?: true;
  /** The function of a method or accessor. */
  readonly function?: FunctionIndex;
  /** A field's initialiser, evaluated in the class's initializer function. */
  readonly value?: Expression;
  readonly type?: Type;
  readonly decorators?: readonly Expression[];
  readonly at: Offset;
}

export interface ClassFacts {
  readonly name: string;
  readonly binding?: BindingIndex;
  readonly extends?: Expression;
  readonly extendsTypes?: readonly Type[];
  readonly implements: readonly Type[];
  readonly abstract?: true;
  readonly constructor?: FunctionIndex;
  /** Synthetic function that owns field initialisers (kind `initializer`): `this` is the instance there. */
  readonly initializer: FunctionIndex;
  /** Synthetic function for static fields and blocks: `this` is the class there. */
  readonly staticInitializer: FunctionIndex;
  readonly members: readonly ClassMember[];
  readonly decorators?: readonly Expression[];
  readonly typeParameters?: readonly string[];
  readonly owner: FunctionIndex;
  readonly at: Offset;
}

/** A type as written; enough to follow declared types to classes, interfaces and imports. */
export type Type =
  | { readonly is: 'reference'; readonly binding: BindingIndex; readonly path: readonly string[]; readonly arguments: readonly Type[] }
  | { readonly is: 'global'; readonly name: string; readonly arguments: readonly Type[] }
  | { readonly is: 'primitive'; readonly name: string }
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  | { readonly is: 'object'; readonly members: readonly TypeMember[] }
  | { readonly is: 'function'; readonly returns: Type; readonly parameters: readonly Type[] }
  | { readonly is: 'union' | 'intersection'; readonly of: readonly Type[] }
  | { readonly is: 'array'; readonly element: Type }
  | { readonly is: 'tuple'; readonly elements: readonly Type[] }
  | { readonly is: 'typeof'; readonly value: Expression }
  | { readonly is: 'indexed'; readonly of: Type; readonly name: string }
  | { readonly is: 'import'; readonly specifier: string; readonly path: readonly string[]; readonly arguments: readonly Type[] }
  | { readonly is: 'unknown' };

export interface TypeMember {
  readonly name: string;
  readonly type: Type;
  readonly method?: true;
  readonly optional?: true;
}

/** An interface or type alias. `binding` is its `type` binding. Interfaces of one name are merged. */
export interface TypeFacts {
  readonly binding: BindingIndex;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly extends: readonly Type[];
  readonly members: readonly TypeMember[];
  readonly alias?: Type;
  readonly at: Offset;
}

export type Export =
  | { readonly is: 'local'; readonly name: string; readonly value: Expression; readonly at: Offset; readonly typeOnly?: true }
  | { readonly is: 'from'; readonly name: string; readonly specifier: string; readonly imported: string; readonly at: Offset; readonly typeOnly?: true }
  | { readonly is: 'all'; readonly specifier: string; readonly at: Offset }
  /** `module.exports = value` or `export = value`. */
  | { readonly is: 'equals'; readonly value: Expression; readonly at: Offset }
  /** `exports.name = value`, `module.exports.name = value`. */
  | { readonly is: 'property'; readonly name: string; readonly value: Expression; readonly at: Offset };

export interface Request {
  readonly specifier: string;
  readonly how: 'import' | 'export' | 'require' | 'dynamic';
  readonly typeOnly?: true;
  readonly at: Offset;
}

/** A comment that speaks to seamlint: `// seamlint-disable-next-line rule -- reason`. */
export interface Directive {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'malformed';
  readonly rules: readonly string[];
  readonly reason: string;
  /** 1-based line of the comment. */
  readonly line: number;
  readonly at: Offset;
}

export interface SyntaxError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface FileFacts {
  /** Project-relative, `/`-separated. */
  readonly path: string;
  readonly hash: string;
  /** Offsets of the first character of each line. */
  readonly lines: readonly Offset[];
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly bindings: readonly Binding[];
  readonly types: readonly TypeFacts[];
  readonly requests: readonly Request[];
  readonly exports: readonly Export[];
  /** `'use client'`, `'use server'` at the top. */
  readonly directives: readonly string[];
  readonly suppressions: readonly Directive[];
  readonly errors: readonly SyntaxError[];
  /** What was cut short and why: nesting too deep, for instance. */
  readonly gaps: readonly { readonly why: string; readonly at: Offset }[];
}
