import type { EntryPointRow } from '#catalog/schema.js';
import type { Evaluator } from '#program/evaluator.js';
import { ANSWER } from '#program/plain-values.js';
import { splitPath } from '#program/library-index.js';
import type { Program } from '#program/link-program.js';
import { parsePlace } from '#program/parse-place.js';
import type { ValueSet } from '#program/values.js';
import type { Walker } from '#program/walker.js';
import type { HandlerBody } from '../context.js';
import { RegistrationReader } from './registrations.js';

/** What the finders of entry points share. */
export class EntryPointBuilder {
  readonly program: Program;
  readonly engine: Evaluator;
  readonly walker: Walker;
  readonly registrations: RegistrationReader;

  constructor(program: Program, walker: Walker) {
    this.program = program;
    this.engine = program.engine;
    this.walker = walker;
    this.registrations = new RegistrationReader(program);
  }

  /** What a framework passes to a handler: its own things where the catalog says so, else what a request brings. */
  parameters(row: EntryPointRow, count: number, context?: ValueSet): readonly ValueSet[] {
    const { table, libraries } = this.engine;
    const held = row.contextAt === undefined || context === undefined ? undefined : parsePlace(row.contextAt);
    const paths = row.parameters ?? [];
    const rest = row.continues === undefined ? undefined : parsePlace(row.continues);
    return Array.from({ length: Math.max(count, paths.length, (rest?.argument ?? -1) + 1) }, (_, position) => {
      const text = paths[position];
      if (row.answersAt?.includes(String(position)) === true) return table.unknown(ANSWER);
      if (held?.argument === position && context !== undefined) return this.#holding(held.names, context);
      if (rest?.argument === position && (text === undefined || text === '')) return this.#continuing(rest.names);
      if (text === undefined || text === '') return table.unknown('what a request brings');
      const canonical = libraries.pathOf(text, libraries.moduleOf(row) ?? 'global');
      return table.only(this.engine.library(canonical.module, canonical.path, undefined, undefined));
    });
  }

  #continuing(names: readonly string[]): ValueSet {
    return this.#holding(names, this.engine.table.only(this.engine.library(CONTINUATION.module, CONTINUATION.path, undefined, undefined)));
  }

  #holding(names: readonly string[], inner: ValueSet): ValueSet {
    const { table } = this.engine;
    if (names.length === 0) return inner;
    // Of anything else that it holds nobody knows a thing.
    return names.reduceRight<ValueSet>((held, name) => table.only(this.engine.merged([table.unknown('what a request brings'), table.only(this.engine.record([[name, held]]))], [])), inner);
  }

  /** What a handler of this kind calls to run the rest of the request, where it waits for that. */
  continuation(row: EntryPointRow): HandlerBody['continues'] {
    if (row.continues === undefined) return undefined;
    const { argument = 0, names } = parsePlace(row.continues);
    const text = row.parameters?.[argument];
    if (text === undefined || text === '') return CONTINUATION;
    const [module, path] = splitPath(text, this.engine.libraries.moduleOf(row) ?? 'global');
    return this.engine.libraries.canonical(module, [path, ...names].join('.'));
  }
}

const CONTINUATION = { module: 'the rest of the request', path: 'next' };
