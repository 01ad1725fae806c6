import type { z } from 'zod';
import { configJsonSchema, configSchema, type ConfigFile } from './config-schema.js';
import { didYouMean } from './nearest.js';
import { UserError } from './user-error.js';

const MAX_PROBLEMS = 5;

/** What a configuration file says, if it may say it. Throws `UserError` with the file, the key and what was probably meant. */
export function checkConfig(content: unknown, path: string): ConfigFile {
  const parsed = configSchema().safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, MAX_PROBLEMS).flatMap((issue) => problemOf(issue, content));
  throw new UserError(`${path} is not a valid configuration: ${problems.join(' ')}`, 'Correct it; docs/configuration.md and schema/config.json in the package list what is allowed.', problems);
}

function problemOf(issue: z.core.$ZodIssue, content: unknown): string[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `unknown key "${place === '' ? key : `${place}.${key}`}".${didYouMean(key, keysAt(issue.path))}`);
  const name = place === '' ? 'the whole' : place;
  if (issue.code === 'invalid_value') {
    const written = valueAt(content, issue.path);
    const allowed = issue.values.map(String);
    return [`"${name}": ${typeof written === 'string' ? `"${written.slice(0, 80)}" is not allowed` : 'must be one of a few words'}; it is one of ${allowed.join(', ')}.${typeof written === 'string' ? didYouMean(written, allowed) : ''}`];
  }
  return [`"${name}": ${issue.message.replace(/\.$/, '')}.`];
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** The keys that are known at a place. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let node: SchemaNode | undefined = configJsonSchema([]) as SchemaNode;
  for (const part of path) node = typeof part === 'number' ? node?.items : node?.properties?.[String(part)];
  return Object.keys(node?.properties ?? {});
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Record<PropertyKey, unknown>)[part] : undefined), content);
}
