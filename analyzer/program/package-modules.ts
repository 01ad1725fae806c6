import type { Resolution } from '#project/types.js';
import type { Engine } from './engine.js';

/** The package that a specifier leads to: by its name, or because what stands there is code that a library generated. */
export function moduleOf(engine: Engine, specifier: string, resolution: Resolution): string | undefined {
  const named = resolution.is !== 'package' ? undefined : resolution.subpath === '' ? resolution.name : `${resolution.name}/${resolution.subpath}`;
  if (named !== undefined && engine.libraries.library(named) !== undefined) return named;
  const path = resolution.is === 'file' ? resolution.path : specifier;
  const library = resolution.is === 'json' ? undefined : engine.libraries.generated(path);
  // A file of the project's own may bear such a name too.
  const isOwn = resolution.is === 'file' && engine.units.has(path) && !path.includes('generated/');
  return library === undefined || isOwn ? named : library.package;
}
