import type { ts } from 'ts-morph';
import { startOf } from '../places.js';
import { typescript } from '../typescript.js';
import { awaitEdits } from './await-edits.js';
import type { Spot } from './edit-text.js';
import type { TextEdit } from './types.js';

/** Turns `fs.readFileSync(p)` into `await fs.promises.readFile(p)`, and the same where the function was imported by its name. */
export function promiseEdits(spot: Spot, member: string): TextEdit[] | undefined {
  const { text, call, file } = spot;
  const awaited = awaitEdits(spot);
  const callee = call.expression;
  if (awaited === undefined || !typescript.isCallExpression(call) || call.questionDotToken !== undefined) return undefined;
  if (typescript.isPropertyAccessExpression(callee)) {
    const name = callee.name.text;
    if (!name.endsWith('Sync') || callee.questionDotToken !== undefined) return undefined;
    return [...awaited, { start: startOf(text, callee.name.pos), end: callee.name.end, text: `${member === '' ? '' : `${member}.`}${asynchronous(name)}` }];
  }
  if (!typescript.isIdentifier(callee) || !callee.text.endsWith('Sync')) return undefined;
  const wanted = member === '' ? asynchronous(callee.text) : member;
  const brought = bringName(file, callee.text, wanted);
  const start = startOf(text, callee.pos);
  const written = member === '' ? wanted : `${member}.${asynchronous(callee.text)}`;
  return brought === undefined ? undefined : [...awaited, { start, end: callee.end, text: written }, ...brought];
}

function asynchronous(name: string): string {
  return name.slice(0, -'Sync'.length);
}

/** Edits after which `wanted` is taken from the same module as `beside`; undefined where the name is not free. */
function bringName(file: ts.SourceFile, beside: string, wanted: string): TextEdit[] | undefined {
  const specifier = declared(file, beside);
  const other = declared(file, wanted);
  if (specifier === undefined || specifier.propertyName !== undefined) return undefined;
  if (other !== undefined) return other.list === specifier.list && other.propertyName === undefined ? [] : undefined;
  if (new RegExp(`\\b${wanted}\\b`).test(withoutMembers(file.text))) return undefined;
  return [{ start: specifier.end, end: specifier.end, text: `, ${wanted}` }];
}

interface Declared {
  readonly list: ts.Node;
  readonly propertyName: string | undefined;
  readonly end: number;
}

/** An import specifier, or a name of `const { … } = require(…)`, at the top of the file. */
function declared(file: ts.SourceFile, name: string): Declared | undefined {
  for (const statement of file.statements) {
    const lists = typescript.isImportDeclaration(statement) ? [statement.importClause?.namedBindings]
      : typescript.isVariableStatement(statement) ? statement.declarationList.declarations.map((one) => one.name) : [];
    for (const list of lists) {
      if (list === undefined || !(typescript.isNamedImports(list) || typescript.isObjectBindingPattern(list))) continue;
      for (const element of list.elements) if (typescript.isIdentifier(element.name) && element.name.text === name) return { list, propertyName: textOf(element.propertyName), end: element.end };
    }
  }
  return undefined;
}

function textOf(name: ts.Node | undefined): string | undefined {
  return name === undefined ? undefined : 'text' in name ? String(name.text) : '';
}

// A member of that name takes nothing away: `fs.promises`.
function withoutMembers(text: string): string {
  return text.replace(/\.\s*[\w$]+/g, '.');
}
