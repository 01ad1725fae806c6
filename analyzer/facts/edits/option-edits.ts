import type { ts } from 'ts-morph';
import { startOf } from '../places.js';
import { typescript } from '../typescript.js';
import type { Spot } from './edit-text.js';
import { isInSight } from './names-in-sight.js';
import type { Change, TextEdit } from './types.js';

type SetOption = Extract<Change, { is: 'set-option' }>;

/** Sets an option where an object is written out, or where the argument is still missing. */
export function optionEdits(spot: Spot, change: SetOption): TextEdit[] | undefined {
  const { text, call } = spot;
  const { argument, option, value, sees } = change;
  if (sees !== undefined && !isInSight(spot, sees)) return undefined;
  const given = call.arguments ?? [];
  if (given.some((one) => typescript.isSpreadElement(one))) return undefined;
  const there = given[argument];
  if (there !== undefined) return typescript.isObjectLiteralExpression(there) ? insideObject(text, there, option, change) : undefined;
  if (given.length !== argument) return undefined;
  const written = objectText(option, value);
  const last = given.at(-1);
  if (last !== undefined) return [{ start: last.end, end: last.end, text: `, ${written}` }];
  // `new Pool` without parentheses.
  if (call.arguments === undefined) return [{ start: call.end, end: call.end, text: `(${written})` }];
  return [{ start: call.end - 1, end: call.end - 1, text: written }];
}

function insideObject(text: string, object: ts.ObjectLiteralExpression, [name = '', ...deeper]: readonly string[], change: SetOption): TextEdit[] | undefined {
  const { value, onlyIfAbsent } = change;
  const property = object.properties.find((one) => one.name !== undefined && nameText(one.name) === name);
  if (property !== undefined) {
    if (!typescript.isPropertyAssignment(property)) return undefined;
    const { initializer } = property;
    if (deeper.length > 0) return typescript.isObjectLiteralExpression(initializer) ? insideObject(text, initializer, deeper, change) : undefined;
    if (onlyIfAbsent === true) return undefined;
    return [{ start: startOf(text, initializer.pos), end: initializer.end, text: value }];
  }
  // What is spread into the object later would win over what is written in front of it.
  const last = object.properties.at(-1);
  const written = `${keyText(name)}: ${deeper.length === 0 ? value : objectText(deeper, value)}`;
  if (last === undefined) return [{ start: startOf(text, object.pos) + 1, end: object.end - 1, text: ` ${written} ` }];
  const first = startOf(text, object.properties[0]?.pos ?? last.pos);
  const lineStart = text.lastIndexOf('\n', first) + 1;
  const indent = text.slice(lineStart, first);
  const separator = /^\s*$/.test(indent) && lineStart > object.pos ? `,\n${indent}` : ', ';
  return [{ start: last.end, end: last.end, text: `${separator}${written}` }];
}

function objectText([name = '', ...deeper]: readonly string[], value: string): string {
  return `{ ${keyText(name)}: ${deeper.length === 0 ? value : objectText(deeper, value)} }`;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
}

function nameText(name: ts.PropertyName): string | undefined {
  return typescript.isIdentifier(name) || typescript.isStringLiteral(name) ? name.text : undefined;
}
