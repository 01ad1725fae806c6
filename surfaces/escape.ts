// C0, DEL, C1, line separators, soft hyphen, zero-width, bidirectional and other invisible controls, tag characters, lone surrogates.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Makes every character of a text that a terminal would obey, or hide, visible as `\u{…}`; the result is one line. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A source line for a terminal: tabs become spaces one for one, so that columns stay true. */
export function visibleSource(line: string): string {
  return visible(maskCredentials(line.replaceAll('\t', ' ')));
}

/** A finished output line that no build server takes for a command of its own. */
export function inert(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[').replaceAll('##vso[', '#\\u{23}vso[').replaceAll('##teamcity[', '#\\u{23}teamcity[');
}

/** A project-relative path as a relative URI reference, each segment percent-encoded. */
export function uriOf(path: string): string {
  const wellFormed = path.replace(LONE_SURROGATE, '\ufffd');
  return wellFormed.split('/').map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent)).join('/');
}

/** Data as JSON that is safe to print: invisible characters are written as escapes, and no number is infinite. */
export function jsonText(data: unknown): string {
  const text = JSON.stringify(data, (_key, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? undefined : value), 2);
  return `${text.replace(INVISIBLE, (character) => (character === '\n' ? character : codeUnits(character)))}\n`;
}

function codeUnits(character: string): string {
  return character.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** Hides the user and the password of URLs. */
export function maskCredentials(text: string): string {
  return text.replace(/(:\/\/)[^\s/@"'`]{1,200}:[^\s/@"'`]{0,200}@/g, '$1***@');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
