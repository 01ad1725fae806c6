/** The plugin as ESLint and oxlint take it, written out so that neither's types have to be installed. */
export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, RuleModule>;
  readonly configs: Record<string, Config>;
}

/** One entry of a flat configuration. */
export interface Config {
  readonly name: string;
  readonly plugins: Record<string, Pick<Plugin, 'meta' | 'rules'>>;
  readonly rules: Record<string, 'off' | 'warn' | 'error'>;
}

/** A rule. */
export interface RuleModule {
  readonly meta: {
    readonly type: 'problem';
    readonly docs: { readonly description: string; readonly url: string; readonly recommended: boolean };
    readonly messages: Record<string, string>;
    readonly schema: never[];
    readonly hasSuggestions: true;
  };
  /** Takes a `RuleContext`; each linter has another name for it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one type that fits all of them
  create(context: any): Record<string, () => void>;
}

/** What a rule uses of its context. */
export interface RuleContext {
  readonly filename: string;
  readonly physicalFilename: string;
  readonly cwd: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sourceCode: SourceCode;
  report(problem: Problem): void;
}

/** What is used of a parsed file. */
export interface SourceCode {
  readonly text: string;
  getNodeByRangeIndex(index: number): SyntaxNode | null;
  getIndexFromLoc(place: Position): number;
}

export interface SyntaxNode {
  readonly type: string;
  readonly range?: [number, number] | undefined;
  readonly loc?: { readonly start: Position; readonly end: Position } | null | undefined;
  readonly parent?: SyntaxNode | null | undefined;
}

/** Lines from 1, columns from 0. */
export interface Position {
  line: number;
  column: number;
}

export interface Problem {
  loc: { start: Position; end: Position };
  messageId: string;
  data: Record<string, string>;
  suggest?: Suggestion[];
}

export interface Suggestion {
  messageId: string;
  data: Record<string, string>;
  fix(fixer: Fixer): unknown;
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown;
}
