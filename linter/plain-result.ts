import type { Rule } from '#rules/types.js';
import type { LintResult } from './types.js';

/** A result as plain data, for another thread or the disk: rules by id. */
export type PlainResult = Omit<LintResult, 'rules'> & { readonly rules: readonly string[] };

/** Takes the functions out of a result. */
export function toPlain(result: LintResult): PlainResult {
  return { ...result, rules: result.rules.map((rule) => rule.id) };
}

/** Puts the rules back. */
export function fromPlain(plain: PlainResult, rules: readonly Rule[]): LintResult {
  return { ...plain, rules: rules.filter((rule) => plain.rules.includes(rule.id)) };
}
