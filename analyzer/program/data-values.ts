import type { Expression } from '#facts/types.js';
import { parseData } from '#project/parse-data.js';
import type { Engine } from './engine.js';
import type { ValueSet } from './values.js';

/** What a file of plain data holds, JSON or YAML by its name; undefined where it cannot be read. */
export function importedData(engine: Engine, path: string): ValueSet | undefined {
  const known = KNOWN.get(engine) ?? new Map<string, ValueSet | undefined>();
  KNOWN.set(engine, known);
  if (!known.has(path)) known.set(path, readData(engine, path));
  return known.get(path);
}

const KNOWN = new WeakMap<Engine, Map<string, ValueSet | undefined>>();

function readData(engine: Engine, path: string): ValueSet | undefined {
  const text = engine.project.readData(path);
  const parsed = text === undefined ? undefined : parseData(path, text);
  return parsed === undefined ? undefined : engine.evaluate(asExpression(parsed, 0), engine.emptyFrame);
}

const MAX_DEPTH = 20;
const MAX_WIDTH = 500;

function asExpression(value: unknown, depth: number): Expression {
  if (depth > MAX_DEPTH) return { is: 'opaque', why: 'deep data', parts: [], at: 0 };
  if (Array.isArray(value)) return { is: 'array', elements: value.slice(0, MAX_WIDTH).map((element) => asExpression(element, depth + 1)), at: 0 };
  if (typeof value === 'object' && value !== null) {
    const properties = Object.entries(value).slice(0, MAX_WIDTH);
    return { is: 'object', properties: properties.map(([name, member]) => ({ is: 'named', name, value: asExpression(member, depth + 1), at: 0 })), at: 0 };
  }
  return { is: 'literal', value: value as string | number | boolean | null, at: 0 };
}
