/**
 * Whether a glob of workspace packages matches a path. Such globs come with the analysed code, so matching takes time
 * in proportion to the lengths of both, whatever they hold; a regular expression would not.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const wanted = glob.split('/');
  const segments = path === '' ? [] : path.split('/');
  // reachable[n]: the part of the glob read so far matches the first n segments.
  let reachable = segments.map(() => false);
  reachable.unshift(true);
  for (const part of wanted) {
    const next = reachable.map(() => false);
    for (let at = 0; at <= segments.length; at += 1) {
      if (part === '**') next[at] = reachable[at] === true || (at > 0 && next[at - 1] === true);
      else next[at] = at > 0 && reachable[at - 1] === true && matchesSegment(part, segments[at - 1] as string);
    }
    reachable = next;
  }
  return reachable[segments.length] === true;
}

/** Whether one segment of a glob (`*`, `?`, `{a,b}`) matches a name. */
export function matchesSegment(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  return alternativesOf(pattern).some((alternative) => matchesWildcards(alternative, name));
}

/** Whether the segment can match more than one name. */
export function hasWildcards(segment: string): boolean {
  return /[*?{]/.test(segment);
}

function alternativesOf(pattern: string): readonly string[] {
  const braces = /^([^{}]*)\{([^{}]*)\}(.*)$/s.exec(pattern);
  if (braces === null) return [pattern];
  const [, before, inside, after] = braces as unknown as [string, string, string, string];
  return inside.split(',').map((each) => before + each + after);
}

function matchesWildcards(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let read = 0; read < name.length; ) {
    if (pattern[at] === '*') {
      star = at;
      resume = read;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[read])) {
      at += 1;
      read += 1;
    } else if (star >= 0) {
      at = star + 1;
      read = resume += 1;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
