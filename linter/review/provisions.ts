import type { Admission, Provision, RunningProcess } from '#model/types.js';
import type { EntryPointSummary, LintResult } from '../types.js';
import type { Cell, ConcernId, Evidence } from './types.js';

const LOAD: ReadonlySet<Provision['is']> = new Set(['rate-limit', 'load-shedding', 'concurrency', 'bulkhead']);

const TEXTS: Readonly<Record<Provision['is'], string>> = {
  'rate-limit': 'limits how many requests are let in',
  'load-shedding': 'turns work away under overload',
  concurrency: 'takes only so much at once',
  bulkhead: 'limits how much runs at the same time',
  logger: 'writes logs',
  'request-id': 'gives requests an id',
  tracer: 'traces requests',
  metrics: 'exports metrics',
  'error-reporting': 'reports errors',
  health: 'tells whether the process is well',
};

/** What the service uses to limit load and to be seen, as evidence: what stands in front of whom, and what is there in which process. */
export function provisionEvidence({ provisions = [], admissions = [], processes = [], entryPoints }: LintResult): readonly Evidence[] {
  const everything = processes.length > 0 ? processes : [{ files: provisions.map(({ site }) => site.file), entryPoints: entryPoints.map(({ id }) => id) }];
  const told = new Set(admissions.map(({ is, name }) => `${is}|${name}`));
  const others = gathered(provisions.filter(({ is, name }) => !told.has(`${is}|${name}`)));
  return [...admissions.map(ofAdmission), ...others.map((places) => ofProvision(places, everything))].map((item, index) => ({ ...item, id: `s${index + 1}` }));
}

type Draft = Omit<Evidence, 'id'>;

const NOTHING = { state: 'satisfied', severity: 'warn', trace: [], fingerprint: '' } as const;

function ofAdmission({ is, site, text, reachedBy }: Admission): Draft {
  return { ...NOTHING, rule: is, concern: 'load', site, text, related: [], entryPoints: reachedBy };
}

/** Uses of one library for one thing, together. */
function gathered(provisions: readonly Provision[]): readonly (readonly Provision[])[] {
  const groups = new Map<string, Provision[]>();
  for (const provision of provisions) groups.set(`${provision.is}|${provision.name}`, [...(groups.get(`${provision.is}|${provision.name}`) ?? []), provision]);
  return [...groups.values()];
}

const MAX_RELATED = 8;

function ofProvision(places: readonly Provision[], processes: readonly Pick<RunningProcess, 'files' | 'entryPoints'>[]): Draft {
  const inUse = (provision: Provision) => processes.some(({ files }) => files.includes(provision.site.file));
  const [first, ...others] = places.toSorted((a, b) => Number(inUse(b)) - Number(inUse(a))) as [Provision, ...Provision[]];
  const where = processes.filter(({ files }) => places.some(({ site }) => files.includes(site.file)));
  return {
    ...NOTHING, rule: first.is, concern: LOAD.has(first.is) ? 'load' : 'observability', site: first.site, text: `${first.name} ${TEXTS[first.is]}`,
    related: others.slice(0, MAX_RELATED).map(({ site }) => ({ site, text: 'here too' })),
    // That a limiter is made says nothing of who stands behind it.
    entryPoints: LOAD.has(first.is) ? [] : [...new Set(where.flatMap(({ entryPoints }) => entryPoints))],
  };
}

/** The cell of a concern that no rule judges: what stands in front of an entry point and what its process has, or what was not found. Nothing there is no violation: a gateway or an agent may do it. */
export function provisionCell(concern: ConcernId, entryPoint: EntryPointSummary, provided: readonly Evidence[]): Cell {
  return concern === 'load' ? loadCell(entryPoint, provided.filter((item) => item.concern === concern)) : observedCell(entryPoint, provided.filter((item) => item.concern === concern));
}

const NO_LIMIT: Readonly<Record<string, string>> = {
  consumer: 'how many messages it takes at once is not known',
  serverless: 'how many of it run at once is a setting of the platform, which the code does not tell',
};

function loadCell({ id, kind }: EntryPointSummary, provided: readonly Evidence[]): Cell {
  if (kind === 'schedule') return { concern: 'load', state: 'not-applicable', evidence: [], note: 'the clock decides how often it runs' };
  if (kind === 'error-handler') return { concern: 'load', state: 'not-applicable', evidence: [], note: 'it runs when something else has been let in' };
  const own = provided.filter(({ entryPoints }) => entryPoints.includes(id));
  if (own.length > 0) return { concern: 'load', state: 'satisfied', evidence: own.map((item) => item.id) };
  // What is made and not seen in front of anything may stand in front of this.
  const loose = provided.filter(({ entryPoints, rule }) => entryPoints.length === 0 && rule !== 'bulkhead');
  if (loose.length > 0 && NO_LIMIT[kind] === undefined) return { concern: 'load', state: 'unproven', evidence: loose.map((item) => item.id), note: 'whether it stands in front of these requests was not found' };
  return { concern: 'load', state: 'unproven', evidence: [], note: NO_LIMIT[kind] ?? 'nothing in the code that is known turns its requests away; a gateway in front may do it' };
}

function observedCell({ id, kind }: EntryPointSummary, provided: readonly Evidence[]): Cell {
  const own = provided.filter(({ entryPoints }) => entryPoints.includes(id));
  const evidence = own.map((item) => item.id);
  const has = (...kinds: readonly Provision['is'][]) => own.some(({ rule }) => kinds.some((is) => is === rule));
  const lacks = [
    has('logger') ? [] : ['logging'], has('metrics', 'tracer') ? [] : ['metrics or tracing'],
    // Work that nobody sent has nothing to follow.
    has('request-id', 'tracer') || !FOLLOWED.has(kind) ? [] : ['request ids or tracing'],
  ].flat();
  if (lacks.length === 0) return { concern: 'observability', state: 'satisfied', evidence };
  return { concern: 'observability', state: 'unproven', evidence, note: `not found in the code of its process: ${lacks.join(', ')}; an agent from outside may do it` };
}

const FOLLOWED = new Set(['http', 'rpc', 'graphql', 'middleware']);
