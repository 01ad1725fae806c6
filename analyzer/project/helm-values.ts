import { parse } from 'yaml';
import { at } from './plain-data.js';

const CONTROL = /^\s*\{\{-?\s*(?:if|else|end|range|with|define|include|template|toYaml|tpl|\$|\/\*)[^}]*(?:\}(?!\})[^}]*)*\}\}\s*$/;
const INLINE = /\{\{-?\s*([^{}]{0,400}?)\s*-?\}\}/g;
const VALUE = /^\.Values\.([\w.]+)(?:\s*\|\s*(.*))?$/;
const DEFAULT = /^default\s+(\S+)\s+\.Values\.([\w.]+)/;

/** A chart's template as YAML: control lines left out, values put in where the chart has them, other expressions as text. */
export function resolvedTemplate(text: string, read: (name: string) => string | undefined): string {
  const values = parsed(read('values.yaml') ?? read('values.yml'));
  return text.split('\n').map((line) => (CONTROL.test(line) ? '' : line.replace(INLINE, (_, expression: string) => valueOf(expression, values)))).join('\n');
}

function valueOf(expression: string, values: unknown): string {
  const direct = VALUE.exec(expression);
  const fallback = DEFAULT.exec(expression);
  const path = direct?.[1] ?? fallback?.[2];
  const value = path === undefined ? undefined : at(values, path.split('.'));
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return String(value);
  const other = fallback?.[1] ?? /default\s+([^\s|]+)/.exec(direct?.[2] ?? '')?.[1];
  return other === undefined ? UNKNOWN : other.replaceAll('"', '');
}

/** What stands where a template's expression cannot be told. */
export const UNKNOWN = 'unknown-by-template';

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}
