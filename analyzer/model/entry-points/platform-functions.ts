import { creationsOf } from '#program/creations.js';
import { neverInProduction } from '#program/dead-arms.js';
import type { Engine } from '#program/engine.js';
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
    const serves = new Set(platform.servesAt.flatMap((place) => placeValues(engine, call, callee, place).values).flatMap((value) => sitesMade(engine, value)));
    // What an application is made on is served with it: `NestFactory.create(AppModule, new ExpressAdapter(server))`.
    for (const { value } of registrations.scopes.all) {
      const given = givenTo(engine, value.call);
      const within = given.flatMap((one) => [one, ...givenTo(engine, one.is === 'library' ? one.call : undefined)]);
      if (value.call !== undefined && within.flatMap((one) => sitesMade(engine, one)).some((site) => serves.has(site))) serves.add(siteKey(siteOfCall(value.call)));
    }
    return [{ call, framework: platform.framework, serves, listens: listensItself(engine, serves) }];
  });
}

function givenTo(engine: Engine, call: CallInstance | undefined): readonly Value[] {
  return call === undefined ? [] : engine.argumentsOf(call).flatMap(({ values }) => values);
}

// `app.listen(3000)`, `createServer(app).listen(3000)`.
function listensItself(engine: Engine, serves: ReadonlySet<string>): boolean {
  const opening = new Set(engine.libraries.libraries.flatMap(({ resources = [] }) => resources.flatMap(({ opens = [] }) => opens)));
  return [...opening].flatMap((name) => engine.callsNamed(name)).some(({ unit, site }) => {
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    if (neverInProduction(engine, site.call, call.frame)) return false;
    const opened = engine.targets(call).flatMap((target) => (target.is === 'value' && target.value.is === 'library' ? [target.value] : []));
    const within = opened.flatMap((value) => [value, ...creationsOf(engine, value).flatMap((link) => givenTo(engine, link.call))]);
    return within.flatMap((one) => sitesMade(engine, one)).some((key) => serves.has(key));
  });
}

// Where a value and what it was taken from are made.
function sitesMade(engine: Engine, value: Value): readonly string[] {
  return value.is === 'library' ? creationsOf(engine, value).flatMap(({ call }) => (call === undefined ? [] : [siteKey(siteOfCall(call))])) : [];
}
