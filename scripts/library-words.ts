// How paths, places and times of the catalog are put to people.

/** A path as it is written in code: `Pool().query`, `new` left out, `()()` as it stands. */
export function nameOfPath(path: string): string {
  return path.replace(/^.*\|/, '').replace(/\(\)(?=\.)/g, '()');
}

/** The options that places name: `connectionTimeoutMillis`; with their call where another one is meant. */
export function optionsAt(places: readonly string[]): string {
  return [...new Set(places.map(optionAt))].join(' or ');
}

const ORDINALS = ['the first argument', 'the second argument', 'the third argument', 'the fourth argument'];

function optionAt(place: string): string {
  const chained = /(?:^|:)chain:([\w$]+):/.exec(place);
  const rest = place.slice(place.lastIndexOf(':') + 1).replace(/^.*\|/, '');
  const query = rest.split('?')[1];
  if (query !== undefined) return `\`?${query}=\` of the URL`;
  const option = rest.replace(/^(?:-?\d+|\*)?(?:\.\.|\[\])?\.?/, '').replace(/\(\)/g, '');
  if (chained !== null) return `\`.${chained[1]}(${option})\``;
  if (option !== '') return `\`${option}\``;
  return rest.startsWith('-1') ? 'the last argument' : (ORDINALS[Number.parseInt(rest, 10)] ?? 'the argument');
}

/** Milliseconds as people say them. */
export function time(ms: number): string {
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000} min`;
  return ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

/** With a capital, where it starts with a word and not with a name of code, and a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const start = /^[a-z]+(?=[\s,;]|:\s|$)/.test(trimmed) && !/^[a-z]+ ?[:(]?[\w]*\(/.test(trimmed) ? trimmed.charAt(0).toUpperCase() : trimmed.charAt(0);
  return `${start}${trimmed.slice(1)}${/[.!?]_?$/.test(trimmed) ? '' : '.'}`;
}

/** `100 KiB`, `25 MB`: a number of bytes in the unit that makes it whole. */
export function size(bytes: number): string {
  const units: readonly (readonly [number, string])[] = [[1_073_741_824, 'GiB'], [1_048_576, 'MiB'], [1_000_000, 'MB'], [1024, 'KiB'], [1000, 'kB']];
  const unit = units.find(([of]) => bytes >= of && bytes % of === 0);
  return unit === undefined ? `${bytes} bytes` : `${bytes / unit[0]} ${unit[1]}`;
}
