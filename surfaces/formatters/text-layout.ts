/** Breaks text into lines of a width; words that are longer stay whole, so that paths can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Wrapped text behind a lead, the following lines aligned with it. */
export function hanging(lead: string, text: string, width: number, shownLead = lead): string[] {
  const indent = ' '.repeat(widthOf(lead));
  return wrap(text, Math.max(20, width - widthOf(lead))).map((line, index) => (index === 0 ? shownLead : indent) + line);
}

/** Columns a text takes in a terminal: wide characters take two, combining ones none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0);
  return width;
}

/** `1 call`, `2 calls`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function columnsOf(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
    || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x1faff);
  return wide ? 2 : 1;
}
