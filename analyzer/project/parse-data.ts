import { parse } from 'yaml';

/** Plain data in a text, JSON or YAML by the name of its file; undefined where it is neither. */
export function parseData(path: string, text: string): unknown {
  try {
    return path.endsWith('.json') ? JSON.parse(text) : parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}
