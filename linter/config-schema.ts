import { createRequire } from 'node:module';
import { rowSchema } from './catalog-rows.js';

const require = createRequire(import.meta.url);
let built: ReturnType<typeof buildSchema> | undefined;

/** Everything a configuration file may say; unknown keys are errors. Built with the first file that must be checked. */
export function configSchema(): ReturnType<typeof buildSchema> {
  return (built ??= buildSchema());
}

/** A configuration file as written. */
export type ConfigFile = ReturnType<ReturnType<typeof buildSchema>['parse']>;

/** A duration of the configuration in ms. */
export function milliseconds(written: string | number): number {
  if (typeof written === 'number') return written;
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };
  return Number.parseFloat(written) * (units[written.replace(/[\d.\s]/g, '')] ?? 1);
}

/** A size of the configuration in bytes. */
export function bytes(written: string | number): number {
  if (typeof written === 'number') return written;
  const units: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };
  return Math.floor(Number.parseFloat(written) * (units[written.replace(/[\d.\s]/g, '').toLowerCase()] ?? 1));
}

/** The JSON Schema that editors use; they offer the rules that it names. `rows` is the schema of the catalog's rows, that of the package unless given. */
export function configJsonSchema(ruleIds: readonly string[], rows: object = rowSchema()): object {
  const { z } = require('zod') as typeof import('zod');
  const text = JSON.stringify(z.toJSONSchema(configSchema()), (_key, value: unknown) => (isRules(value) ? namedRules(value, ruleIds) : value));
  const written = JSON.parse(text) as { properties: Record<string, object> };
  const { definitions } = rows as { readonly definitions?: unknown };
  const catalog = { ...written.properties['catalog'], items: { $ref: '#/definitions/Library' } };
  return { ...written, properties: { ...written.properties, catalog }, definitions, title: 'seamlint configuration' };
}

interface Rules {
  readonly description: string;
  readonly additionalProperties: object;
}

function isRules(value: unknown): value is Rules {
  return typeof value === 'object' && value !== null && 'additionalProperties' in value && 'description' in value && String(value.description).startsWith('Severity by rule');
}

function namedRules({ description, additionalProperties }: Rules, ruleIds: readonly string[]): object {
  return { description, type: 'object', properties: Object.fromEntries(ruleIds.map((id) => [id, additionalProperties])), additionalProperties: false };
}

// zod takes longer to load than a run without changes takes in all; most services have no configuration.
function buildSchema() {
  const { z } = require('zod') as typeof import('zod');
  const duration = z
    .union([z.number().nonnegative(), z.string().regex(/^\d{1,9}(\.\d{1,3})?\s?(ms|s|m|min|h)$/, 'is no duration: write 3000, "3s", "500ms" or "1m"')])
    .describe('Milliseconds, or text such as "3s", "500ms", "1m".');
  const size = z
    .union([z.number().int().nonnegative(), z.string().regex(/^\d{1,9}(\.\d{1,3})?\s?(b|kb|mb|gb)$/i, 'is no size: write 1048576, "500kb" or "20mb"')])
    .describe('Bytes, or text such as "500kb", "20mb".');
  const globs = z.array(z.string().min(1).max(500)).max(500);
  const rules = z
    .record(z.string(), z.enum(['off', 'warn', 'error']))
    .optional()
    .describe('Severity by rule id: off, warn or error. A rule that the preset leaves out is switched on by it.');
  return z.strictObject({
    $schema: z.string().optional().describe('Path of the JSON Schema, for editors.'),
    preset: z.enum(['recommended', 'strict']).optional().describe('Which rules run: the measured ones, or all.'),
    extends: z
      .union([z.string().min(1), z.array(z.string().min(1)).max(20)])
      .optional()
      .describe('Configurations that this one builds on: paths from this file, or packages. What is said here goes before what they say; lists are put together.'),
    rules,
    overrides: z
      .array(z.strictObject({ files: globs.min(1).describe('Globs from the folder of the configuration; a folder means all that is in it.'), rules: rules.unwrap().describe('Severity by rule id there.') }))
      .max(500)
      .optional()
      .describe('Other severities for findings in some files; the last that fits counts.'),
    margin: duration.optional().describe('What a budget must leave over: the worst case has to stay this much below it.'),
    budgets: z.record(z.string(), duration).optional().describe('Budgets imposed from outside, by entry point: { "POST /payments": "3s" }.'),
    gracePeriod: duration.optional().describe('Time between SIGTERM and SIGKILL where no manifest says it.'),
    bodyLimit: size.optional().describe('The largest limit on a request body that still limits it; 10 MB when absent.'),
    catalog: z.array(z.unknown()).max(1000).optional().describe('Catalog rows for in-house packages and for functions of the project: "./src/http.ts", or one export of it, "./src/http.ts#callPartner".'),
    entryPoints: globs.optional().describe('Globs of files whose exported functions are entry points.'),
    ignores: globs.optional().describe('Globs of files to leave out, from the folder of the configuration.'),
    baseline: z.string().min(1).optional().describe('The baseline file, from the folder of this file; seamlint-baseline.jsonl in the root where it is not said.'),
    review: reviewSchema(z).optional().describe('The readiness review: what a team calls ready, and where places are linked to.'),
  });
}

function reviewSchema(z: typeof import('zod').z) {
  return z.strictObject({
    blocks: z.enum(['error', 'warn', 'never']).optional().describe('Findings from this severity on make the service not ready; "error" when absent.'),
    allowUnproven: z.boolean().optional().describe('Whether places may be left unproven; true when absent.'),
    allowAccepted: z.boolean().optional().describe('Whether findings may be silenced with a reason; true when absent.'),
    minimumResolved: z.number().min(0).max(1).optional().describe('Share of calls that must be resolved before the service can be called ready; 0.5 when absent.'),
    repository: z.string().max(500).optional().describe('Template of links to places: https://example.com/shop/blob/main/{path}#L{line}'),
    editor: z.string().max(500).optional().describe('Editor that places open in: vscode, cursor, zed, webstorm, idea, or a template.'),
  });
}
