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
    return [{ call, framework: platform.framework, serves }];
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
