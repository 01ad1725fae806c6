import type { Engine } from '#program/engine.js';
import type { LibraryValue } from '#program/values.js';

const SERVING = new WeakMap<object, ReadonlySet<string>>();

/** Does a call answer a request with what is registered on what it is called on: `yoga.fetch(request)`? */
export function isServing({ libraries }: Engine, { module, path }: LibraryValue): boolean {
  let known = SERVING.get(libraries);
  if (known === undefined) {
    const calls = libraries.libraries.flatMap((library) => (library.resources ?? []).flatMap(({ create, serves = [] }) => serves.map((name) => `${library.package}|${create}().${name}`)));
    SERVING.set(libraries, (known = new Set(calls)));
  }
  return known.has(`${module}|${path}`);
}
