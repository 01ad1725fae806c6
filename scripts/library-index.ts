import type { Library } from '#catalog/schema.js';

/** Libraries that stand together in the page, and what the page tells of them. */
export interface LibraryGroup {
  readonly title: string;
  readonly tells: string;
  readonly members: readonly Library[];
}

const WIDTH = 150;

/** The ways into the page: by kind, and by name without its scope. */
export function libraryIndex(groups: readonly LibraryGroup[]): readonly string[] {
  return [
    '| Kind | Libraries | What the page tells of them |',
    '| --- | --- | --- |',
    ...groups.map(({ title, tells, members }) => `| [${title}](#${slugOf(title)}) | ${members.length} | ${tells} |`),
    '\n### From A to Z\n',
    ...byLetter(groups.flatMap(({ members }) => members)).flatMap(([letter, members]) => wrapped(`* **${letter}** `, '  ', members)),
  ];
}

/** The libraries of one kind, each with a link. */
export function membersList(members: readonly Library[]): readonly string[] {
  return wrapped('', '', [...members].sort(byPlainName));
}

/** The anchor of a library's section. */
export function anchorOf({ package: name }: Library): string {
  return slugOf(name);
}

function slugOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-');
}

function byLetter(libraries: readonly Library[]): readonly (readonly [string, readonly Library[]])[] {
  const letters = new Map<string, Library[]>();
  for (const library of [...libraries].sort(byPlainName)) {
    const letter = plainName(library).charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), library]);
  }
  return [...letters];
}

// `@fastify/multipart` stands beside `fastify`, `node:http` under its own name.
function plainName({ package: name }: Library): string {
  return name.toLowerCase().replace(/^(?:@|node:)/, '');
}

function byPlainName(a: Library, b: Library): number {
  return plainName(a) < plainName(b) ? -1 : 1;
}

function wrapped(first: string, further: string, members: readonly Library[]): readonly string[] {
  const lines = [first];
  members.forEach((library, position) => {
    const link = `[${library.package}](#${anchorOf(library)})${position === members.length - 1 ? '' : ', '}`;
    const line = lines.at(-1) as string;
    if (line.length + link.length > WIDTH && line.trim() !== '') lines.push(further + link);
    else lines[lines.length - 1] = line + link;
  });
  return lines.map((line) => line.trimEnd());
}
