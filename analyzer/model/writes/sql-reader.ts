import type { OperationRow } from '#catalog/schema.js';
import type { Expression } from '#facts/types.js';
import { textParts } from '#program/evaluate.js';
import { parsePlace } from '#program/parse-place.js';
import type { CallStep } from '#program/steps.js';
import type { Frame } from '#program/values.js';
import { functionOf } from '#program/values.js';
import type { ModelContext } from '../context.js';
import { startAsked } from './never-taken.js';
import type { PlaceSources } from './place-sources.js';
import { sqlStatements } from './sql-effect.js';
import type { SqlStatement, SqlValue } from './sql-effect.js';
import type { Source, Spot, Trail } from './source.js';
import type { Sources } from './sources.js';
import { testsAround } from '#program/tests-around.js';

/** The statements of a call with the sources of what is put into them. */
export interface ReadSql {
  readonly statements: readonly SqlStatement[];
  valueOf(value: SqlValue): readonly Source[];
}

interface Text {
  readonly parts: readonly (string | null)[];
  readonly holes: readonly (readonly Source[])[];
}

/** Reads statements from the text of a call: a literal, a template, a tagged template, an object with a text. */
export class SqlReader {
  readonly #context: ModelContext;
  readonly #sources: Sources;
  readonly #places: PlaceSources;

  constructor(context: ModelContext, sources: Sources, places: PlaceSources) {
    this.#context = context;
    this.#sources = sources;
    this.#places = places;
  }

  /** Undefined where nobody can tell what the text is. */
  read(row: OperationRow, step: CallStep): ReadSql | undefined {
    const place = row.textAt ?? '0';
    const texts = this.#places.at(step.call, step.callee, place).flatMap((source) => {
      const text = this.#textOf(source, 0);
      return text === undefined ? [] : [{ text, trail: 'spot' in source ? source.spot.trail : undefined }];
    });
    const text = texts[0]?.text;
    if (text === undefined || text.parts.every((part) => part === null)) return undefined;
    const here = texts.filter(({ text: { parts }, trail }) => parts[0] === null || this.#mayArrive(parts[0] ?? '', trail, step));
    const statements = here.flatMap(({ text: { parts } }) => sqlStatements(parts));
    if (statements.length === 0 && here.length > 0) return undefined;
    return { statements, valueOf: (value) => this.#valueOf(value, text, step, place) };
  }

  // A function that many call with many texts may pass on those that start with certain words only.
  #mayArrive(text: string, trail: Trail | undefined, { call: { frame } }: CallStep): boolean {
    const callers = this.#sources.callers.of(frame);
    if (callers.length === 0) return true;
    const onItsWay = callers.filter((caller) => isOn(trail, caller.frame));
    return (onItsWay.length > 0 ? onItsWay : callers).some(({ expression, frame: around }) => testsAround(functionOf(around).body, expression).every((test) => {
      const asked = startAsked(this.#context.program.engine, test, around);
      const isPassed = asked !== undefined && expression.arguments.some((argument) => argument.is === 'variable' && argument.binding === asked.binding);
      return !isPassed || asked.allows(text);
    }));
  }

  #textOf(source: Source, depth: number): Text | undefined {
    if (depth > 4) return undefined;
    if (source.is === 'expression') return this.#written(source.expression, source.spot, depth);
    if (source.is !== 'value') return undefined;
    for (const value of source.set.values) {
      if (value.is === 'literal' || value.is === 'text') return { parts: textParts({ id: -1, values: [value] }), holes: [] };
      if (value.is === 'object') return this.#textOf({ is: 'expression', expression: value.expression, spot: { ...source.spot, frame: value.frame } }, depth + 1);
      if (value.is === 'library' && value.call !== undefined) return this.#written(value.call.expression, { ...source.spot, frame: value.call.frame }, depth + 1);
    }
    return undefined;
  }

  #written(expression: Expression, spot: Spot, depth: number): Text | undefined {
    if (expression.is === 'literal') return { parts: [String(expression.value)], holes: [] };
    if (expression.is === 'template') return this.#template(expression, spot);
    if (expression.is === 'call' || expression.is === 'new') {
      const first = expression.arguments[0];
      return first === undefined ? undefined : this.#textOfFirst(this.#sources.of(first, spot), depth);
    }
    if (expression.is === 'object') {
      for (const name of ['text', 'sql', 'query', 'statement', 'document']) {
        const found = this.#textOfFirst(this.#sources.member({ is: 'expression', expression, spot }, name), depth);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    const known = textParts(this.#context.program.engine.evaluate(expression, spot.frame));
    return expression.is === 'binary' ? this.#concatenated(expression, spot, depth) : { parts: known, holes: [] };
  }

  #concatenated(expression: Extract<Expression, { is: 'binary' }>, spot: Spot, depth: number): Text | undefined {
    if (expression.operator !== '+') return undefined;
    const [left, right] = [expression.left, expression.right].map((part) => this.#textOfFirst(this.#sources.of(part, spot), depth) ?? { parts: [null], holes: [[]] });
    return left === undefined || right === undefined ? undefined : { parts: [...left.parts, ...right.parts], holes: [...left.holes, ...right.holes] };
  }

  #textOfFirst(sources: readonly Source[], depth: number): Text | undefined {
    for (const source of sources) {
      const text = this.#textOf(source, depth + 1);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #template(expression: Extract<Expression, { is: 'template' }>, spot: Spot): Text {
    const parts: (string | null)[] = [];
    const holes: (readonly Source[])[] = [];
    expression.texts.forEach((text, position) => {
      parts.push(text);
      const value = expression.values[position];
      if (value === undefined) return;
      const known = textParts(this.#context.program.engine.evaluate(value, spot.frame));
      if (known.length === 1 && known[0] !== null) parts.push(known[0] ?? '');
      else {
        parts.push(null);
        holes.push(this.#sources.of(value, spot));
      }
    });
    return { parts, holes };
  }

  #valueOf(value: SqlValue, text: Text, step: CallStep, place: string): readonly Source[] {
    if (value.is === 'written') return [];
    if (value.is === 'hole') return (text.holes[value.index] ?? []).flatMap((source) => this.#rowBehind(source, 0) ?? [source]);
    const parameters = this.#parameters(step, (parsePlace(place).argument ?? 0) + 1);
    if (value.is === 'named') return parameters.flatMap((source) => this.#member(source, value.name));
    const listed = parameters.flatMap((source) => (isList(source) ? this.#sources.member(source, String(value.index)) : []));
    return listed.length > 0 ? listed : (parameters[value.index] === undefined ? [] : [parameters[value.index] as Source]);
  }

  // `Object.keys(row).join(', ')` stands for the members of the row.
  #rowBehind(source: Source, depth: number): readonly Source[] | undefined {
    if (depth > 4 || source.is !== 'expression' || source.expression.is !== 'call' || source.expression.callee.is !== 'member') return undefined;
    const { callee, arguments: given } = source.expression;
    const [first] = given;
    if (callee.of.is === 'global' && callee.of.name === 'Object' && /^(?:keys|values|entries)$/.test(callee.name)) return first === undefined ? undefined : this.#sources.of(first, source.spot);
    return this.#sources.of(callee.of, source.spot).map((of) => this.#rowBehind(of, depth + 1)).find((row) => row !== undefined);
  }

  #parameters(step: CallStep, from: number): readonly Source[] {
    const spot = this.#sources.spot(step.call.frame);
    const given = step.call.expression.arguments.slice(from).filter((argument) => argument.is !== 'function');
    const start = given.length > 0 ? given : step.call.expression.arguments.slice(from - 1, from);
    return start.flatMap((argument) => this.#sources.of(argument, spot)).flatMap((source) => {
      const inner = ['replacements', 'bind', 'values', 'args', 'params', 'parameters'].flatMap((name) => this.#member(source, name));
      return inner.length > 0 ? inner : [source];
    });
  }

  #member(source: Source, name: string): readonly Source[] {
    return this.#places.members(source)?.find((member) => member.name === name)?.sources ?? [];
  }
}

function isList(source: Source): boolean {
  if (source.is === 'value') return source.set.values.some((value) => value.is === 'list');
  return source.is === 'request' || (source.is === 'expression' && source.expression.is === 'array');
}

function isOn(trail: Trail | undefined, frame: Frame): boolean {
  for (let link = trail; link !== undefined; link = link.outer) if (link.frame === frame) return true;
  return false;
}
