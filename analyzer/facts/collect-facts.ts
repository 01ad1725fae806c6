import type { ts } from 'ts-morph';
import { typescript } from './typescript.js';
import type { FileFacts, Statement, SyntaxError } from './types.js';
import { findSuppressions } from './find-suppressions.js';
import { fitted, NONE } from './lists.js';
import { addFunction, lowerFunctionBody } from './lower-function.js';
import { findPrototypeClasses } from './prototype-classes.js';
import { diagnosticsOf, parseFile } from './parse.js';
import { newFileState, type FileState } from './state.js';

const MOST_ERRORS = 5;

/** The facts of one file, whatever its text; what could not be read is listed among its gaps. */
export function collectFacts(path: string, text: string, hash: string): FileFacts {
  // 1. Parse.
  const file = parseFile(path, text);
  if (file === undefined) return emptyFacts({ path, hash, text, why: 'nested too deeply for the parser' });

  // 2. Lower the module with everything in it.
  const state = attempt(() => lowerModule(path, text, file));
  if (state === undefined) return emptyFacts({ path, hash, text, why: 'nested too deeply' });

  // 3. Put it together.
  const { functions, classes, bindings, types, requests, exports, gaps } = state;
  const lines = file.getLineStarts();
  const directives = functions[0]!.directives ?? NONE;
  const suppressions = attempt(() => findSuppressions(text, file)) ?? NONE;
  return { path, hash, lines, functions, classes, bindings, types, requests, exports, directives, suppressions, errors: errorsOf(file), gaps };
}

function lowerModule(path: string, text: string, file: ts.SourceFile): FileState {
  const state = newFileState(text);
  const index = addFunction(state, { name: '', kind: 'module', at: 0 }, text.length);
  const module = state.functions[index]!;
  module.parent = -1;
  const body: Statement[] = [];
  lowerFunctionBody(state, module, file.statements, body);
  module.body = fitted(body);
  findPrototypeClasses(state);
  const [first] = body;
  if (path.endsWith('.json') && first?.is === 'expression') state.exports.push({ is: 'equals', value: first.value, at: 0 });
  return state;
}

// Nesting that exhausts the stack is the one way in which a text can make lowering fail.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function errorsOf(file: ts.SourceFile): SyntaxError[] {
  return diagnosticsOf(file).slice(0, MOST_ERRORS).map(({ messageText, start }) => {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return { message: typescript.flattenDiagnosticMessageText(messageText, '\n'), line: line + 1, column: character + 1 };
  });
}

function emptyFacts(file: { path: string; hash: string; text: string; why: string }): FileFacts {
  const { path, hash, text, why } = file;
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const state = newFileState(text);
  addFunction(state, { name: '', kind: 'module', at: 0 }, text.length);
  state.functions[0]!.parent = -1;
  const { functions, classes, bindings, types, requests, exports } = state;
  return { path, hash, lines, functions, classes, bindings, types, requests, exports, directives: [], suppressions: [], errors: [], gaps: [{ why, at: 0 }] };
}
