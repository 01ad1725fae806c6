import type { Library, Limit } from '#catalog/schema.js';

/** One thing a row says that typings or a run can confirm. */
export interface Claim {
  /** `pg: Pool | acquire-wait connectionTimeoutMillis`. */
  readonly id: string;
  readonly package: string;
  /** The path it is about. */
  readonly path: string;
  /** An option of a call, where it is about one; the places where it can be given are alternatives. */
  readonly options?: readonly Option[];
  /** Why typings cannot tell. */
  readonly untold?: string;
}

/** An option as it is given to the call at the end of a path. */
export interface Option {
  readonly path: string;
  readonly argument: number;
  readonly names: readonly string[];
}

/** Everything that a library's rows claim of its exports, methods and options. */
export function claimsOf(library: Library): readonly Claim[] {
  const claims = new Map<string, Claim>();
  const add = (claim: Claim) => claims.set(claim.id, claim);
  for (const row of library.operations ?? []) {
    const paths = row.members === undefined ? [row.call] : row.members.map((member) => row.call.replace(/\*$/, member));
    for (const path of paths) {
      add(existence(library, path));
      for (const limit of row.limits ?? []) for (const claim of optionsOf(library, path, limit, limit.at)) add(claim);
      for (const claim of optionsOf(library, path, { limits: 'retries' }, row.retries?.at ?? [])) add(claim);
    }
  }
  for (const row of library.resources ?? []) {
    add(existence(library, row.create));
    for (const limit of row.limits ?? []) for (const claim of optionsOf(library, row.create, limit, limit.at)) add(claim);
    for (const { call, at, all, of } of row.close ?? []) if (at === undefined && all === undefined && of === undefined) add(existence(library, `${row.create}().${call}`));
  }
  for (const row of library.wrappers ?? []) {
    add(existence(library, row.call));
    for (const claim of optionsOf(library, row.call, { limits: 'timeout' }, row.timeout?.at ?? [])) add(claim);
    for (const claim of optionsOf(library, row.call, { limits: 'retries' }, row.retries?.at ?? [])) add(claim);
  }
  for (const { call, limit } of [...(library.budgets ?? []), ...(library.bodies ?? [])]) {
    if (call === undefined) continue;
    add(existence(library, call));
    for (const claim of optionsOf(library, call, limit, limit.at)) add(claim);
  }
  for (const row of library.settings ?? []) {
    add(existence(library, row.call));
    for (const limit of row.limits ?? []) for (const claim of optionsOf(library, row.call, limit, limit.at)) add(claim);
    for (const claim of optionsOf(library, row.call, { limits: 'retries' }, row.retries?.at ?? [])) add(claim);
  }
  for (const { calls } of library.blocking ?? []) for (const path of calls) add(existence(library, path));
  for (const { call } of library.claims ?? []) add(existence(library, call));
  for (const { call } of library.closers ?? []) if (call !== undefined) add(existence(library, call));
  return [...claims.values()];
}

function existence(library: Library, path: string): Claim {
  const elsewhere = path.includes('|') ? { untold: 'it belongs to another package' } : path.includes('**') ? { untold: 'it stands for many names' } : {};
  return { id: `${library.package}: ${path}`, package: library.package, path, ...elsewhere };
}

function optionsOf(library: Library, path: string, { limits }: Pick<Limit, 'limits'> | { limits: string }, places: readonly string[]): readonly Claim[] {
  const byName = new Map<string, { options: Option[]; untold: string[] }>();
  for (const place of places) {
    const told = callOf(path, place);
    const name = typeof told === 'string' ? place.replace(/^.*[:|]/, '').replace(/^-?\d+\.?/, '') : told.names.join('.');
    const known = byName.get(name) ?? { options: [], untold: [] };
    byName.set(name, known);
    if (typeof told === 'string') known.untold.push(told);
    else known.options.push(told);
  }
  return [...byName].map(([name, { options, untold }]): Claim => {
    const claim = { id: `${library.package}: ${path} | ${limits} ${name}`.trim(), package: library.package, path };
    return options.length === 0 ? { ...claim, untold: untold[0] ?? 'it is no plain option' } : { ...claim, options };
  });
}

/** The call and argument that a place names, or why typings cannot be asked for it. */
function callOf(path: string, place: string): Option | string {
  if (path.includes('|') || path.includes('**')) return 'it belongs to another package or to many names';
  if (place.includes('|')) return 'it is given to the call that made an argument';
  if (place.includes('?')) return 'it stands in a URL';
  if (/(?:chain|parent|of|result):/.test(place)) return 'it is set by another call or by an assignment';
  let call = path;
  for (const _ of place.matchAll(/creation:/g)) {
    const end = call.lastIndexOf('()');
    if (end < 0) return 'the call that created it is not in the path';
    call = call.slice(0, end);
  }
  const match = /^(-?\d+)((?:\.[^.?|[\]()]+)*)$/.exec(place.replace(/^(?:creation:)+/, ''));
  if (match === null) return 'it is no plain option';
  return { path: call, argument: Number(match[1]), names: (match[2] ?? '').split('.').filter((name) => name !== '') };
}
