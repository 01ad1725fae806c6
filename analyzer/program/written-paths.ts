import type { Place } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { joinInside, parentOf } from '#project/relative-path.js';
import type { Engine } from './engine.js';
import { parsePlace } from './parse-place.js';
import type { CallInstance, Frame } from './values.js';

/** Names that stand for names: more of them in a row are not followed. */
const MAX_DEPTH = 8;
/** Modules that put paths together, and what their functions do. */
const JOINS: ReadonlySet<string> = new Set(['node:path|join', 'node:path|resolve', 'node:path|posix.join', 'node:path|posix.resolve']);
const FOLDERS: ReadonlySet<string> = new Set(['node:path|dirname', 'node:path|posix.dirname']);
const SAME: ReadonlySet<string> = new Set(['node:url|fileURLToPath', 'node:path|normalize', 'node:url|pathToFileURL']);

interface Written {
  readonly expression: Expression;
  readonly frame: Frame;
}

/** The path that stands at a place of a call, `path.join(__dirname, 'routes')`, from the project's root; undefined where nobody can tell. */
export function writtenPathAt(engine: Engine, call: CallInstance, place: Place): string | undefined {
  const [only, ...others] = writtenAt(engine, call, place);
  return only === undefined || others.length > 0 ? undefined : pathOf(engine, only, 0);
}

function writtenAt(engine: Engine, call: CallInstance, place: Place): readonly Written[] {
  const { argument = 0, names: [name] } = parsePlace(place);
  const expression = call.expression.arguments[argument];
  if (expression === undefined) return [];
  if (name === undefined) return [{ expression, frame: call.frame }];
  return (engine.argumentsOf(call)[argument]?.values ?? []).flatMap((value): readonly Written[] => {
    if (value.is !== 'object') return [];
    const property = value.expression.properties.find((one) => one.is === 'named' && one.name === name);
    return property === undefined ? [] : [{ expression: property.value, frame: value.frame }];
  });
}

/** A path as an expression puts it together, where it begins in the folder of its file or is written out. */
function pathOf(engine: Engine, { expression, frame }: Written, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (part: Expression) => pathOf(engine, { expression: part, frame }, depth + 1);
  switch (expression.is) {
    case 'global': return expression.name === '__dirname' ? parentOf(frame.unit.path) : expression.name === '__filename' ? frame.unit.path : undefined;
    case 'meta': return ofMeta(expression.path.slice(expression.path.lastIndexOf('.') + 1), frame);
    case 'member': return expression.of.is === 'meta' ? ofMeta(expression.name, frame) : ['pathname', 'href'].includes(expression.name) ? inner(expression.of) : undefined;
    case 'variable': return ofName(engine, expression.binding, frame, depth) ?? textOf(engine, expression, frame);
    case 'call': case 'new': return ofCall(engine, { expression, frame }, inner);
    case 'template': return joined(expression.texts.map((text, position) => `${text}${expression.values[position] === undefined ? '' : (inner(expression.values[position]) ?? '\0')}`));
    case 'cast': case 'await': return inner(expression.of);
    default: return textOf(engine, expression, frame);
  }
}

function ofMeta(name: string, { unit }: Frame): string | undefined {
  if (name === 'dirname') return parentOf(unit.path);
  return name === 'url' || name === 'filename' ? unit.path : undefined;
}

function ofName(engine: Engine, binding: number, frame: Frame, depth: number): string | undefined {
  const { values, kind, owner } = frame.unit.facts.bindings[binding] ?? { values: [], kind: 'let', owner: 0 };
  const [only, ...others] = values;
  if (kind !== 'const' || only === undefined || others.length > 0) return undefined;
  return pathOf(engine, { expression: only.value, frame: owner === 0 ? frame.unit.frame : frame }, depth + 1);
}

function ofCall(engine: Engine, { expression, frame }: Written & { readonly expression: Extract<Expression, { is: 'call' | 'new' }> }, inner: (part: Expression) => string | undefined): string | undefined {
  const [callee] = engine.evaluate(expression.callee, frame).values;
  if (callee?.is !== 'library') return undefined;
  const [first, second] = expression.arguments;
  const called = `${callee.module}|${callee.path}`;
  const path = first === undefined ? undefined : inner(first);
  if (expression.is === 'new') {
    const base = callee.path !== 'URL' || second === undefined ? undefined : inner(second);
    return base === undefined || path === undefined ? undefined : joinInside(parentOf(base), path);
  }
  if (JOINS.has(called)) return joined(expression.arguments.flatMap((part, position) => [...(position === 0 ? [] : ['/']), inner(part) ?? '\0']));
  if (path === undefined) return undefined;
  return FOLDERS.has(called) ? parentOf(path) : SAME.has(called) ? path : undefined;
}

function textOf(engine: Engine, expression: Expression, frame: Frame): string | undefined {
  const [only, ...others] = engine.evaluate(expression, frame).values;
  return only?.is === 'literal' && typeof only.value === 'string' && others.length === 0 ? only.value : undefined;
}

// The folder of a file in the root has no name.
function joined(parts: readonly string[]): string | undefined {
  const path = parts.join('');
  return path.includes('\0') ? undefined : joinInside('', path.replace(/^\/+/, ''));
}
