import { ts } from 'ts-morph';

const OPTIONS: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  // Whether a file is a module is seen from its facts.
  setExternalModuleIndicator: () => undefined,
};

const KINDS: Readonly<Record<string, ts.ScriptKind>> = {
  tsx: ts.ScriptKind.TSX,
  jsx: ts.ScriptKind.JSX,
  js: ts.ScriptKind.JS,
  mjs: ts.ScriptKind.JS,
  cjs: ts.ScriptKind.JS,
};

/** Parses one file; nothing but its own text is looked at. */
export function parseFile(path: string, text: string): ts.SourceFile {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return ts.createSourceFile(path, text, OPTIONS, false, KINDS[extension] ?? ts.ScriptKind.TS);
}

/** What the parser complains about; the compiler keeps this list out of its typings. */
export function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
}
