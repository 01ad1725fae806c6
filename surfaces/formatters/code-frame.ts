import type { Site } from '#model/site.js';
import { visibleSource } from '../escape.js';
import { widthOf } from './text-layout.js';

/** A line of a code frame: its number, or none for the line with the caret. */
export interface FrameLine {
  readonly number?: number;
  readonly text: string;
  readonly here: boolean;
}

/** Up to five lines around a place, with a caret under it, none wider than `width`. */
export function codeFrame(lines: readonly string[], site: Site, width: number): FrameLine[] {
  const first = Math.max(1, site.line - 2);
  const last = Math.min(lines.length, site.line + 2);
  const at = lines[site.line - 1];
  if (at === undefined) return [];
  const before = visibleSource(at.slice(0, site.column - 1));
  // A caret far to the right slides the window, all lines alike.
  const caret = widthOf(before);
  const slide = caret < width - 12 ? 0 : caret - Math.floor(width / 2);
  const frame: FrameLine[] = [];
  for (let number = first; number <= last; number++) {
    const source = lines[number - 1] ?? '';
    const here = number === site.line;
    if (!here && source.trim() === '' && (number === first || number === last)) continue;
    frame.push({ number, text: cut(visibleSource(source), slide, width), here });
    if (here) frame.push({ text: `${' '.repeat(Math.max(0, caret - slide))}^`, here: true });
  }
  return frame;
}

function cut(text: string, slide: number, width: number): string {
  const from = slide === 0 ? text : [...text].slice(slide).join('');
  if (widthOf(from) <= width) return from.trimEnd();
  let short = '';
  for (const character of from) {
    if (widthOf(short) + widthOf(character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}
