const BLOCK = 100;
const BASE = 37n;
const MODULUS = 1n << 64n;
const END = 65_535;

/**
 * The hash that GitHub's code scanning knows an alert's line by, for each line of a text: over the next 100 characters
 * that are no space, with a count for equal ones. GitHub computes the same at upload and warns where ours differs.
 */
export function lineHashes(text: string): string[] {
  const { characters, starts } = condensed(text);
  const highest = BASE ** BigInt(BLOCK);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let hash = 0n;
  let next = 0;
  // The window slides over the characters and past their end, over zeros.
  for (let end = 0; next < starts.length; end++) {
    const entering = BigInt(characters[end] ?? 0);
    const leaving = BigInt(characters[end - BLOCK] ?? 0);
    hash = BigInt.asUintN(64, hash * BASE + entering - leaving * (highest % MODULUS));
    if (starts[next] !== end - BLOCK + 1) continue;
    const value = hash.toString(16);
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    hashes.push(`${value}:${count}`);
    next++;
  }
  return hashes;
}

/** The characters without spaces and with one kind of line end, and where each line starts among them. */
function condensed(text: string): { readonly characters: readonly number[]; readonly starts: readonly number[] } {
  const characters: number[] = [];
  const starts: number[] = [];
  let atStart = true;
  const take = (code: number) => {
    if (atStart) starts.push(characters.length);
    atStart = code === 10;
    characters.push(code);
  };
  for (const character of text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '').split('')) take(character.charCodeAt(0));
  take(END);
  return { characters, starts };
}
