/** A word, a text or a sign of a script. */
export interface ScriptToken {
  readonly is: 'word' | 'text' | 'sign';
  readonly text: string;
}

const TOKEN = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'`])((?:\\.|(?!\1)[\s\S])*)\1|([A-Za-z_$][\w$]*)|([\s\S])/gy;
const CLOSES: ReadonlyMap<string, string> = new Map([['(', ')'], ['[', ']'], ['{', '}']]);

/** Takes a script apart, without its comments. */
export function scriptTokens(text: string): readonly ScriptToken[] {
  const tokens: ScriptToken[] = [];
  for (const [, quote, inner = '', word, sign] of text.matchAll(TOKEN)) {
    if (quote !== undefined) tokens.push({ is: 'text', text: inner });
    else if (word !== undefined) tokens.push({ is: 'word', text: word });
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign });
  }
  return tokens;
}

/** For each bracket the position of its partner. */
export function partners(tokens: readonly ScriptToken[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ is, text }, position) => {
    if (is !== 'sign') return;
    if (CLOSES.has(text)) open.push(position);
    if (![')', ']', '}'].includes(text)) return;
    const start = open.pop();
    if (start === undefined) return;
    found.set(start, position);
    found.set(position, start);
  });
  return found;
}
