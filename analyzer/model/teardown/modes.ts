import type { Body, Step } from '#program/steps.js';
import type { Unit } from '#program/values.js';
import type { Handler, ModelContext } from '../context.js';
import { innerBodies } from '../entry-points/start-order.js';
import { importsOf, reachable } from '../imports.js';
import { walkedOf, type Walked } from '../walked.js';

/** Ways on of which one run of the program takes one. */
interface Fork {
  readonly unit: Unit;
  readonly ways: readonly (readonly Step[])[];
}

/** The entry points of each process: those whose registration it runs, or whose application it makes; where none is seen to, those whose files it loads. */
export function handlersOfEach(context: ModelContext, processes: readonly { readonly units: ReadonlySet<Unit> }[]): readonly (readonly Handler[])[] {
  const { walked, places, leads } = sightOf(context, context.handlers);
  const run = processes.map(({ units }) => below({ walked, leads }, topsOf(context, [...units])));
  const isRun = (handler: Handler, numbers: ReadonlySet<number>) => places.get(handler)?.some((place) => numbers.has(place)) === true;
  const loose = new Set(context.handlers.filter((handler) => !run.some((numbers) => isRun(handler, numbers))));
  const filesOf = processes.map(({ units }) => new Set([...units].map(({ path }) => path)));
  const hostsOf = ({ hosts = [] }: Handler) => hosts.filter(({ file }) => filesOf.some((files) => files.has(file)));
  const isHosted = (handler: Handler, files: ReadonlySet<string>) => hostsOf(handler).length === 0 || hostsOf(handler).some(({ file }) => files.has(file));
  return filesOf.map((files, index) => context.handlers.filter((handler) =>
    files.has(handler.entryPoint.site.file) && (loose.has(handler) ? isHosted(handler, files) : isRun(handler, run[index] as ReadonlySet<number>))));
}

/**
 * What of a process runs together: some start one of several things, as they are told to (`switch (command) { case 'api': … case 'worker': … }`).
 * One group where everything does.
 */
export function modesOf(context: ModelContext, units: ReadonlySet<Unit>, handlers: readonly Handler[]): readonly (readonly Handler[])[] {
  const sight = sightOf(context, handlers);
  const divided = forksOf(context, sight, units).map((fork) => groupsOf(context, { ...sight, units }, fork));
  return divided.reduce((most, groups) => (groups.length > most.length ? groups : most), [handlers]);
}

/** Where entry points are registered, and what leads there. */
interface Sight {
  readonly walked: Walked;
  readonly places: ReadonlyMap<Handler, readonly number[]>;
  readonly leads: (body: Body) => boolean;
}

function sightOf(context: ModelContext, handlers: readonly Handler[]): Sight {
  const walked = walkedOf(context);
  const places = new Map(handlers.map((handler) => [handler, placesOf(walked, handler)]));
  const leading = walked.above([...places.values()].flat());
  return { walked, places, leads: (body) => leading[walked.numberOf(body) ?? -1] === 1 };
}

function topsOf({ walker }: ModelContext, units: readonly Unit[]): readonly Body[] {
  return units.flatMap((unit) => walker.bodies.get(unit.frame) ?? []);
}

/** The bodies in which an entry point is registered. */
function placesOf(walked: Walked, { registration, registeredBy = registration === undefined ? [] : [registration.call] }: Handler): readonly number[] {
  return registeredBy.flatMap((call) => (walked.calls.get(call.expression) ?? []).filter(({ step }) => step.call === call).map(({ holder }) => holder));
}

/** Forks on the way from a file's top level that is gone at most once, of which one way registers something and another does something else. */
function forksOf({ walker, handlers }: ModelContext, { walked, leads }: Sight, units: ReadonlySet<Unit>): readonly Fork[] {
  const registering = new Set<object>(handlers.flatMap(({ registration }) => registration?.call.expression ?? []));
  const registers = (step: Step) => (step.is === 'call' && registering.has(step.call.expression)) || innerBodies(step).some(leads);
  const isOwn = (step: Step) => registers(step) || innerBodies(step).length > 0;
  const forks: Fork[] = [];
  const read = (unit: Unit, { steps }: Body): void => {
    steps.forEach((step, position) => {
      if (step.is === 'branch') {
        const ways = waysThrough(steps.slice(position));
        if (ways.some((way) => way.some(registers)) && ways.filter((way) => way.some(isOwn)).length > 1) forks.push({ unit, ways });
      }
      if (step.is === 'loop' || step.is === 'call' || step.is === 'unresolved') return;
      for (const inner of innerBodies(step)) if (leads(inner) && walked.timesEntered(inner) === 1) read(unit, inner);
    });
  };
  for (const unit of units) {
    const top = walker.bodies.get(unit.frame);
    if (top !== undefined && leads(top)) read(unit, top);
  }
  return forks;
}

const MAX_WAYS = 40;

/** The ways through some steps: at their first branch that is the last step, or that an arm leaves for good, each arm is one. */
function waysThrough(steps: readonly Step[]): readonly (readonly Step[])[] {
  const position = steps.findIndex((step, index) => step.is === 'branch' && step.keeps === undefined && (index === steps.length - 1 || step.arms.some(leaves)));
  const branch = steps[position];
  if (branch?.is !== 'branch') return [steps];
  const [before, after] = [steps.slice(0, position), steps.slice(position + 1)];
  const ways = branch.arms.flatMap((arm) => (leaves(arm) ? [arm.steps] : waysThrough([...arm.steps, ...after])));
  return ways.length > MAX_WAYS ? [steps] : ways.map((way) => [...before, ...way]);
}

function leaves({ steps }: Body): boolean {
  return steps.some(({ is }) => is === 'return' || is === 'throw');
}

/** What each way of a fork lets in; ways that let in no more than another are left out. */
function groupsOf(context: ModelContext, sight: Sight & { readonly units: ReadonlySet<Unit> }, fork: Fork): readonly (readonly Handler[])[] {
  const { units, places } = sight;
  const { unit, ways } = fork;
  const steps = new Set(ways.flat());
  const before = below(sight, topsOf(context, [unit]), steps);
  const elsewhere = below(sight, topsOf(context, [...units].filter((one) => one !== unit)), steps);
  const under = ways.map((way) => below(sight, [{ frame: unit.frame, steps: way }]));
  const files = loadedBy(context, units, fork);
  const groups = ways.map((): Handler[] => []);
  for (const [handler, at] of places) {
    const runs = (numbers: ReadonlySet<number>) => at.some((place) => numbers.has(place));
    const isLoose = at.length === 0 || runs(elsewhere) || !under.some(runs);
    const home = handler.registration?.call.frame.unit.path ?? handler.entryPoint.site.file;
    const own = groups.filter((_, index) => runs(under[index] as ReadonlySet<number>) || (isLoose && files[index]?.has(home) === true));
    for (const group of own.length === 0 || runs(before) ? groups : own) group.push(handler);
  }
  const sets = groups.map((group) => new Set(group));
  return groups.filter((_, index) => !sets.some((other, position) => position !== index && isWithin(sets[index] as Set<Handler>, other) && (other.size > (sets[index] as Set<Handler>).size || position < index)));
}

function isWithin<T>(part: ReadonlySet<T>, all: ReadonlySet<T>): boolean {
  return part.size <= all.size && [...part].every((each) => all.has(each));
}

/** The numbers of what runs below some bodies, as far as it leads to a registration; some steps are passed over. */
function below({ walked, leads }: Pick<Sight, 'walked' | 'leads'>, roots: readonly Body[], without: ReadonlySet<Step> = new Set()): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...roots];
  for (let body = open.pop(); body !== undefined; body = open.pop()) {
    for (const step of body.steps) {
      if (without.has(step)) continue;
      for (const inner of innerBodies(step)) {
        const number = walked.numberOf(inner) as number;
        if (found.has(number) || !leads(inner)) continue;
        found.add(number);
        open.push(inner);
      }
    }
    const own = walked.numberOf(body);
    if (own !== undefined) found.add(own);
  }
  return found;
}

/** The files that the functions of each way load: what their top levels register is there on that way. */
function loadedBy(context: ModelContext, units: ReadonlySet<Unit>, { unit, ways }: Fork): readonly ReadonlySet<string>[] {
  const imports = new Map([...units].map((one) => [one, importsOf(context.program, one)]));
  return ways.map((way) => {
    const entered = new Set<Unit>();
    const seen = new Set<Body>();
    const open: (readonly Step[])[] = [way];
    for (let steps = open.pop(); steps !== undefined; steps = open.pop()) {
      for (const inner of steps.flatMap(innerBodies)) {
        if (seen.has(inner)) continue;
        seen.add(inner);
        if (inner.frame === undefined || inner.frame.unit === unit) open.push(inner.steps);
        else entered.add(inner.frame.unit);
      }
    }
    return new Set([...reachable(imports, [...entered])].map(({ path }) => path));
  });
}
