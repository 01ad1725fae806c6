import type { CallExpression, Expression, Offset } from './types.js';
import type { FileState } from './state.js';

type Member = Extract<Expression, { is: 'member' }>;

/** Notes `module.exports = value`, `exports.name = value` and `module.exports.name = value`. */
export function findPropertyExport(state: FileState, target: Member, assigned: Expression, at: Offset): void {
  const value = innermostValue(assigned);
  if (isModuleExports(target)) state.exports.push({ is: 'equals', value, at });
  else if (isExports(target.of) && !isVoid(value)) state.exports.push({ is: 'property', name: target.name, value, at });
}

/** Notes the calls with which compilers export: `Object.defineProperty(exports, …)`, `__exportStar(require(…), exports)`. */
export function findCallExport(state: FileState, call: CallExpression): void {
  const name = calleeName(call.callee);
  const [first, second, third] = call.arguments;
  if (first === undefined) return;
  if (name === '__exportStar' || name === '__export') {
    if (first.is === 'require') state.exports.push({ is: 'all', specifier: first.specifier, at: call.at });
  } else if (!isExports(first) || second === undefined) return;
  else if (name === 'defineProperty') findDefinedProperty(state, second, third, call.at);
  else if (name === 'assign') findAssignedProperties(state, second);
}

function findDefinedProperty(state: FileState, key: Expression, description: Expression | undefined, at: Offset): void {
  if (key.is !== 'literal' || typeof key.value !== 'string' || description?.is !== 'object') return;
  for (const property of description.properties) {
    if (property.is !== 'named') continue;
    if (property.name === 'value' && key.value !== '__esModule') state.exports.push({ is: 'property', name: key.value, value: property.value, at });
    if (property.name !== 'get' || property.value.is !== 'function') continue;
    const first = state.functions[property.value.index]?.body[0];
    if (first?.is === 'return' && first.value !== undefined) state.exports.push({ is: 'property', name: key.value, value: first.value, at });
  }
}

function findAssignedProperties(state: FileState, source: Expression): void {
  if (source.is !== 'object') return;
  for (const property of source.properties) {
    if (property.is === 'named') state.exports.push({ is: 'property', name: property.name, value: property.value, at: property.at });
  }
}

function calleeName(callee: Expression): string {
  // Compiled code writes `(0, tslib_1.__exportStar)(…)`.
  const inner = callee.is === 'sequence' ? callee.all[callee.all.length - 1] : callee;
  return inner?.is === 'global' || inner?.is === 'member' ? inner.name : '';
}

function innermostValue(assigned: Expression): Expression {
  let value = assigned;
  while (value.is === 'assign' && value.operator === '=') value = value.value;
  return value;
}

function isVoid(value: Expression): boolean {
  return value.is === 'undefined' || (value.is === 'unary' && value.operator === 'void');
}

/** Is this `exports` or `module.exports`? */
export function isExports(value: Expression): boolean {
  return (value.is === 'global' && value.name === 'exports') || isModuleExports(value);
}

function isModuleExports(value: Expression): boolean {
  return value.is === 'member' && value.name === 'exports' && value.of.is === 'global' && value.of.name === 'module';
}
