import type { Type } from '#facts/types.js';
import type { Engine } from './engine.js';
import { baseOf } from './members.js';
import type { Question } from './questions.js';
import type { ClassValue, Unit, Value } from './values.js';
import { classOf } from './values.js';

/** Objects taken as implementations of one interface. */
const MAX_OBJECTS = 20;

/** Who extends and who implements what, by name first and by resolution then. */
export class HierarchyIndex {
  readonly #engine: Engine;
  #typed: Map<string, { unit: Unit; binding: number }[]> | undefined;
  #extending: Map<string, ClassValue[]> | undefined;
  #implementing: Map<string, ClassValue[]> | undefined;
  readonly #subclasses = new Map<ClassValue, readonly ClassValue[]>();
  readonly #implementations = new Map<string, readonly Value[]>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  subclassesOf(target: ClassValue): readonly ClassValue[] {
    const known = this.#subclasses.get(target);
    if (known !== undefined) return known;
    this.#subclasses.set(target, []);
    const found: ClassValue[] = [];
    for (const candidate of this.#index().extending.get(classOf(target).name) ?? []) {
      const extendsTarget = baseOf(this.#engine, candidate).values.some((base) => base.is === 'class' && base.unit === target.unit && base.index === target.index);
      if (!extendsTarget) continue;
      if (classOf(candidate).abstract !== true) found.push(candidate);
      found.push(...this.subclassesOf(candidate));
    }
    const preferred = this.#constructed(found);
    this.#subclasses.set(target, preferred);
    return preferred;
  }

  implementationsOf(unit: Unit, name: string): readonly Value[] {
    const key = `${unit.id}:${name}`;
    const known = this.#implementations.get(key);
    if (known !== undefined) return known;
    this.#implementations.set(key, []);
    const classes = (this.#index().implementing.get(name) ?? []).flatMap((value) =>
      classOf(value).abstract === true ? this.subclassesOf(value) : [value]);
    const found = classes.length > 0 ? this.#constructed([...new Set(classes)]) : this.#objectsOf(name);
    this.#implementations.set(key, found);
    return found;
  }

  // Where some are constructed or decorated in sight, the others are not what the service runs with.
  #constructed(classes: readonly ClassValue[]): readonly ClassValue[] {
    const made = classes.filter((value) => {
      const { name, decorators } = classOf(value);
      return decorators !== undefined || this.#engine.callsNamed(name).some(({ site }) => site.call.is === 'new');
    });
    return made.length > 0 ? made : classes;
  }

  #objectsOf(name: string): readonly Value[] {
    const found = (this.#declared().get(name) ?? []).flatMap(({ unit, binding }) => {
      const at = unit.facts.bindings[binding]?.at ?? 0;
      return this.#engine.evaluate({ is: 'variable', binding, at }, unit.frame).values.filter((value) => value.is === 'object' || value.is === 'merged');
    });
    return found.slice(0, MAX_OBJECTS);
  }

  /** Names of modules that are declared with a type, by the type's name. */
  #declared(): ReadonlyMap<string, readonly { readonly unit: Unit; readonly binding: number }[]> {
    if (this.#typed !== undefined) return this.#typed;
    this.#typed = new Map();
    for (const unit of this.#engine.units.values()) {
      for (const { type, binding } of unit.ask(typedNames)) {
        const name = typeName(unit, type);
        const known = this.#typed?.get(name);
        if (known === undefined) this.#typed?.set(name, [{ unit, binding }]);
        else known.push({ unit, binding });
      }
    }
    return this.#typed;
  }

  #index(): { extending: Map<string, ClassValue[]>; implementing: Map<string, ClassValue[]> } {
    if (this.#extending !== undefined && this.#implementing !== undefined) return { extending: this.#extending, implementing: this.#implementing };
    this.#extending = new Map();
    this.#implementing = new Map();
    for (const unit of this.#engine.units.values()) {
      unit.facts.classes.forEach((facts, index) => {
        const closure = this.#engine.generic(unit, facts.owner);
        const value = this.#engine.table.intern<ClassValue>(`c${unit.id}:${index}:${closure.id}`, { is: 'class', unit, index, closure });
        const base = facts.extends === undefined ? undefined : expressionName(unit, facts.extends);
        if (base !== undefined) put(this.#extending as Map<string, ClassValue[]>, base, value);
        for (const type of facts.implements) put(this.#implementing as Map<string, ClassValue[]>, typeName(unit, type), value);
      });
    }
    return { extending: this.#extending, implementing: this.#implementing };
  }
}

/** Names of the module that are declared with a type. */
const typedNames: Question<readonly { readonly type: Type; readonly binding: number }[]> = ({ facts }) =>
  facts.bindings.flatMap(({ type, kind, owner }, binding) => (type === undefined || kind === 'parameter' || owner !== 0 ? [] : [{ type, binding }]));

function put(map: Map<string, ClassValue[]>, key: string, value: ClassValue): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function expressionName(unit: Unit, expression: Unit['facts']['classes'][number]['extends']): string | undefined {
  if (expression?.is === 'variable') return importedName(unit, expression.binding);
  return expression?.is === 'member' ? expression.name : undefined;
}

/** The name a type was declared under, through a renaming import. */
function typeName(unit: Unit, type: Type): string {
  if (type.is === 'reference') return type.path[type.path.length - 1] ?? importedName(unit, type.binding);
  return type.is === 'global' ? type.name : '';
}

function importedName(unit: Unit, index: number): string {
  const binding = unit.facts.bindings[index];
  if (binding === undefined) return '';
  const imported = binding.from?.name;
  return imported === undefined || imported === 'default' || imported === '*' || imported === '=' ? binding.name : imported;
}
