import type { Body, CallStep } from '#program/steps.js';
import type { ModelContext } from '../context.js';
import type { Resource } from '../resources.js';
import type { CloseHooks, CloseRules } from './close-rules.js';
import { bodiesOf, cleanupsOf } from './threads.js';
import type { CloserCall } from './threads.js';

/** What closing each server runs: hooks registered on it, and hook methods of the classes that a framework makes. */
export function hooksOf(context: ModelContext, rules: CloseRules, closers: readonly CloserCall[], calls: readonly CallStep[]): ReadonlyMap<Resource, CloseHooks> {
  const found = new Map<Resource, { before: Body[]; after: Body[]; concurrent: boolean }>();
  const at = (resource: Resource) => {
    const known = found.get(resource) ?? { before: [], after: [], concurrent: false };
    found.set(resource, known);
    return known;
  };
  for (const { step, rows } of closers) {
    for (const row of rows) {
      if (row.hooks !== undefined || row.cleanups === undefined || row.signals === true) continue;
      for (const resource of rules.serverOf(row, step)) {
        const list = row.server === 'last' ? at(resource).before : at(resource).after;
        if (row.order === 'reverse') list.unshift(...cleanupsOf(context, row, step));
        else list.push(...cleanupsOf(context, row, step));
      }
    }
  }
  addClassHooks(context, rules, closers, at);
  for (const step of calls) addListener(context, rules, step, at);
  return found;
}

/** `server.on('close', f)`: runs when the server is closed. */
function addListener(context: ModelContext, rules: CloseRules, step: CallStep, at: HooksAt): void {
  const { callee, call } = step;
  const method = callee.path.slice(callee.path.lastIndexOf('.') + 1);
  if (callee.from === undefined || (method !== 'on' && method !== 'once' && method !== 'addListener')) return;
  const [event, listener] = context.program.engine.argumentsOf(call);
  if (listener === undefined || event?.values.some((value) => value.is === 'literal' && value.value === 'close') !== true) return;
  for (const resource of rules.resourcesOf(callee.from)) if (resource.is === 'server') at(resource).after.push(...bodiesOf(context, listener, call));
}

type HooksAt = (resource: Resource) => { before: Body[]; after: Body[] };

function addClassHooks(context: ModelContext, rules: CloseRules, closers: readonly CloserCall[], at: HooksAt): void {
  const done = new Set<Resource>();
  for (const { step, rows } of closers) {
    for (const row of rows) {
      if (row.hooks === undefined) continue;
      for (const resource of rules.serverOf(row, step)) {
        if (done.has(resource)) continue;
        done.add(resource);
        const drain = row.drainsBefore === undefined ? 0 : row.hooks.indexOf(row.drainsBefore);
        row.hooks.forEach((name, phase) => (phase < drain ? at(resource).before : at(resource).after).push(...methodBodies(context, name)));
      }
    }
  }
}

function methodBodies(context: ModelContext, name: string): readonly Body[] {
  const { engine } = context.program;
  const bodies: Body[] = [];
  for (const unit of context.program.units.values()) {
    unit.facts.classes.forEach((declared, index) => {
      if (declared.abstract === true || !declared.members.some((member) => member.name === name && member.kind === 'method' && member.static !== true)) return;
      for (const self of engine.selfOf(unit, index, false, undefined).values) {
        for (const method of engine.memberOf(self, name).values) {
          if (method.is === 'function') bodies.push(context.walker.body(engine.enter(method, [], self)).body);
        }
      }
    });
  }
  return bodies;
}
