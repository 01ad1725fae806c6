import type { CloserRow } from '#catalog/schema.js';
import { onceFunction } from '#program/invoke.js';
import { placeValues } from '#program/places.js';
import type { Body, CallStep } from '#program/steps.js';
import type { CallInstance, LibraryValue, Unit, Value, ValueSet } from '#program/values.js';
import { functionOf } from '#program/values.js';
import { holds } from '#program/when.js';
import type { ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { holdsFor } from '../holds-for.js';
import { siteKey } from '../site.js';
import type { Site } from '../site.js';
import { walkedOf } from '../walked.js';
import type { CloseRules, LimitState } from './close-rules.js';
import { continuationsAfter } from './continued.js';
import { hooksOf } from './hooks.js';
import { tellingCalls } from './telling-calls.js';

/** One thing that happens on a signal: a listener of the service, or a helper that listens itself. */
export interface Thread {
  readonly site: Site;
  readonly unit: Unit;
  readonly step: CallStep;
  /** As people say it: `the SIGTERM handler`. */
  readonly what: string;
  readonly bodies: readonly Body[];
  /** For a helper: what it does around the functions it was given. */
  readonly helper: { readonly closes: readonly CloserRow[]; readonly before: readonly Body[]; readonly limit: LimitState } | undefined;
  /** Registrations of one queue are run one after another, as one thread. */
  readonly queue: string | undefined;
  /** Why the handler is not known. */
  readonly gap: string | undefined;
  /** The same call on other objects, where its receiver is one of several: only one of them happens. */
  readonly others?: readonly Thread[];
  /** The registrations that were put together in it, where there are several. */
  readonly parts?: readonly Thread[];
}

/** A call that arranges shutdown, with the rows that say how. */
export interface CloserCall {
  readonly step: CallStep;
  readonly rows: readonly CloserRow[];
}

/** Finds everything that reacts to a signal, in order of registration; fills the hooks that closing a server runs. */
export function findThreads(context: ModelContext, rules: CloseRules, signal = 'SIGTERM'): readonly Thread[] {
  const calls = callsInOrder(context);
  const closers = calls.flatMap((step) => closerCall(context, step));
  for (const [resource, hooks] of hooksOf(context, rules, closers, calls)) rules.hooks.set(resource, hooks);
  const threads = new Map<string, Thread>();
  for (const step of calls) for (const thread of [...signalThreads(context, step, signal), ...helperThreads(context, rules, closers, step, signal)]) {
    const key = thread.queue ?? siteKey(thread.site);
    threads.set(key, mergedThread(threads.get(key), thread));
  }
  return [...threads.values()];
}

/** One registration in a loop, or in a helper that is called twice: what any of them runs. */
export function mergedThread(known: Thread | undefined, thread: Thread): Thread {
  if (known === undefined) return thread;
  const parts = [...(known.parts ?? [known]), thread];
  if (thread.queue === undefined && thread.helper !== undefined && known.step.callee !== thread.step.callee) return { ...known, parts, others: [...(known.others ?? []), thread] };
  return { ...known, parts, bodies: [...new Set([...known.bodies, ...thread.bodies])], gap: known.gap === undefined || thread.gap === undefined ? undefined : known.gap };
}

// Those that start-up reaches in the order in which it does, then the others.
function callsInOrder(context: ModelContext): readonly CallStep[] {
  const { arranging } = tellingCalls(context);
  const ordered = walkedOf(context).inOrder(context.start, new Set(arranging.map((step) => step.call.expression)));
  const known = new Set(ordered.map((step) => step.call.expression));
  return [...ordered, ...arranging.filter((step) => !known.has(step.call.expression))];
}

function signalThreads(context: ModelContext, step: CallStep, signal: string): readonly Thread[] {
  const { engine } = context.program;
  const { call, callee } = step;
  return (engine.libraries.rows(callee.module, callee.path)?.signals ?? []).flatMap((row) => {
    const signals = placeValues(engine, call, callee, row.signalAt).values;
    const named = signals.filter((value) => value.is === 'literal');
    if (!named.some((value) => value.value === signal) && (signals.length === 0 || named.length === signals.length)) return [];
    const handlers = placeValues(engine, call, callee, row.handlerAt);
    const bodies = [...bodiesOf(context, handlers, call), ...continuationsAfter(context, call)];
    const gap = bodies.length === 0 ? 'the function that handles the signal is not in sight' : undefined;
    return [{ site: siteOfCall(call), unit: call.frame.unit, step, what: `The ${signal} handler`, bodies, helper: undefined, queue: undefined, gap }];
  });
}

/** Rows that say how a call arranges shutdown, plugins' registrations included. */
function closerCall(context: ModelContext, step: CallStep): readonly CloserCall[] {
  const { engine } = context.program;
  const { call, callee } = step;
  const own = engine.libraries.rows(callee.module, callee.path)?.closers ?? [];
  const plugged = [...new Set(engine.argumentsOf(call).flatMap((set) => set.values.flatMap((value) => (value.is === 'library' ? pluginRows(context, value, callee) : []))))];
  const elsewhere = foreignRows(context).get(`${callee.module}|${callee.path}`) ?? [];
  const rows = [...own, ...plugged, ...elsewhere].filter((row) => (row.when === undefined || holds(engine, call, callee, row.when) === true));
  return rows.length === 0 ? [] : [{ step, rows }];
}

const FOREIGN = new WeakMap<ModelContext, ReadonlyMap<string, readonly CloserRow[]>>();

/** Rows about another library's calls: what a plugin adds to a server. */
function foreignRows(context: ModelContext): ReadonlyMap<string, readonly CloserRow[]> {
  const known = FOREIGN.get(context);
  if (known !== undefined) return known;
  const rows = new Map<string, CloserRow[]>();
  for (const library of context.program.engine.libraries.libraries) {
    for (const row of library.closers ?? []) if (row.call.includes('|')) rows.set(row.call, [...(rows.get(row.call) ?? []), row]);
  }
  FOREIGN.set(context, rows);
  return rows;
}

function pluginRows(context: ModelContext, plugin: LibraryValue, registeredBy: LibraryValue): readonly CloserRow[] {
  const { libraries } = context.program.engine;
  const library = libraries.library(plugin.module);
  const row = library?.plugins?.find((candidate) => candidate.plugin === plugin.path && candidate.registeredBy === `${registeredBy.module}|${registeredBy.path}`);
  return row === undefined ? [] : (libraries.rows(plugin.module, row.as)?.closers ?? []);
}

function helperThreads(context: ModelContext, rules: CloseRules, closers: readonly CloserCall[], step: CallStep, signal: string): readonly Thread[] {
  const own = closers.find((candidate) => candidate.step === step);
  const listening = own?.rows.filter((row) => row.signals === true && listensFor(context, row, step, signal)) ?? [];
  if (own === undefined || listening.length === 0) return [];
  const library = context.program.engine.libraries.library(step.callee.module);
  const before = own.rows.filter((row) => row.server === 'last').flatMap((row) => cleanupsOf(context, row, step));
  const after = own.rows.filter((row) => row.server !== 'last').flatMap((row) => cleanupsOf(context, row, step));
  const registered = closers.filter((other) => other.step !== step && isRegisteredOn(other, step)).flatMap((other) => other.rows.flatMap((row) => cleanupsOf(context, row, other.step)));
  const limits = own.rows.filter((row) => row.deadline !== undefined && library !== undefined && holdsFor(context, undefined, library, step.call.frame.unit));
  const states = limits.map((row) => rules.limitOf(row.deadline, step, step.call.frame.unit));
  const limit = states.includes('set') ? 'set' : (states[0] ?? 'absent');
  return [{
    site: siteOfCall(step.call), unit: step.call.frame.unit, step, what: `The shutdown by ${context.program.engine.libraries.nameOf(step.callee.module)}`, bodies: [...after, ...registered], gap: undefined,
    queue: step.callee.from !== undefined && own.rows.every((row) => row.server === 'no' && row.order === 'registered') ? `${step.callee.module}|${step.callee.path}` : undefined,
    helper: { closes: own.rows.filter((row) => row.server !== 'no' && row.serverAt !== undefined), before, limit },
  }];
}

function listensFor(context: ModelContext, { otherSignals }: CloserRow, { call, callee }: CallStep, signal: string): boolean {
  if (signal === 'SIGTERM' || otherSignals === undefined) return true;
  const given = otherSignals.at.flatMap((place) => placeValues(context.program.engine, call, callee, place).values).flatMap((value) => (value.is === 'list' ? value.elements.values : [value]));
  return given.length === 0 ? otherSignals.default === 'all' : given.some((value) => value.is === 'literal' && value.value === signal);
}

/** Were clean-ups registered on what this call gave: `lightship.registerShutdownHandler(f)`? */
function isRegisteredOn({ step, rows }: CloserCall, creation: CallStep): boolean {
  if (!rows.some((row) => row.signals !== true && row.serverAt === undefined && row.cleanups !== undefined)) return false;
  let current = step.callee.from;
  while (current !== undefined) {
    if (current.call !== undefined) return current.call.expression === creation.call.expression;
    current = current.from;
  }
  return step.callee.module === creation.callee.module;
}

/** The functions that a closer's row runs. */
export function cleanupsOf(context: ModelContext, row: CloserRow, { call, callee }: Pick<CallStep, 'call' | 'callee'>): readonly Body[] {
  const { engine } = context.program;
  const given = (row.passes ?? []).map((place) => placeValues(engine, call, callee, place));
  const self = row.self === undefined ? undefined : placeValues(engine, call, callee, row.self).values[0];
  return (row.cleanups ?? []).flatMap((place) => bodiesOf(context, placeValues(engine, call, callee, place), call, { given, self }));
}

/** What someone else calls functions with. */
interface Passed {
  readonly given: readonly ValueSet[];
  readonly self: Value | undefined;
}

/** What functions do when someone else calls them. */
export function bodiesOf(context: ModelContext, set: ValueSet, call: CallInstance, passed: Passed = { given: [], self: undefined }): readonly Body[] {
  const bodies: Body[] = [];
  // `once(f)` runs f on the first signal.
  for (const value of set.values.flatMap((one) => (one.is === 'library' ? (onceFunction(context.program.engine, one)?.values ?? [one]) : [one]))) {
    const body = bodyOf(context, value, passed, call);
    if (body !== undefined) bodies.push(body);
  }
  return bodies;
}

function bodyOf(context: ModelContext, value: Value, { given, self }: Passed, call: CallInstance): Body | undefined {
  const { engine } = context.program;
  // One with a parameter more tells by it when it is done: what it waits for is not followed.
  if (value.is === 'function') return context.walker.body(engine.enter(value, functionOf(value).parameters.length > given.length ? [] : given, self)).body;
  if (value.is === 'bound') {
    if (value.target.is === 'function') return context.walker.body(engine.enter(value.target, [...value.given, ...given], value.self?.values[0])).body;
    return bodyOf(context, value.target, { given: [...value.given, ...given], self }, call);
  }
  if (value.is !== 'library') return undefined;
  // A library's own function stands there: it is called with arguments that are not written anywhere.
  return { frame: call.frame, steps: [{ is: 'call', call, callee: value, awaited: 'yes', within: [], later: [] }] };
}
