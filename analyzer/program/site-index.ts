import type { Project } from '#project/types.js';
import type { CallSite, MemberAssignment } from './file-index.js';
import type { Unit } from './values.js';

/** The calls and assignments of the whole program by last name, joined when first asked for. */
export class SiteIndex {
  readonly #units: ReadonlyMap<string, Unit>;
  #calls: Map<string, { unit: Unit; site: CallSite }[]> | undefined;
  #assignments: Map<string, { unit: Unit; assignment: MemberAssignment }[]> | undefined;
  #modules: Set<string> | undefined;

  constructor(units: ReadonlyMap<string, Unit>) {
    this.#units = units;
  }

  callsNamed(name: string): readonly { readonly unit: Unit; readonly site: CallSite }[] {
    if (this.#calls === undefined) {
      this.#calls = new Map();
      for (const unit of this.#units.values()) {
        for (const [called, sites] of unit.index.calls) {
          let all = this.#calls.get(called);
          if (all === undefined) this.#calls.set(called, (all = []));
          for (const site of sites) all.push({ unit, site });
        }
      }
    }
    return this.#calls.get(name) ?? [];
  }

  assignmentsNamed(name: string): readonly { readonly unit: Unit; readonly assignment: MemberAssignment }[] {
    if (this.#assignments === undefined) {
      this.#assignments = new Map();
      for (const unit of this.#units.values()) {
        for (const [assigned, sites] of unit.index.assignments) {
          let all = this.#assignments.get(assigned);
          if (all === undefined) this.#assignments.set(assigned, (all = []));
          for (const assignment of sites) all.push({ unit, assignment });
        }
      }
    }
    return this.#assignments.get(name) ?? [];
  }

  /** Does any file import this package? */
  imports(project: Project, library: { readonly package: string; readonly modules?: readonly string[] }): boolean {
    if (this.#modules === undefined) {
      this.#modules = new Set(['global', ...[...this.#units.keys()].map((path) => `./${path}`)]);
      for (const unit of this.#units.values()) {
        for (const { specifier } of unit.facts.requests) {
          const resolution = project.resolve(specifier, unit.path);
          if (resolution.is !== 'package') continue;
          this.#modules.add(resolution.name);
          if (resolution.subpath !== '') this.#modules.add(`${resolution.name}/${resolution.subpath}`);
        }
      }
    }
    const modules = this.#modules;
    return [library.package, ...(library.modules ?? [])].some((name) =>
      name.endsWith('*') ? [...modules].some((module) => module.startsWith(name.slice(0, -1))) : modules.has(name));
  }
}
