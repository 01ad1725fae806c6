/** Something to look for: an argument of a call with a way into it, or a way into a value. */
export interface Ask {
  /** The call, or the value where `argument` is absent. */
  readonly path: string;
  /** A position, `-1` for the last, `*` for any. */
  readonly argument?: number | '*';
  /** Names, `[]` for the elements of an array, `()` for what calling gives, `*` for any property. */
  readonly steps: readonly string[];
  /** The place is one in the call that made this argument: the names there. */
  readonly given?: readonly string[];
  /** The place is a parameter of the URL standing there. */
  readonly inUrl?: string;
}

/** What a place of a row asks of the call at a path, alternatives of one another, or why nothing can be asked. */
export function asksOf(path: string, place: string, same: readonly Twin[]): readonly Ask[] | string {
  if (path.includes('**')) return 'it belongs to many names';
  let bases: readonly string[] = [path];
  let isValue = false;
  let rest = place;
  for (let match = PREFIX.exec(rest); match !== null; match = PREFIX.exec(rest)) {
    rest = rest.slice(match[0].length);
    const [, word = '', method = ''] = match;
    const before = isValue;
    bases = bases.flatMap((base) => moved(base, before, word, method, same));
    isValue = word === 'of' || word === 'result' || word === 'library';
  }
  if (bases.length === 0) return 'the call that made it is not in the path';
  return bases.map((base) => askAt(base, isValue, rest));
}

/** Two paths that are one thing. */
export interface Twin {
  readonly path: string;
  readonly is: string;
}

const PREFIX = /^(creation|parent|of|result|library|chain):(?:(?<=chain:)([\w$]+)(?:\([\w$.-]+\))?:)?/;

function moved(base: string, isValue: boolean, word: string, method: string, same: readonly Twin[]): readonly string[] {
  if (word === 'library') return [''];
  if (word === 'result') return [`${base}()`];
  if (word === 'chain') return [isValue ? (base === '' ? method : `${base}.${method}`) : `${base}().${method}`];
  if (word === 'of') return [/\.[^.()]+$/.test(base) ? base.replace(/\.[^.()]+$/, '') : /^[\w$*]+$/.test(base) ? '' : base];
  const end = base.lastIndexOf('()');
  const value = end < 0 ? '' : base.slice(0, end + 2);
  return [value, ...same.filter(({ is }) => is === value).map((one) => one.path)].filter((one) => one.endsWith('()')).map((one) => one.slice(0, -2));
}

function askAt(base: string, isValue: boolean, rest: string): Ask {
  const [first = '', ...given] = rest.split('|');
  const [plain = '', inUrl] = first.split('?');
  const more = { ...(given.length === 0 ? {} : { given: stepsIn((given[given.length - 1] ?? '').replace(/^(?:-?\d+|\*)/, '').replace(/\?.*$/, '')) }), ...(inUrl === undefined ? {} : { inUrl }) };
  if (isValue) return { path: base, steps: stepsIn(plain), ...more };
  const match = /^(-?\d+|\*)(\.\.|\[\])?/.exec(plain);
  if (match === null) return { path: `${base}()`, steps: stepsIn(plain), ...more };
  const steps = [...(match[2] === '[]' ? ['[]'] : []), ...stepsIn(plain.slice(match[0].length))];
  return { path: base, argument: match[1] === '*' ? '*' : Number(match[1]), steps, ...more };
}

/** `.actions.*.handler` and `.messages[].value` as single steps. */
function stepsIn(text: string): readonly string[] {
  return text.split('.').flatMap((part) => [part.replace(/(?:\[\]|\(\))+$/, ''), ...(part.match(/\[\]|\(\)/g) ?? [])]).filter((step) => step !== '');
}
