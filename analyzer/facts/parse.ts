import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';

const OPTIONS: ts.CreateSourceFileOptions = {
  languageVersion: typescript.ScriptTarget.Latest,
  jsDocParsingMode: typescript.JSDocParsingMode.ParseNone,
  // Whether a file is a module is seen from its facts.
  setExternalModuleIndicator: () => undefined,
};

const KINDS: ReadonlyMap<string, ts.ScriptKind> = new Map([
  ['tsx', typescript.ScriptKind.TSX],
  ['jsx', typescript.ScriptKind.JSX],
  ['js', typescript.ScriptKind.JS],
  ['mjs', typescript.ScriptKind.JS],
  ['cjs', typescript.ScriptKind.JS],
  ['json', typescript.ScriptKind.JSON],
]);

/** Parses one file; nothing but its own text is looked at. Undefined when its nesting exhausts the stack. */
export function parseFile(path: string, text: string): ts.SourceFile | undefined {
  try {
    return createFile(path, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser forgets what it learnt about a file only at the end of a parse, so an empty one has to follow.
    createFile('empty.ts', '');
    return undefined;
  }
}

function createFile(path: string, text: string): ts.SourceFile {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return typescript.createSourceFile(path, text, OPTIONS, false, KINDS.get(extension) ?? typescript.ScriptKind.TS);
}

/** What the parser complains about; the compiler keeps this list out of its typings. */
export function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
}
