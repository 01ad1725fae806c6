import type { Expression } from '#facts/types.js';
import type { CallSite } from '#program/file-index.js';
import type { Question } from '#program/questions.js';
import type { CallStep } from '#program/steps.js';
import type { LibraryValue, Unit } from '#program/values.js';
import type { ModelContext } from './context.js';
import { deadInProduction } from './dead-in-production.js';
import { walkedOf } from './walked.js';

/** Every call to a library in the program, each expression and callee once: those that were walked, then those nothing in sight runs. */
export function everyCall(context: ModelContext): readonly CallStep[] {
  let calls = CALLS.get(context);
  if (calls === undefined) CALLS.set(context, (calls = readAll(context)));
  return calls;
}

const CALLS = new WeakMap<ModelContext, readonly CallStep[]>();

function readAll(context: ModelContext): readonly CallStep[] {
  const { engine } = context.program;
  const found = new Map<object, Map<LibraryValue, CallStep>>();
  const add = (step: CallStep) => {
    const known = found.get(step.call.expression);
    if (known === undefined) found.set(step.call.expression, new Map([[step.callee, step]]));
    else if (!known.has(step.callee)) known.set(step.callee, step);
  };
  for (const calls of walkedOf(context).calls.values()) for (const { step } of calls) add(step);
  const globals = globalNames(context);
  const telling = tellingNames(context);
  const ofGlobals = callsThat(({ name }) => globals.has(name));
  // A name of a library's own, or something imported from somewhere.
  const ofAnything = callsThat(({ name, callee }) => globals.has(name) || telling.has(name) || callee.is === 'variable' || callee.is === 'call');
  const dead = deadInProduction(engine);
  for (const unit of context.program.units.values()) {
    for (const { call: expression, by } of unit.ask(importsKnown(context, unit) ? ofAnything : ofGlobals)) {
      if (found.has(expression)) continue;
      const call = engine.callInstance(expression, engine.generic(unit, by));
      if (dead.has(call)) continue;
      for (const target of engine.targets(call)) {
        if (target.is === 'value' && target.value.is === 'library') add({ is: 'call', call, callee: target.value, awaited: 'stored', within: [], later: [] });
      }
    }
  }
  return [...found.values()].flatMap((steps) => [...steps.values()]);
}

function callsThat(isWanted: (called: { readonly name: string; readonly callee: Expression }) => boolean): Question<readonly CallSite[]> {
  return ({ index }) => [...index.calls].flatMap(([name, sites]) => sites.filter(({ call: { callee } }) => isWanted({ name, callee })));
}

/** Last names of the calls that create, open, close, limit a body or load, arrange a shutdown or show how the service is. */
function tellingNames(context: ModelContext): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (path: string) => names.add(path.slice(path.lastIndexOf('.') + 1));
  for (const library of context.program.engine.libraries.libraries) {
    for (const row of library.resources ?? []) {
      add(row.create);
      for (const name of [...(row.opens ?? []), ...(row.freedBy ?? []), ...(row.close ?? []).map(({ call }) => call)]) add(name);
    }
    for (const row of [...(library.closers ?? []), ...(library.signals ?? []), ...(library.bodies ?? []), ...(library.provisions ?? [])]) add(row.call);
    for (const row of library.plugins ?? []) add(row.registeredBy);
  }
  return names;
}

// Code that nothing in sight runs is read only where it can reach a library that opens or closes something.
function importsKnown(context: ModelContext, unit: Unit): boolean {
  const { libraries } = context.program.engine;
  return unit.facts.requests.some(({ specifier, typeOnly }) => {
    if (typeOnly === true) return false;
    const resolution = context.program.project.resolve(specifier, unit.path);
    const library = resolution.is === 'package' ? libraries.library(resolution.name) : undefined;
    return library !== undefined && (library.resources ?? library.bodies ?? library.closers ?? library.signals ?? library.plugins ?? library.provisions) !== undefined;
  });
}

/** Last names of what opens, closes and listens for signals without an import. */
function globalNames(context: ModelContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of ['global', 'node:process']) {
    const library = context.program.engine.libraries.library(module);
    const paths = [...(library?.resources ?? []).map(({ create }) => create), ...(library?.signals ?? []).map(({ call }) => call)];
    for (const path of paths) names.add(path.slice(path.lastIndexOf('.') + 1));
    for (const row of library?.resources ?? []) for (const name of row.freedBy ?? []) names.add(name);
  }
  return names;
}
