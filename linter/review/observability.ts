import type { Provision } from '#model/types.js';
import type { EntryPointSummary, LintResult } from '../types.js';
import { names, placed } from './named-places.js';
import type { ChecklistItem } from './types.js';

const GROUP = 'Observability';

/** What of the checklist is about being seen: what is there in a process that takes work, what is there elsewhere only, and what was not found. */
export function observabilityItems(result: LintResult): readonly ChecklistItem[] {
  const { entryPoints } = result;
  const probes = entryPoints.filter(isProbe);
  return [
    ...ASKED.map((asked) => item(asked, result)),
    inside(result),
    health(result, probes),
    draining(result, probes),
  ];
}

interface Asked {
  readonly text: string;
  readonly is: Provision['is'];
  readonly absent: string;
}

const ASKED: readonly Asked[] = [
  { text: 'Logs are written by a library', is: 'logger', absent: 'No logging library that we know is used; does the code write its own?' },
  { text: 'Requests carry an id through logs', is: 'request-id', absent: 'No library that sets a request id was found; does the code set one by itself?' },
  { text: 'Requests are traced', is: 'tracer', absent: 'No tracing library that we know is started; is an agent attached from outside?' },
  { text: 'Metrics are exported', is: 'metrics', absent: 'No metrics library that we know is used' },
  { text: 'Errors are reported', is: 'error-reporting', absent: 'No error reporting that we know is used' },
];

function item({ text, is, absent }: Asked, { provisions = [], processes = [] }: LintResult): ChecklistItem {
  const own = provisions.filter((provision) => provision.is === is);
  if (own.length === 0) return { group: GROUP, text, state: 'absent', found: absent, places: [] };
  const inUse = own.filter(({ site }) => processes.length === 0 || processes.some(({ files }) => files.includes(site.file)));
  if (inUse.length > 0) return { group: GROUP, text, state: 'proved', found: `seen: ${names(inUse)}`, ...placed(inUse.map(({ site }) => site)) };
  return { group: GROUP, text, state: 'open', found: `seen: ${names(own)}, but in no process that takes requests or messages`, ...placed(own.map(({ site }) => site)) };
}

function inside({ provisions = [] }: LintResult): ChecklistItem {
  const metrics = provisions.filter(({ is }) => is === 'metrics');
  const text = 'The sizes of pools and the states of breakers are seen';
  if (metrics.length === 0) return { group: GROUP, text, state: 'absent', found: 'No metrics library that we know is used', places: [] };
  return { group: GROUP, text, state: 'ask', found: `${names(metrics)} exports metrics; look up whether these are among them.`, places: [] };
}

function health({ provisions = [] }: LintResult, probes: readonly EntryPointSummary[]): ChecklistItem {
  const own = provisions.filter(({ is }) => is === 'health');
  const text = 'Health and readiness endpoints exist';
  if (own.length === 0 && probes.length === 0) return { group: GROUP, text, state: 'absent', found: 'No health or readiness endpoint was found', places: [] };
  const named = probes.length === 0 ? [] : [`by their names: ${probes.map(({ id }) => id).join(', ')}`];
  const found = [...(own.length === 0 ? [] : [`seen: ${names(own)}`]), ...named].join('; ');
  const sites = [...own.map(({ site }) => site), ...probes.map(({ file, line }) => ({ file, line, column: 1 }))];
  return { group: GROUP, text, state: own.length > 0 ? 'proved' : 'open', found: own.length > 0 ? found : `${found}; what they check is for people to look up`, ...placed(sites) };
}

function draining({ provisions = [] }: LintResult, probes: readonly EntryPointSummary[]): ChecklistItem {
  const own = provisions.filter(({ turnsUnready }) => turnsUnready === true);
  const text = 'Readiness turns unready before the server stops accepting';
  if (own.length > 0) return { group: GROUP, text, state: 'proved', found: `${names(own)} does so on SIGTERM`, ...placed(own.map(({ site }) => site)) };
  const where = probes.map(({ file, line }) => ({ file, line, column: 1 }));
  return { group: GROUP, text, state: 'ask', found: 'On SIGTERM the balancer needs time to notice; look at what the readiness endpoint says while the process drains.', ...placed(where) };
}

const PROBE = /(?:^|[/_.-])(?:healthz?|health[_-]?checks?|ready|readyz|readiness|livez?|liveness|alive|ping|heartbeat)(?=$|[/_.?-])/i;

/** Is an entry point what a platform asks whether the process is well, by its name? */
function isProbe({ name, kind }: EntryPointSummary): boolean {
  return (kind === 'http' || kind === 'middleware') && /^(?:GET|HEAD|ALL|USE) /.test(name) && PROBE.test(name.replace(/^\w+ /, ''));
}
