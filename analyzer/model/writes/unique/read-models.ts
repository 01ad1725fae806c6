import { columnName } from './table.js';
import type { Table, UniqueKey } from './table.js';

const MODEL = /^[ \t]*model\s+(\w+)\s*\{([\s\S]*?)^[ \t]*\}/gm;
const FIELD = /^\s*(\w+)\s+[\w.]+(?:\([^)]*\))?(?:\[\])?\??(.*)$/;
const ATTRIBUTE = /^\s*@@(unique|id|map)\s*\((.*)\)\s*$/;

/** The tables that a file of data models describes: `model Order { number String @unique }`. */
export function readModels(text: string): readonly Table[] {
  return [...text.matchAll(MODEL)].map(([, name = '', body = '']) => tableOf(name, body.split('\n').map((line) => line.replace(/\/\/.*$/, ''))));
}

function tableOf(name: string, lines: readonly string[]): Table {
  const names = [columnName(name)];
  const keys: UniqueKey[] = [];
  const fills = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, attribute, given = ''] = ATTRIBUTE.exec(line) ?? [];
    if (attribute === 'map') names.push(columnName(quoted(given)));
    else if (attribute !== undefined) keys.push({ columns: listed(given), text: `@@${attribute}([${listedText(given)}])`, partial: false });
    else addField(line, keys, fills);
  }
  return { names, keys, fills, whole: true };
}

function addField(line: string, keys: UniqueKey[], fills: Map<string, readonly string[]>): void {
  const [, field, rest = ''] = line.trim().startsWith('@@') ? [] : (FIELD.exec(line) ?? []);
  if (field === undefined) return;
  const fields = /@relation\(.*?fields:\s*\[([^\]]*)\]/.exec(rest)?.[1];
  if (fields !== undefined) fills.set(columnName(field), listed(`[${fields}]`));
  const kind = /@(unique|id)\b/.exec(rest)?.[1];
  if (kind !== undefined) keys.push({ columns: [columnName(field)], text: `${field} @${kind}`, partial: false });
}

function listedText(given: string): string {
  return (/\[([^\]]*)\]/.exec(given)?.[1] ?? '').replace(/\([^)]*\)/g, '').split(',').map((part) => part.trim()).filter((part) => part !== '').join(', ');
}

function listed(given: string): readonly string[] {
  return listedText(given).split(', ').filter((part) => part !== '').map(columnName);
}

function quoted(given: string): string {
  return /"([^"]*)"/.exec(given)?.[1] ?? '';
}
