import { createRequire } from 'node:module';
import type * as Morph from 'ts-morph';

/** The TypeScript that ts-morph brings. It is required, not imported: an import reads its ten megabytes twice, once to find the names in it. */
export const { ts: typescript } = createRequire(import.meta.url)('ts-morph') as typeof Morph;
