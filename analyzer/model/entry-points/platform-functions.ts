import { neverInProduction } from '#program/dead-arms.js';
import { placeValues } from '#program/places.js';
import type { CallInstance, Value } from '#program/values.js';
import { siteOfCall } from '../context.js';
import { siteKey } from '../site.js';
import type { EntryPointBuilder } from './builder.js';

/** An application made into one function of a platform, which ends it: `serverless(app)`. */
export interface PlatformFunction {
  readonly call: CallInstance;
  /** The framework whose platform runs it. */
  readonly framework: string;
  /** Keys of the sites where what it serves is made. */
  readonly serves: ReadonlySet<string>;
  /** The same application listens by itself too: as a server, no platform ends its requests. */
  readonly listens: boolean;
}

/** The applications that the program makes into functions of a platform. */
export function platformFunctions({ engine, registrations }: EntryPointBuilder): readonly PlatformFunction[] {
  return registrations.found.flatMap(({ row: { platform }, call, callee }): readonly PlatformFunction[] => {
    if (platform === undefined) return [];
    const serves = new Set(platform.servesAt.flatMap((place) => placeValues(engine, call, callee, place).values).flatMap(sitesMade));
    // What an application is made on is served with it: `NestFactory.create(AppModule, new ExpressAdapter(server))`.
    for (const { value } of registrations.scopes.all) {
      const given = value.call === undefined ? [] : engine.argumentsOf(value.call).flatMap(({ values }) => values);
      const within = given.flatMap((one) => [one, ...(one.is === 'library' && one.call !== undefined ? engine.argumentsOf(one.call).flatMap(({ values }) => values) : [])]);
      if (value.call !== undefined && within.flatMap(sitesMade).some((site) => serves.has(site))) serves.add(siteKey(siteOfCall(value.call)));
    }
    return [{ call, framework: platform.framework, serves, listens: listensItself(engine, serves) }];
  });
}

// `app.listen(3000)`, `createServer(app).listen(3000)`.
function listensItself(engine: EntryPointBuilder['engine'], serves: ReadonlySet<string>): boolean {
  const opening = new Set(engine.libraries.libraries.flatMap(({ resources = [] }) => resources.flatMap(({ opens = [] }) => opens)));
  return [...opening].flatMap((name) => engine.callsNamed(name)).some(({ unit, site }) => {
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    if (neverInProduction(engine, site.call, call.frame)) return false;
    return engine.targets(call).some((target) => {
      const made = target.is === 'value' && target.value.is === 'library' ? [...creationsOf(target.value)] : [];
      return made.some((one) => serves.has(siteKey(siteOfCall(one))) || engine.argumentsOf(one).flatMap(({ values }) => values).flatMap(sitesMade).some((key) => serves.has(key)));
    });
  });
}

// Where a value and what it was taken from are made.
function sitesMade(value: Value): readonly string[] {
  return value.is === 'library' ? [...creationsOf(value)].map((call) => siteKey(siteOfCall(call))) : [];
}

/** The calls that made a library's value and what it was taken from. */
export function* creationsOf(value: Extract<Value, { is: 'library' }>): Generator<CallInstance> {
  for (let current: typeof value | undefined = value; current !== undefined; current = current.from) if (current.call !== undefined) yield current.call;
}
