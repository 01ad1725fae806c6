import type { InjectionRow } from '#catalog/schema.js';
import { placeSpots, placeValues } from '#program/places.js';
import type { ClassValue, Value, ValueSet } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';
import { appliedDecorators, classAt, classKey } from './decorators.js';
import type { Applied } from './decorators.js';
import { isLetGoUnopened } from './let-go-unopened.js';
import { flat, listedClasses, madeClasses } from './listed-classes.js';
import { joinRoute } from './names.js';
import { textsOf } from './texts.js';
import type { Scope } from './scopes.js';

type ListRow = NonNullable<InjectionRow['lists']>[number];

/** A class decorated as a module. */
interface ModuleClass {
  readonly value: ClassValue;
  readonly row: ListRow;
  readonly applied: Applied;
}

/** Which classes belong to which application, and under which prefix their module stands. */
export class ModuleGraph {
  readonly #builder: EntryPointBuilder;
  readonly #modules: ReadonlyMap<string, ModuleClass>;
  readonly #prefixes = new Map<string, string>();
  readonly #members = new Map<Scope, ReadonlyMap<string, string>>();
  /** Classes that some list names; undefined when there are no such lists or one of them cannot be read. */
  readonly listed: ReadonlySet<string> | undefined;
  /** Classes that a container makes, for some list names them; undefined likewise. */
  readonly made: ReadonlySet<string> | undefined;

  constructor(builder: EntryPointBuilder) {
    this.#builder = builder;
    this.#modules = findModules(builder);
    this.listed = listedClasses(builder);
    this.made = madeClasses(builder);
    for (const module of this.#modules.values()) for (const imported of this.#imports(module)) this.#readPrefixes(imported);
  }

  /** The applications that serve a class, each with the prefix of the class's module there. */
  applicationsOf(target: ClassValue): readonly { readonly scope: Scope; readonly prefix: string }[] {
    const found: { scope: Scope; prefix: string }[] = [];
    for (const scope of this.#builder.registrations.scopes.all) {
      const prefix = this.#membersOf(scope).get(classKey(target));
      if (prefix !== undefined) found.push({ scope, prefix });
    }
    const open = new Set(this.#served(found.map(({ scope }) => scope)));
    return found.filter(({ scope }) => open.has(scope));
  }

  /** Scopes that are made from a module class; one that is closed unopened counts where nothing else is made of its module. */
  roots(): readonly Scope[] {
    return this.#served([...this.#builder.registrations.scopes.all].filter((scope) => this.#rootModule(scope) !== undefined));
  }

  #served(scopes: readonly Scope[]): readonly Scope[] {
    if (scopes.length < 2) return scopes;
    return scopes.filter((scope) => {
      const isAlone = scopes.every((other) => other === scope || this.#rootModule(other) !== this.#rootModule(scope));
      return isAlone || !isLetGoUnopened(this.#builder.engine, scope);
    });
  }

  #rootModule(scope: Scope): ModuleClass | undefined {
    if (!scope.root || scope.value.call === undefined) return undefined;
    for (const value of this.#builder.engine.argumentsOf(scope.value.call)[0]?.values ?? []) {
      const holder = value.is === 'class' ? value : this.#classIn(value);
      const module = holder === undefined ? undefined : this.#modules.get(classKey(holder));
      if (module !== undefined) return module;
    }
    return undefined;
  }

  #membersOf(scope: Scope): ReadonlyMap<string, string> {
    const known = this.#members.get(scope);
    if (known !== undefined) return known;
    const members = new Map<string, string>();
    const root = this.#rootModule(scope);
    if (root !== undefined) this.#collect(root, members, new Set());
    this.#members.set(scope, members);
    return members;
  }

  #collect(module: ModuleClass, members: Map<string, string>, seen: Set<string>): void {
    const key = classKey(module.value);
    if (seen.has(key)) return;
    seen.add(key);
    const prefix = this.#prefixes.get(key) ?? '';
    const add = (set: ValueSet) => {
      for (const value of flat(set)) if (value.is === 'class') members.set(classKey(value), prefix);
    };
    for (const place of [module.row.providersAt, classesPlace(module.row)]) if (place !== undefined) add(this.#at(module, place));
    for (const imported of this.#imports(module)) {
      if (imported.is === 'class') this.#follow(imported, members, seen);
      if (imported.is !== 'object' && imported.is !== 'merged') continue;
      const holder = this.#classIn(imported);
      if (holder !== undefined) this.#follow(holder, members, seen);
      if (module.row.classesAt !== undefined) add(this.#builder.engine.memberOf(imported, module.row.classesAt));
    }
  }

  #follow(value: ClassValue, members: Map<string, string>, seen: Set<string>): void {
    const module = this.#modules.get(classKey(value));
    if (module !== undefined) this.#collect(module, members, seen);
  }

  #at({ applied }: ModuleClass, place: string): ValueSet {
    return placeValues(this.#builder.engine, applied.call, applied.from, place);
  }

  /** What a module imports: classes, objects made of them, registrations of libraries. Functions stand for what they give (`forwardRef`). */
  #imports(module: ModuleClass): readonly Value[] {
    const { engine } = this.#builder;
    const listed = module.row.modulesAt === undefined ? [] : flat(this.#at(module, module.row.modulesAt));
    return listed.flatMap((value): readonly Value[] => {
      if (value.is !== 'library' || value.call === undefined) return [value];
      const given = engine.argumentsOf(value.call)[0]?.values ?? [];
      return [value, ...given.flatMap((inner) => (inner.is === 'function' ? engine.invoke(inner, undefined, [], undefined).values : []))];
    });
  }

  #classIn(value: Value): ClassValue | undefined {
    const names = [...new Set([...this.#modules.values()].flatMap(({ row }) => (row.moduleAt === undefined ? [] : [row.moduleAt])))];
    if (value.is !== 'object' && value.is !== 'merged') return undefined;
    return names.flatMap((name) => this.#builder.engine.memberOf(value, name).values).find((inner): inner is ClassValue => inner.is === 'class');
  }

  // `RouterModule.register([{ path, module, children }])` among the imports.
  #readPrefixes(imported: Value): void {
    if (imported.is !== 'library' || imported.call === undefined || imported.from === undefined) return;
    const { call, from } = imported;
    const { engine } = this.#builder;
    for (const { mount } of engine.libraries.rows(from.module, from.path)?.entryPoints ?? []) {
      if (mount?.prefixAt === undefined || !mount.childAt.includes('[]')) continue;
      const [list, child] = mount.childAt.split('[].') as [string, string];
      const elements = placeSpots(engine, { call, callee: from }, list).flatMap(({ set }) => flat(set));
      this.#readTree(elements, '', { path: mount.prefixAt.split('[].')[1] ?? '', child, children: mount.childrenAt });
    }
  }

  #readTree(elements: readonly Value[], prefix: string, names: { path: string; child: string; children: string | undefined }, depth = 0): void {
    const { engine } = this.#builder;
    for (const element of elements) {
      if (element.is === 'class') this.#prefixes.set(classKey(element), prefix);
      if ((element.is !== 'object' && element.is !== 'merged') || depth > 6) continue;
      const own = joinRoute(prefix, textsOf(engine.memberOf(element, names.path))[0] ?? '');
      for (const value of engine.memberOf(element, names.child).values) if (value.is === 'class') this.#prefixes.set(classKey(value), own);
      if (names.children !== undefined) this.#readTree(flat(engine.memberOf(element, names.children)), own, names, depth + 1);
    }
  }
}

function classesPlace(row: ListRow): string | undefined {
  return row.classesAt === undefined ? undefined : `0.${row.classesAt}`;
}

function findModules(builder: EntryPointBuilder): ReadonlyMap<string, ModuleClass> {
  const rows = builder.engine.libraries.injections.flatMap(({ library, row }) => (row.lists ?? []).map((list) => ({ library, list })));
  const found = new Map<string, ModuleClass>();
  for (const unit of builder.program.units.values()) {
    unit.facts.classes.forEach((facts, index) => {
      if (facts.decorators === undefined) return;
      const value = classAt(builder, unit, index);
      if (value === undefined) return;
      for (const applied of appliedDecorators(builder, facts.decorators, value.closure)) {
        const known = rows.find(({ library, list }) => library.package === applied.from.module && list.decorator === applied.from.path);
        if (known !== undefined) found.set(classKey(value), { value, row: known.list, applied });
      }
    });
  }
  return found;
}
