import { calledName } from '#program/callers.js';
import type { Frame, Unit } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { namesOf } from '../resources.js';
import type { Resource } from '../resources.js';
import { siteKey } from '../site.js';
import type { TeardownEvent } from '../types.js';
import type { CloseRules } from './close-rules.js';
import type { CloseSites } from './close-sites.js';
import type { UsedByHandlers } from './dependencies.js';
import type { Drains } from './drains.js';
import { runHelper } from './flow-helpers.js';
import type { Flow } from './flow.js';
import { runBody } from './flow.js';
import { earlyExits, neverClosed, notAwaited, wrongOrders } from './judgements.js';
import { emptyUnwinding, startOfTeardown } from './moments.js';
import type { Unwinding } from './moments.js';
import { manifestOf } from './process-groups.js';
import type { Process } from './processes.js';
import type { Thread } from './threads.js';
import { threadsIn } from './starters.js';
import { unseenHelper } from './unseen-helper.js';

export interface Trial {
  readonly context: ModelContext;
  readonly process: Process;
  /** What enters there. */
  readonly handlers: readonly Handler[];
  /** Of these, what runs together: one run of the program is one of them. */
  readonly modes: readonly (readonly Handler[])[];
  readonly used: UsedByHandlers;
  readonly resources: readonly Resource[];
  readonly rules: CloseRules;
  readonly threads: readonly Thread[];
  readonly dependents: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  readonly drains: Drains | undefined;
  /** It is the only process of the program. */
  readonly alone: boolean;
  /** Where each resource is closed at all. */
  readonly closes: CloseSites;
}

/** Decides what happens to one process, in the order in which one finding hides another; all of it concerns the entry points that the process runs, where it does not say which. */
export function judgeProcess(trial: Trial): readonly TeardownEvent[] {
  const entryPoints = trial.handlers.map(({ entryPoint }) => entryPoint);
  return eventsOf(trial).map((event) => ({ entryPoints, ...event }));
}

/** What the listeners of a process do, all starting at once. */
export function unwind(trial: Trial, own: readonly Thread[]): Unwinding {
  const unwinding = emptyUnwinding();
  own.forEach((thread, number) => [thread, ...(thread.others ?? [])].forEach((one, alternative) => runThread(trial, one, { number, arms: new Map([[thread.site, alternative]]) }, unwinding)));
  const helper = unseenHelper(trial.context, trial.process);
  if (helper !== undefined) unwinding.gaps.push({ site: (own[0] as Thread).site, because: helper });
  return unwinding;
}

function eventsOf(trial: Trial): readonly TeardownEvent[] {
  const { context, process, threads } = trial;
  const own = threadsIn(context, process.units, threads);
  // 1. Nothing listens for the signal: nothing else is asked.
  if (own.length === 0) {
    trial.drains?.add(process, [], trial.alone);
    return [noHandler(trial)];
  }
  // 2. What its listeners do.
  const unwinding = unwind(trial, own);
  trial.drains?.add(process, unwinding.deadlines, trial.alone);
  // 3. The findings, each place once.
  const exits = earlyExits(trial, unwinding);
  const onlyExits = exits.length > 0 && unwinding.closings.length === 0;
  const orders = wrongOrders(trial, unwinding);
  const floating = notAwaited(trial, unwinding, orders);
  const unclosed = onlyExits ? [] : neverClosed(trial, unwinding);
  const found = [...exits, ...orders, ...floating, ...unclosed];
  return [...found, ...deadlineEvents(own, unwinding, exits.length > 0 && !waitsBefore(unwinding)), ...proofs(unwinding, found), ...gaps(unwinding)];
}

function noHandler(trial: Trial): TeardownEvent {
  const { process, context } = trial;
  const first = process.starts[0] as Process['starts'][number];
  const helper = unseenHelper(context, process);
  if (helper !== undefined) return { is: 'unknown', site: first.site, because: helper };
  const loaded = trial.threads.find((thread) => process.units.has(thread.unit) && mayBeCalled(trial, thread));
  if (loaded !== undefined) return { is: 'unknown', site: first.site, because: `${loaded.site.file}:${loaded.site.line} is loaded here, and whether this process listens for the signal there is not in sight` };
  const tool = developmentTool(trial);
  if (tool !== undefined) return { is: 'unknown', site: first.site, because: `${tool} is there for development only, so whether this process is deployed is not in sight` };
  return { is: 'no-handler', site: first.site, what: first.resource.name };
}

function mentions({ index, facts }: Unit, name: string): boolean {
  return index.calls.has(name) || facts.bindings.some((binding) => binding.name === name || binding.values.some(({ value }) => value.is === 'member' && value.name === name));
}

/** Does something of the process that is not read call the function in which the signal is listened for? No name of it means no. */
function mayBeCalled({ process }: Trial, { step, unit }: Thread): boolean {
  for (let frame: Frame | undefined = step.call.frame; frame !== undefined && frame.function !== 0; frame = frame.parent) {
    const name = calledName(frame);
    if (name === '' || [...process.units].some((other) => other !== unit && mentions(other, name))) continue;
    return false;
  }
  return true;
}

/** The package that everything which the process starts comes from, where its manifest has it for development only. */
function developmentTool({ process, context }: Trial): string | undefined {
  const { libraries } = context.program.engine;
  const tools = process.starts.map(({ resource: { callee, unit } }) => {
    const name = libraries.library(callee.module)?.package ?? callee.module;
    return manifestOf(context, unit)?.development.includes(name) === true ? name : undefined;
  });
  return tools.includes(undefined) ? undefined : tools[0];
}

function runThread(trial: Trial, thread: Thread, { number, arms }: { readonly number: number; readonly arms: Flow['arms'] }, unwinding: Unwinding): void {
  const flow: Flow = {
    context: trial.context, rules: trial.rules, unwinding, thread: number, trace: [{ site: thread.site, text: thread.what }], conditional: false, failing: false,
    unordered: new Set(), arms, promised: undefined, completed: new Map(), entered: new Map(), gathered: false, depth: 0,
  };
  if (thread.gap !== undefined) unwinding.gaps.push({ site: thread.site, because: thread.gap });
  if (thread.helper?.limit === 'set') unwinding.deadlines.push({ site: thread.site, what: `the limit of ${lowered(thread.what)}`, step: thread.step, after: [] });
  if (thread.helper?.limit === 'unknown') unwinding.gaps.push({ site: thread.site, because: `the limit of ${lowered(thread.what)} is not known` });
  const moment = startOfTeardown();
  if (thread.helper !== undefined) return runHelper(flow, thread, thread.helper, moment);
  // What one registration runs in different activations are alternatives.
  thread.bodies.forEach((body, alternative) => runBody({ ...flow, arms: new Map<object, number>([...arms, [thread, alternative]]) }, body, startOfTeardown()));
}

function deadlineEvents(threads: readonly Thread[], unwinding: Unwinding, exited: boolean): readonly TeardownEvent[] {
  const { deadlines: [late] } = unwinding;
  const whole = unwinding.deadlines.filter(({ after }) => after.length === 0);
  if (whole.length > 0) return whole.map(({ site, what }) => ({ is: 'deadline', site, what }));
  if (late !== undefined) return [{ is: 'unknown', site: late.site, because: `${late.what} begins only when ${namesOf(late.after).join(', ')} ${namesOf(late.after).length === 1 ? 'has' : 'have'} closed, and how long that takes is not known` }];
  const first = unwinding.closings.find((closing) => !closing.instant && !closing.isLimited);
  if (first === undefined || exited) return [];
  const thread = threads[first.thread] as Thread;
  const [open] = [...unwinding.openLimits, ...unwinding.gaps];
  if (open !== undefined) return [{ is: 'unknown', site: thread.site, because: open.because }];
  return [{ is: 'no-deadline', site: thread.site, what: thread.what }];
}

// Whoever ends too early may still wait for the first close without end.
function waitsBefore({ exits, instant }: Unwinding): boolean {
  return exits.some(({ settled }) => [...settled].some((resource) => !instant.has(resource)));
}

function proofs(unwinding: Unwinding, found: readonly TeardownEvent[]): readonly TeardownEvent[] {
  const blamed = new Set(found.map(({ site }) => siteKey(site)));
  return unwinding.closings.flatMap(({ resource, site }) => {
    if (blamed.has(siteKey(site))) return [];
    const opened = resource.is === 'server' && resource.opened[0] !== undefined ? siteOfCall(resource.opened[0]) : resource.site;
    return [{ is: 'closed', site: opened, what: resource.name, closeSite: site } as const];
  });
}

function gaps(unwinding: Unwinding): readonly TeardownEvent[] {
  return unwinding.gaps.map(({ site, because }) => ({ is: 'unknown', site, because }));
}

function lowered(text: string): string {
  return text.replace(/^The/, 'the');
}
