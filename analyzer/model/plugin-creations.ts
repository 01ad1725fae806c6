import type { CallStep } from '#program/steps.js';
import { splitPath } from '#program/library-index.js';
import type { ModelContext } from './context.js';

/** A registration of a plugin that opens something, as the call of its library that it stands for: `app.register(postgres, options)`. */
export function registeredCreation(context: Pick<ModelContext, 'program'>, step: CallStep): CallStep | undefined {
  const { engine } = context.program;
  const name = step.callee.path.slice(step.callee.path.lastIndexOf('.') + 1);
  if (!pluginMethods(context.program).has(name)) return undefined;
  for (const plugin of engine.argumentsOf(step.call)[0]?.values ?? []) {
    if (plugin.is !== 'library') continue;
    const library = engine.libraries.library(plugin.module);
    const row = library?.plugins?.find((candidate) => {
      const by = engine.libraries.canonical(...splitPath(candidate.registeredBy, library.package));
      return candidate.plugin === plugin.path && by.module === step.callee.module && by.path === step.callee.path;
    });
    if (library === undefined || row === undefined) continue;
    const { module, path } = engine.libraries.canonical(library.package, row.as);
    return { ...step, callee: engine.library(module, path, undefined, undefined) };
  }
  return undefined;
}

const METHODS = new WeakMap<ModelContext['program'], ReadonlySet<string>>();

function pluginMethods(program: ModelContext['program']): ReadonlySet<string> {
  let names = METHODS.get(program);
  if (names === undefined) {
    const rows = program.engine.libraries.libraries.flatMap((library) => library.plugins ?? []);
    METHODS.set(program, (names = new Set(rows.map(({ registeredBy }) => registeredBy.slice(registeredBy.lastIndexOf('.') + 1)))));
  }
  return names;
}
