/**
 * The notation of encoded facts: one number a value, its lowest two bits saying what it is. Numbers are written five
 * bits a character, in characters that need no escaping anywhere.
 */
export const NUMBER = 0;
/** The rest is an index into the table of strings. */
export const STRING = 1;
/** The rest is a `SPECIAL` value or a shape, whose values follow. */
export const OBJECT = 2;
/** The rest is the number of elements that follow. */
export const ARRAY = 3;

/** What stands in place of a shape. */
export const SPECIAL = { undefined: 0, null: 1, true: 2, false: 3, oddNumber: 4, keep: 5, again: 6, count: 7 } as const;

/** The largest number that is written in place; others are written as strings. */
export const LARGEST = 2 ** 28;

/** Codes of characters that end a number begin here; those that continue it begin at `CONTINUED`. */
export const ENDING = 35;
/** See `ENDING`. */
export const CONTINUED = 95;
/** How many values a character can have. */
export const RADIX_BITS = 5;

/**
 * How the values of a property are written: offsets as the distance from the offset before, whole numbers and texts
 * without saying that they are.
 */
export function notationOf(key: string): 'offset' | 'whole' | 'text' | 'any' {
  switch (key) {
    case 'at':
    case 'start':
    case 'end':
      return 'offset';
    case 'binding':
    case 'by':
    case 'owner':
      return 'whole';
    case 'name':
    case 'kind':
    case 'operator':
    case 'specifier':
    case 'how':
      return 'text';
    default:
      return 'any';
  }
}

/** Tells text that was cut short or changed from text that is whole. */
export function checksum(text: string, from: number): number {
  let sum = 0;
  // In pieces: engines optimise a function that is called often better than a loop that runs long.
  for (let at = from; at < text.length; at += PIECE) sum = addPiece(sum, text, at, Math.min(text.length, at + PIECE));
  return sum;
}

const PIECE = 512;

function addPiece(before: number, text: string, from: number, to: number): number {
  let sum = before;
  for (let at = from; at < to; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) & 0x3fffffff;
  return sum;
}
