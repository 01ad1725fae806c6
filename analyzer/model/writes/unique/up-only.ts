const DOWN = /(?:\bdown\s*(?:\(|=(?!=)|:\s*(?:async\b|function\b|\())|^--\s*(?:\+goose\s+|migrate:)?down\b)/im;
const UP = /(?:\bup\s*(?:\(|=(?!=)|:\s*(?:async\b|function\b|\())|^--\s*(?:\+goose\s+|migrate:)?up\b)/im;

/** A migration without its way back. */
export function upOnly(text: string): string {
  const down = DOWN.exec(text)?.index;
  if (down === undefined) return text;
  const up = UP.exec(text)?.index ?? -1;
  return up > down ? text.slice(0, down) + text.slice(up) : text.slice(0, down);
}
