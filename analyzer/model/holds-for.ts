import semver from 'semver';
import type { Library } from '#catalog/schema.js';
import type { Unit } from '#program/values.js';
import type { ModelContext } from './context.js';

/** Does a row for some versions hold for the version that a file sees? Where the version is not known, it does. */
export function holdsFor(context: ModelContext, versions: string | undefined, library: Library, unit: Unit): boolean {
  if (versions === undefined) return true;
  const declared = library.package === 'global' || library.package.startsWith('node:') ? undefined : context.program.project.versionOf(library.package, unit.path);
  if (declared === undefined || semver.validRange(declared) === null) return true;
  const lowest = semver.minVersion(declared);
  return lowest !== null && semver.satisfies(lowest, versions, { includePrerelease: true });
}
