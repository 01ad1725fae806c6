import type { OperationRow, Place } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { parsePlace } from '#program/parse-place.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Frame, Value } from '#program/values.js';
import type { ModelContext } from '../context.js';

const MAX_DEPTH = 4;

/** Whom a call talks to: the host, the environment variable or the setting that names it, else the library. Empty where a request to anybody does not say whom it asks. */
export function partnerOf(context: ModelContext, row: OperationRow, step: CallStep): string {
  const { engine } = context.program;
  const isToAnybody = row.partnerAt !== undefined;
  const own = row.partnerNameAt === undefined ? [] : placeValues(engine, step.call, step.callee, row.partnerNameAt).values;
  for (const value of own) if (value.is === 'literal' && typeof value.value === 'string' && value.value !== '') return value.value;
  for (const place of row.partnerAt ?? []) {
    for (const value of placeValues(engine, step.call, step.callee, place).values) {
      const host = hostIn(value) ?? (HOST_OPTION.test(place) ? plainHost(value) : undefined);
      if (host !== undefined) return host;
    }
    const named = namedAt(context, step, place);
    if (named !== undefined) return named;
  }
  if (isToAnybody || step.callee.module === 'global') return '';
  const library = engine.libraries.library(step.callee.module);
  // A family of packages is one package for each service.
  return library?.partner ?? (library?.package.endsWith('*') === true ? step.callee.module : engine.libraries.nameOf(step.callee.module));
}

function hostIn(value: Value): string | undefined {
  if (value.is === 'environment') return `$${value.name}`;
  const text = value.is === 'literal' && typeof value.value === 'string' ? value.value : value.is === 'text' ? (value.parts[0] ?? '') : '';
  const host = /^(?:[a-z]+:)?\/\/([^/?#]+)/i.exec(text)?.[1] ?? /^(?:dns:\/*)?((?:[\w-]+\.)+[a-z]{2,}(?::\d{1,5})?|[\w-]+:\d{1,5})$/i.exec(text)?.[1];
  return host?.replace(/^.*@/, '').replace(/:$/, '');
}

// An option that is a host needs no dot in it: the name of a service beside this one.
const HOST_OPTION = /\.(?:host|hostname)$/;

function plainHost(value: Value): string | undefined {
  return value.is === 'literal' && typeof value.value === 'string' && /^[\w-]+$/.test(value.value) ? value.value : undefined;
}

/** The name of what a URL begins with: `${config.authUrl}/users` talks to `config.authUrl`. */
function namedAt(context: ModelContext, { call }: CallStep, place: Place): string | undefined {
  const parsed = parsePlace(place);
  if (parsed.scope !== 'call' || parsed.segments.length > 0) return undefined;
  const argument = call.expression.arguments[parsed.argument ?? 0];
  return argument === undefined ? undefined : nameOf(context, argument, call.frame, 0);
}

function nameOf(context: ModelContext, expression: Expression, frame: Frame, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const again = (inner: Expression | undefined) => (inner === undefined ? undefined : nameOf(context, inner, frame, depth + 1));
  switch (expression.is) {
    case 'template': return expression.texts[0] === '' ? again(expression.values[0]) : undefined;
    case 'binary': return again(expression.left);
    case 'logical': return again(expression.left) ?? again(expression.right);
    case 'cast': case 'await': return again(expression.of);
    case 'new': return again(expression.arguments[1] ?? expression.arguments[0]);
    case 'variable': return ofVariable(context, expression.binding, frame, depth);
    case 'member': return hostOf(context, expression, frame) ?? textOf(expression, frame);
    // `settings.get('auth.url')` names a setting; `join(base, path)` begins with its first argument.
    case 'call': return expression.callee.is === 'member' && expression.arguments[0]?.is === 'literal' ? String(expression.arguments[0].value) : again(expression.arguments[0]);
    default: return hostOf(context, expression, frame);
  }
}

function hostOf({ program }: ModelContext, expression: Expression, frame: Frame): string | undefined {
  return program.engine.evaluate(expression, frame).values.map(hostIn).find((host) => host !== undefined);
}

function ofVariable(context: ModelContext, index: number, frame: Frame, depth: number): string | undefined {
  const binding = frame.unit.facts.bindings[index];
  if (binding === undefined || binding.kind === 'parameter') return undefined;
  const host = hostOf(context, { is: 'variable', binding: index, at: 0 }, frame);
  if (host !== undefined) return host;
  const [only] = binding.values;
  const inner = only === undefined || (binding.owner !== frame.function && binding.owner !== 0) ? undefined : nameOf(context, only.value, frame, depth + 1);
  return inner ?? (binding.kind === 'const' && binding.owner === 0 ? binding.name : undefined);
}

// `this.baseUrl`, `config.auth.url`: a setting by its name.
function textOf(expression: Expression, frame: Frame): string | undefined {
  if (expression.is === 'this') return 'this';
  if (expression.is === 'variable') return frame.unit.facts.bindings[expression.binding]?.name;
  if (expression.is !== 'member') return undefined;
  const outer = textOf(expression.of, frame);
  // What is taken out of a result has no name of its own.
  return outer === undefined || outer === '' ? undefined : `${outer}.${expression.name}`;
}
