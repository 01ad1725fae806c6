import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a comment in a fixture says about its own line. */
export interface Expectation {
  readonly kind: 'expect' | 'known miss' | 'known noise' | 'unproven' | 'entry' | 'worst case' | 'limits';
  readonly file: string;
  readonly line: number;
  /** The rule; for `entry` and `worst case` the entry point's name; for `limits` what turns requests away. */
  readonly subject: string;
  /** After `|`: a part of the message, why a flaw is there, the slices of a worst case: `500 + 1200 = 1700 ms`, or the entry points that `limits` is in front of. */
  readonly remark: string;
  /** After `<-`: the middleware of an entry point. */
  readonly middleware: readonly string[];
}

const MARKER = /(?:\/\/|#|\/\*|<!--)\s*(expect|known miss|known noise|unproven|entry|worst case|limits):\s+/g;
const READ = /\.(?:[cm]?[jt]sx?|ya?ml|json5?|jsonc|toml|graphql|prisma)$|(?:^|\/)Dockerfile$/;

/** All expectations written in the files of a scenario. */
export function expectationsIn(folder: string): Expectation[] {
  return filesUnder(folder)
    .filter((file) => READ.test(file))
    .flatMap((file) => expectationsOf(readFileSync(join(folder, file), 'utf8'), file));
}

/** Project-relative paths of a scenario's files. */
export function filesUnder(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Expectations in one text, several a line allowed. */
export function expectationsOf(text: string, file: string): Expectation[] {
  return text.split('\n').flatMap((line, index) => {
    const markers = [...line.matchAll(MARKER)];
    return markers.map((marker, number) => {
      const end = markers[number + 1]?.index ?? line.length;
      const body = line.slice(marker.index + marker[0].length, end).replace(/(?:\*\/|-->)\s*\}?\s*$/, '').trim();
      return expectation(marker[1] as Expectation['kind'], body, { file, line: index + 1 });
    });
  });
}

function expectation(kind: Expectation['kind'], body: string, place: { file: string; line: number }): Expectation {
  const separator = kind === 'entry' ? '<-' : '|';
  const at = body.indexOf(separator);
  const subject = (at < 0 ? body : body.slice(0, at)).trim();
  const rest = at < 0 ? '' : body.slice(at + separator.length).trim();
  if (kind !== 'entry') return { kind, ...place, subject, remark: rest, middleware: [] };
  return { kind, ...place, subject, remark: '', middleware: rest.split(',').map((name) => name.trim()).filter((name) => name !== '') };
}
