import type { Library } from '#catalog/schema.js';
import { isBuiltIn } from './check-typings.js';
import { packageOf } from './packages.js';

/** What package.json pins, by name, from what the rows are checked on. Throws where two rows name one package at two versions. */
export function pinsOf(libraries: readonly Library[]): Readonly<Record<string, string>> {
  const pins = new Map<string, string>();
  for (const { package: owner, checkedOn = [] } of libraries) {
    const own = new Set<string>();
    for (const spec of checkedOn) {
      const { name, version } = partsOf(spec, own);
      if ((pins.get(name) ?? version) !== version) throw new Error(`${owner}: checkedOn has ${spec}, another row has ${pins.get(name) ?? ''}`);
      pins.set(name, version);
    }
  }
  return Object.fromEntries([...pins].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** Libraries that are installed for the check and do not say at which version. */
export function unpinnedOf(libraries: readonly Library[]): readonly string[] {
  const pins = pinsOf(libraries);
  return libraries.filter((library) => !isBuiltIn(library.package) && library.checkedOn === undefined && pins[packageOf(library.package)] === undefined).map((library) => library.package);
}

// A second version of a name is an older major and stands beside the newest one: `mongodb-at-6`.
function partsOf(spec: string, own: Set<string>): { readonly name: string; readonly version: string } {
  const at = spec.indexOf('@', 1);
  const [name, version] = [spec.slice(0, at), spec.slice(at + 1)];
  if (at < 0 || !/^(?:npm:.*@)?\d/.test(version)) throw new Error(`"${spec}" names no version: name@1.2.3`);
  if (!own.has(name)) {
    own.add(name);
    return { name, version };
  }
  return { name: `${name}-at-${version.split('.')[0] ?? ''}`, version: `npm:${spec}` };
}
