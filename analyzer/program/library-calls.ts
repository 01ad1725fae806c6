import type { Engine } from './engine.js';
import type { CallInstance, LibraryValue } from './values.js';

/** A call with what it calls. */
export interface LibraryCall {
  readonly call: CallInstance;
  readonly callee: LibraryValue;
}

/** All calls of a path of a library, wherever they stand. */
export function libraryCalls(engine: Engine, module: string, path: string): readonly LibraryCall[] {
  return engine.callsNamed(path.slice(path.lastIndexOf('.') + 1)).flatMap(({ unit, site }): LibraryCall[] => {
    const call = engine.callInstance(site.call, engine.generic(unit, site.by));
    return engine.targets(call).flatMap((target) => (target.is === 'value' && target.value.is === 'library' && target.value.module === module && target.value.path === path ? [{ call, callee: target.value }] : []));
  });
}
