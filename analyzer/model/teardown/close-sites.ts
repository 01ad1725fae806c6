import type { CallStep } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import { siteOfCall } from '../context.js';
import { loadersOf } from '../imports.js';
import type { Resource } from '../resources.js';
import type { Site } from '../site.js';
import type { CloseOfCall, CloseRules } from './close-rules.js';
import { lastName, tellingCalls } from './telling-calls.js';

const MOST_MEANT = 4;

/** Where resources are closed at all, whether or not a shutdown is seen to get there; looked up when somebody asks. */
export class CloseSites {
  readonly #context: ModelContext;
  readonly #rules: CloseRules;
  readonly #silent = new Map<string, readonly CallStep[]>();
  #told: ReadonlyMap<Resource, Site> | undefined;

  constructor(context: ModelContext, rules: CloseRules) {
    this.#context = context;
    this.#rules = rules;
  }

  of(resource: Resource): Site | undefined {
    this.#told ??= this.#readAll();
    return this.#told.get(resource) ?? this.#outOfSight(resource);
  }

  #readAll(): ReadonlyMap<Resource, Site> {
    const found = new Map<Resource, Site>();
    for (const step of tellingCalls(this.#context).closing) {
      for (const close of this.#rules.closes(step)) if (!found.has(close.resource) && this.#counts(close, step)) found.set(close.resource, siteOfCall(step.call));
    }
    return found;
  }

  // `mongoose.disconnect()` closes what its own process has opened.
  #counts({ row, resource: { unit } }: CloseOfCall, { call }: CallStep): boolean {
    if (!('all' in row)) return true;
    const loading = loadersOf(this.#context, call.frame.unit);
    return [...loadersOf(this.#context, unit)].some((loader) => loading.has(loader));
  }

  // A file that only gets the resource from others, in a function that nothing in sight runs.
  #outOfSight(resource: Resource): Site | undefined {
    for (const name of new Set((resource.row.close ?? []).map(({ call }) => lastName(call)))) {
      const step = this.#callsOf(name).find((candidate) => {
        const closed = this.#rules.closes(candidate);
        // A value of which only the type is known may be any of them.
        return closed.length <= MOST_MEANT && closed.some((close) => close.resource === resource && this.#counts(close, candidate));
      });
      if (step !== undefined) return siteOfCall(step.call);
    }
    return undefined;
  }

  #callsOf(name: string): readonly CallStep[] {
    const known = this.#silent.get(name);
    if (known !== undefined) return known;
    const { engine, units } = this.#context.program;
    const steps: CallStep[] = [];
    for (const unit of units.values()) {
      for (const { call: expression, by } of unit.index.calls.get(name) ?? []) {
        const call = engine.callInstance(expression, engine.generic(unit, by));
        for (const target of engine.targets(call)) {
          if (target.is === 'value' && target.value.is === 'library') steps.push({ is: 'call', call, callee: target.value, awaited: 'stored', within: [], later: [] });
        }
      }
    }
    this.#silent.set(name, steps);
    return steps;
  }
}
