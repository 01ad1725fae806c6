import type { Limit } from '#catalog/schema.js';
import type { Bound, Drain, EntryPoint, KeepAlive, Shutdown } from '../types.js';
import type { CallStep } from '#program/steps.js';
import { boundOf } from '../bounds.js';
import { rowsOf } from '../context.js';
import type { ModelContext } from '../context.js';
import type { Declarations } from '../declarations.js';
import { namesOf } from '../resources.js';
import type { Site } from '../site.js';
import { gracePeriodOf } from './grace-period.js';
import { callOfDefault } from './helper-default.js';
import type { Unwinding } from './moments.js';
import type { Process } from './processes.js';

/** Collects how long each process may take to drain, beside what it must outlast and what ends it. */
export class Drains {
  readonly #context: ModelContext;
  readonly #declared: Declarations;
  readonly #drains: Drain[] = [];
  readonly #keepAlives: KeepAlive[] = [];

  constructor(context: ModelContext, declared: Declarations) {
    this.#context = context;
    this.#declared = declared;
  }

  get drains(): readonly Drain[] {
    return this.#drains;
  }

  get keepAlives(): readonly KeepAlive[] {
    return this.#keepAlives;
  }

  /** What the call that sets a deadline sets it to, and how long the platform waits at most. */
  endsOf(process: Process, deadlines: Unwinding['deadlines'], alone: boolean): Pick<Shutdown, 'deadlines' | 'grace'> {
    return {
      deadlines: deadlines.flatMap(({ site, what, step, bound: known, after }) => {
        const bound: Bound = known ?? (step === undefined ? undefined : limitOf(this.#context, step)) ?? { is: 'unknown', because: `how long ${what} is cannot be told` };
        return bound.is === 'unbounded' ? [] : [{ site, what, bound, after: namesOf(after) }];
      }),
      grace: gracePeriodOf(this.#context, process, { alone, declaredMs: this.#declared.gracePeriodMs }),
    };
  }

  /** One process with the deadlines that its shutdown has; `alone` where the program has no other. */
  add(process: Process, deadlines: Unwinding['deadlines'], alone: boolean): void {
    const entryPoints = this.#answeredIn(process);
    for (const { site, what, step, bound: known, after } of deadlines) {
      const bound = known ?? (step === undefined ? undefined : limitOf(this.#context, step));
      if (bound === undefined || bound.is === 'unbounded') continue;
      const grace = gracePeriodOf(this.#context, process, { alone, declaredMs: this.#declared.gracePeriodMs });
      this.#drains.push({ site: this.#placeOf(step, bound) ?? site, what, deadline: bound, after: namesOf(after), entryPoints, grace });
    }
    this.#addKeepAlives(process);
  }

  // A default is told where it is taken.
  #placeOf(step: CallStep | undefined, bound: Bound): Site | undefined {
    const [place] = step === undefined ? [] : (limitRow(this.#context, step)?.at ?? []);
    const helper = step === undefined || place === undefined ? undefined : callOfDefault(this.#context, step.call, place);
    return helper ?? (bound.is === 'bounded' ? bound.from.site : undefined);
  }

  #answeredIn({ units }: Process): readonly EntryPoint[] {
    const paths = new Set([...units].map(({ path }) => path));
    return this.#context.handlers.map(({ entryPoint }) => entryPoint).filter(({ answers, site }) => answers && paths.has(site.file));
  }

  #addKeepAlives({ starts }: Process): void {
    const balancers = this.#context.program.project.deployments?.().balancers ?? [];
    const [first] = balancers;
    if (first === undefined || balancers.some(({ ms }) => ms !== first.ms)) return;
    for (const { resource } of starts) {
      const limit = resource.row.limits?.find(({ keepsAlive }) => keepsAlive === true);
      if (limit === undefined || resource.call === undefined) continue;
      const value = boundOf(this.#context, limit, resource.call, resource.callee);
      this.#keepAlives.push({ site: value.is === 'unknown' ? resource.site : value.from.site, what: resource.name, value, idleMs: first.ms, idle: { site: first.place, text: first.option } });
    }
  }
}

/** What the call that sets a deadline sets it to. */
function limitOf(context: ModelContext, step: CallStep): Bound | undefined {
  const limit = limitRow(context, step);
  return limit === undefined ? undefined : boundOf(context, limit, step.call, step.callee);
}

function limitRow(context: ModelContext, step: CallStep): Limit | undefined {
  const rows = rowsOf(context, step);
  return rows?.closers.find(({ deadline }) => deadline !== undefined)?.deadline ?? rows?.wrappers.find(({ guard }) => guard === 'timeout')?.timeout ??
    rows?.operations.find(({ is }) => is === 'sleep')?.limits?.[0];
}
