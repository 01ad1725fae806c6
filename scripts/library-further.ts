import type { Library } from '#catalog/schema.js';
import { nameOfPath } from './library-words.js';

const PROVIDES: Readonly<Record<NonNullable<Library['provisions']>[number]['is'], string>> = {
  'rate-limit': 'limits the rate of requests', 'load-shedding': 'turns requests away under overload', concurrency: 'limits how much runs at once', bulkhead: 'limits how much runs at once',
  logger: 'is a logger', 'request-id': 'gives each request an id', tracer: 'starts tracing', metrics: 'counts and measures', 'error-reporting': 'reports errors', health: 'answers health checks',
};

/** What else the rows of a library say: what it provides, what the evaluator sees through, what is new each time. */
export function furtherLines({ provisions = [], verifies = [], draws = [], values = [], callbacks = [], hooks = [], injection, tables, words = [], exits = [], kills = [] }: Library): readonly string[] {
  const seenThrough = values.filter(({ gives }) => ['argument', 'merge', 'merge-deep', 'duration', 'number', 'signal', 'list'].includes(gives)).map(({ call }) => call);
  const unset = values.filter(({ gives }) => gives === 'environment').map(({ call }) => call);
  return [
    ...[...new Set(provisions.map(({ is }) => is))].map((is) => `${listed(provisions.filter((row) => row.is === is).map(({ call }) => call))} ${PROVIDES[is]}`),
    ...(verifies.length === 0 ? [] : [`${listed(verifies)} checks a webhook's signature`]),
    ...(seenThrough.length === 0 ? [] : [`Values are followed through ${listed(seenThrough)}`]),
    ...(unset.length === 0 ? [] : [`${listed(unset)} gives what nobody knows before the process runs`]),
    ...(callbacks.length === 0 ? [] : [`Runs functions given to ${listed(callbacks.map(({ call }) => call))}`]),
    ...hooked('What', hooks.flatMap(({ by }) => by ?? []), 'register runs within the calls it is meant for'),
    ...hooked('Methods of a model called', hooks.flatMap(({ method }) => method ?? []), 'run within the calls that they are meant for'),
    ...(draws.length === 0 ? [] : [`Something new at each call: ${listed(draws.map(({ call }) => call))}`]),
    ...(injection === undefined ? [] : ['Hands values to constructors: what is bound there is found']),
    ...(tables === undefined ? [] : ['Declares tables, and what is unique in them']),
    ...(words.length === 0 ? [] : [`Known by name alone, where nothing tells whose they are: ${[...new Set(words.flatMap(({ names }) => names))].map((name) => `\`${name}\``).join(', ')}`]),
    ...(exits.length === 0 ? [] : [`Ends the process: ${listed(exits)}`]),
    ...kills.map(({ call, self, signals }) => `Ends the process: \`${call}\` on \`${self}\` with ${listed(signals)}`),
  ];
}

function hooked(what: string, names: readonly string[], does: string): readonly string[] {
  return names.length === 0 ? [] : [`${what} ${listed(names)} ${does}`];
}

const MAX_NAMED = 8;

function listed(paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => (path === '' ? 'the export itself' : `\`${nameOfPath(path)}\``)))];
  return names.length <= MAX_NAMED ? names.join(', ') : `${names.slice(0, MAX_NAMED).join(', ')} and ${names.length - MAX_NAMED} more`;
}
