import type { RequestPath, Wait } from '#model/types.js';
import { boundText } from './support/bound-text.js';
import { durationText } from './support/duration-text.js';
import { entryPointNames } from './support/entry-point-names.js';
import { limitRepair } from './support/limit-repair.js';
import { byPlace, oneVerdictAPlace } from './support/one-verdict-a-place.js';
import { placeText } from './support/place-text.js';
import { reachedBy } from './support/reached-by.js';
import { defineRule, satisfied, unproven, violated, type Verdict, type Violated } from './types.js';

/** What a request waits for must end although the other side never answers. */
export default defineRule({
  id: 'require-outbound-timeout',
  concern: 'outbound',
  question: 'Does every outbound call, statement and command on a request path end on its own?',
  consequence: 'When the other side accepts and never answers, each request that needs it hangs with its memory and its connections, until the process answers nobody.',
  severity: 'error',
  recommended: false,

  *judge({ waits, paths }) {
    const here = new Map([...byPlace(waits)].flatMap((sharing) => {
      let names: readonly string[] | undefined;
      const namesOf = () => (names ??= entryPointNames(sharing.flatMap(({ openOn }) => openOn)));
      return sharing.map((wait) => [wait, namesOf] as const);
    }));
    const answered = (id: string | undefined) => hasBudget(paths.find(({ entryPoint }) => entryPoint.id === id));
    yield* oneVerdictAPlace(waits.flatMap((wait) => verdictsOf(wait, answered, () => repairOf(wait, here.get(wait)?.() ?? [], paths))));
  },
});

function verdictsOf(wait: Wait, answered: (id: string | undefined) => boolean, repair: () => Pick<Violated, 'repairs'>): Verdict[] {
  const { site, callSite, name, bound, openOn, endedBy } = wait;
  const waiting = openOn.map(({ entryPoint }) => entryPoint);
  if (bound.is === 'bounded') return [reachedBy(satisfied(bound.from.isDefault ? site : callSite, `${name} ends after ${boundText(bound)}`), waiting)];
  if (openOn.length > 0) return [bound.is === 'unknown' ? reachedBy(unproven(site, `how long ${name} takes is unknown: ${bound.because}`), waiting) : { ...violation(wait, bound.from.text, answered(openOn[0]?.entryPoint.id)), ...repair() }];
  if (endedBy?.bound === undefined) return [];
  if (endedBy.bound.is !== 'bounded') return [unproven(callSite, `${name} may be ended by ${endedBy.name} at ${placeText(endedBy.site)}, whose time is unknown`)];
  return [satisfied(callSite, `requests stop waiting for ${name} by ${endedBy.name} after ${boundText(endedBy.bound)}, though its work goes on`)];
}

function violation(wait: Wait, why: string, isAnswered: boolean) {
  const { site, name, covers, openOn, besides } = wait;
  const [shortest] = openOn;
  const through = covers === '' ? '' : ` through this ${covers}`;
  return violated(site, {
    message: `${shortest?.entryPoint.name} can wait forever for ${name}${through} (${why})${besidesText(besides)}${isAnswered ? '; its budget answers who sent it, and the wait goes on' : ''}`,
    remedy: remedyFor(wait),
    trace: shortest?.trace ?? [],
    entryPoints: entryPointNames(openOn),
  });
}

// One option for all calls of a client: none of their requests may wait longer than it can.
function repairOf({ site, option, settable }: Wait, entryPoints: readonly string[], paths: readonly RequestPath[]): Pick<Violated, 'repairs'> {
  return settable === undefined ? {} : { repairs: [limitRepair({ site, name: option, ...settable }, entryPoints, paths)] };
}

function hasBudget(path: RequestPath | undefined): boolean {
  return path?.entryPoint.answers === true && path.budget !== undefined && path.budget.bound.is !== 'unbounded' && path.budget.endsWork !== true;
}

// What limits the beginning or a pause does not limit the whole.
function besidesText(besides: Wait['besides']): string {
  const headers = besides.find(({ limits }) => limits === 'headers');
  if (headers?.bound.is === 'bounded') return `: it fails when no headers come for ${durationText(headers.bound.ms)}, but its body may take any time`;
  const set = besides.find(({ bound }) => bound.is === 'bounded' && !bound.from.isDefault);
  return set?.bound.is === 'bounded' ? `: ${set.bound.from.text} limits only ${set.limits === 'connect' ? 'connecting' : 'a pause'}` : '';
}

function remedyFor({ name, covers, option, within }: Wait): string {
  if (within !== undefined) return `Run ${name} within ${within}, to end below the request's budget`;
  if (option === '') return `Put a timeout around ${name}, below the request's budget; the library has no option for it`;
  if (option.endsWith('signal') || option.endsWith('Signal')) return `Pass ${option}: AbortSignal.timeout(…) to ${name}, below the request's budget`;
  return `Set ${option} ${covers === '' ? `for ${name}` : 'there'} to less than the request's budget`;
}
