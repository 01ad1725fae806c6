import type { Project } from '#project/types.js';
import type { CallSite, FileIndex, MemberAssignment } from './file-index.js';
import type { Watcher } from './questions.js';
import type { Unit } from './values.js';

type CallsOfUnit = { readonly unit: Unit; readonly site: CallSite };
type AssignmentsOfUnit = { readonly unit: Unit; readonly assignment: MemberAssignment };

/** The calls and assignments of the whole program by last name, joined when first asked for. */
export class SiteIndex {
  readonly #indexes: ReadonlyMap<Unit, FileIndex>;
  readonly #watcher: Watcher | undefined;
  /** In which files a name is called or assigned. */
  readonly #holders: { calls?: ReadonlyMap<string, readonly Unit[]>; assignments?: ReadonlyMap<string, readonly Unit[]> } = {};
  readonly #calls = new Map<string, readonly CallsOfUnit[]>();
  readonly #assignments = new Map<string, readonly AssignmentsOfUnit[]>();
  #modules: Set<string> | undefined;

  constructor(indexes: ReadonlyMap<Unit, FileIndex>, watcher: Watcher | undefined) {
    this.#indexes = indexes;
    this.#watcher = watcher;
  }

  callsNamed(name: string): readonly CallsOfUnit[] {
    let known = this.#calls.get(name);
    if (known === undefined) {
      known = this.#holdersOf(name, 'calls').flatMap((unit) => (unit.index.calls.get(name) ?? []).map((site) => ({ unit, site })));
      this.#calls.set(name, known);
    }
    return known;
  }

  assignmentsNamed(name: string): readonly AssignmentsOfUnit[] {
    let known = this.#assignments.get(name);
    if (known === undefined) {
      known = this.#holdersOf(name, 'assignments').flatMap((unit) => (unit.index.assignments.get(name) ?? []).map((assignment) => ({ unit, assignment })));
      this.#assignments.set(name, known);
    }
    return known;
  }

  #holdersOf(name: string, among: 'calls' | 'assignments'): readonly Unit[] {
    this.#watcher?.lookedFor(name, among);
    const known = this.#holders[among] ?? this.#join(among);
    this.#holders[among] = known;
    return known.get(name) ?? [];
  }

  #join(among: 'calls' | 'assignments'): ReadonlyMap<string, readonly Unit[]> {
    const joined = new Map<string, Unit[]>();
    for (const [unit, index] of this.#indexes) {
      for (const name of index[among].keys()) {
        const all = joined.get(name);
        if (all === undefined) joined.set(name, [unit]);
        else all.push(unit);
      }
    }
    return joined;
  }

  /** Does any file import this package? */
  imports(project: Project, library: { readonly package: string; readonly modules?: readonly string[] }): boolean {
    const modules = (this.#modules ??= this.#importedModules(project));
    return [library.package, ...(library.modules ?? [])].some((name) =>
      name.endsWith('*') ? [...modules].some((module) => module.startsWith(name.slice(0, -1))) : modules.has(name));
  }

  #importedModules(project: Project): Set<string> {
    const modules = new Set(['global', ...[...this.#indexes.keys()].map(({ path }) => `./${path}`)]);
    for (const unit of this.#indexes.keys()) {
      for (const { specifier } of unit.facts.requests) {
        const resolution = project.resolve(specifier, unit.path);
        if (resolution.is !== 'package') continue;
        modules.add(resolution.name);
        if (resolution.subpath !== '') modules.add(`${resolution.name}/${resolution.subpath}`);
      }
    }
    return modules;
  }
}
