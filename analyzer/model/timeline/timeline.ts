import type { ModelContext } from '../context.js';
import type { GuardFinder } from '../guards.js';
import type { RestGuards } from '../rest-guards.js';
import type { Dependency, RequestPath, Shutdown } from '../types.js';
import { findDependencies } from './hangs.js';
import { Measure } from './measure.js';
import { BodyReader } from './read-body.js';
import { TimedPath } from './request-paths.js';
import type { Waits } from './waits.js';

const NO_REQUESTS = new Set(['middleware', 'error-handler']);

interface Parts {
  readonly guards: GuardFinder;
  readonly rest: RestGuards;
  readonly waits: Waits;
  readonly shutdowns: () => readonly Shutdown[];
}

/** The paths of all entry points in time; nothing is computed before it is asked for. */
export class Timeline {
  readonly #context: ModelContext;
  readonly #parts: Parts;
  #paths: readonly TimedPath[] | undefined;
  #dependencies: readonly Dependency[] | undefined;

  constructor(context: ModelContext, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  get paths(): readonly RequestPath[] {
    return this.#timed;
  }

  get dependencies(): readonly Dependency[] {
    return (this.#dependencies ??= findDependencies(this.#timed, this.#parts.shutdowns(), new Map(this.#context.handlers.flatMap(({ entryPoint: { id }, deliveries }) => (deliveries === undefined ? [] : [[id, deliveries]])))));
  }

  get #timed(): readonly TimedPath[] {
    if (this.#paths !== undefined) return this.#paths;
    const { guards, rest, waits } = this.#parts;
    const shared = { context: this.#context, guards, rest, reader: new BodyReader(this.#context, guards, waits), measure: new Measure() };
    return (this.#paths = this.#context.handlers.filter(({ entryPoint }) => !NO_REQUESTS.has(entryPoint.kind)).map((handler) => new TimedPath(shared, handler)));
  }
}
