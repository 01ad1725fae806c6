import type { Provision } from '#model/types.js';
import type { Cell, ConcernId, Evidence } from './types.js';

const LOAD: ReadonlySet<Provision['is']> = new Set(['rate-limit', 'load-shedding', 'bulkhead']);

const TEXTS: Readonly<Record<Provision['is'], string>> = {
  'rate-limit': 'limits how many requests are let in',
  'load-shedding': 'turns work away under overload',
  bulkhead: 'limits how much runs at the same time',
  logger: 'writes logs',
  'request-id': 'gives requests an id',
  tracer: 'traces requests',
  metrics: 'exports metrics',
  'error-reporting': 'reports errors',
  health: 'tells whether the process is well',
};

/** What the service uses to limit load and to be seen, as evidence; present is all that it says. */
export function provisionEvidence(provisions: readonly Provision[]): readonly Evidence[] {
  return provisions.map(({ is, name, site }, index) => ({
    id: `s${index + 1}`, rule: is, concern: LOAD.has(is) ? 'load' : 'observability', state: 'satisfied', severity: 'warn', site, text: `${name} ${TEXTS[is]}`,
    trace: [], related: [], entryPoints: [], fingerprint: '',
  }));
}

/** The cell of a concern that no rule judges: what is present in the process, and what was not found. */
export function provisionCell(concern: ConcernId, provided: readonly Evidence[]): Cell {
  const own = provided.filter((item) => item.concern === concern);
  const evidence = own.map(({ id }) => id);
  if (concern === 'load') {
    const note = own.length === 0 ? 'nothing that limits load was found in the code; a gateway in front may do it' : 'it is in the service; whether it stands in front of this entry point is for people to check';
    return { concern, state: 'unproven', evidence, note };
  }
  const has = (...kinds: readonly Provision['is'][]) => own.some(({ rule }) => kinds.some((kind) => kind === rule));
  const lacks = [has('logger') ? [] : ['logging'], has('tracer', 'metrics') ? [] : ['tracing or metrics'], has('error-reporting', 'tracer') ? [] : ['error reporting']].flat();
  if (lacks.length === 0) return { concern, state: 'satisfied', evidence };
  return { concern, state: 'unproven', evidence, note: `not found in the code: ${lacks.join(', ')}; an agent from outside may do it` };
}
