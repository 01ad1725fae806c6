import type { FileFacts } from './types.js';

/** Changes whenever facts are written differently; what an older version wrote is not read. */
export const FACTS_VERSION = 1;

/** Facts as text. */
export function encodeFacts(facts: FileFacts): string {
  return JSON.stringify([FACTS_VERSION, facts]);
}

/** Facts from text, or undefined when the text is not what `encodeFacts` wrote. */
export function decodeFacts(text: string): FileFacts | undefined {
  try {
    const [version, facts] = JSON.parse(text) as [number, FileFacts];
    return version === FACTS_VERSION ? facts : undefined;
  } catch {
    return undefined;
  }
}
