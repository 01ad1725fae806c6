import type { Binding } from '#facts/types.js';

/** Is a name a text that its own function makes longer step by step: `text += letters.charAt(…)`? */
export function isAppendedTo({ kind, owner, values: [first, ...more] }: Binding): boolean {
  const isText = first?.value.is === 'literal' && typeof first.value.value === 'string' && first.operator === undefined;
  return kind === 'let' && isText && more.length > 0 && more.every(({ by, operator }) => by === owner && operator === '+=');
}
