import type { Site } from '#model/site.js';

/** A place in running text: `file:line`. */
export function placeText({ file, line }: Site): string {
  return `${file}:${line}`;
}
