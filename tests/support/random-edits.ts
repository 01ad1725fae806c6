import fc from 'fast-check';

/** An edit of a text: what is done, and where, as shares of the text that is there. */
export interface RandomEdit {
  readonly kind: keyof typeof KINDS;
  readonly file: number;
  readonly line: number;
  readonly saved: boolean;
}

/** The edits that only move things or speak to seamlint, as far as the line is not inside a text. */
export const OF_PLACES = ['comment', 'blank', 'inline', 'indent', 'silence', 'unblank', 'break'] as const;

const KINDS = {
  comment: (line: string) => [`${indentOf(line)}// a remark`, line],
  blank: (line: string) => ['', line],
  inline: (line: string) => [line.replace(/ (?=\S)/, ' /* so */ ')],
  indent: (line: string) => [`  ${line}`],
  silence: (line: string) => ['// seamlint-disable-next-line require-breaker, seamlint/require-request-budget -- tried', line],
  unblank: (line: string) => (/^\s*(?:\/\/.*)?$/.test(line) ? [] : [line]),
  break: (line: string) => [line.replace(/([{(,]) /, '$1\n')],
  number: (line: string) => [line.replace(/\d+/, (digits) => String(Number(digits) + 1))],
  name: (line: string) => [line.replace(/\b[a-z]\w{3,}\b/, 'renamed')],
  remove: () => [],
  twice: (line: string) => [line, line],
  sync: (line: string) => [line.replace(/\bawait /, '')],
} satisfies Record<string, (line: string) => string[]>;

/** Edits for a property; of these kinds, or of all. */
export function randomEdits(kinds: readonly RandomEdit['kind'][] = Object.keys(KINDS) as RandomEdit['kind'][]): fc.Arbitrary<RandomEdit> {
  const share = fc.double({ min: 0, max: 0.999999, noNaN: true });
  return fc.record({ kind: fc.constantFrom(...kinds), file: share, line: share, saved: fc.boolean() });
}

/** The text after an edit. */
export function editedText(text: string, { kind, line }: RandomEdit): string {
  const lines = text.split('\n');
  const at = Math.floor(line * lines.length);
  return lines.toSpliced(at, 1, ...KINDS[kind](lines[at] ?? '')).join('\n');
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
