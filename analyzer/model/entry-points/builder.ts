import type { EntryPointRow } from '#catalog/schema.js';
import type { Evaluator } from '#program/evaluator.js';
import { splitPath } from '#program/library-index.js';
import type { Program } from '#program/link-program.js';
import type { ValueSet } from '#program/values.js';
import type { Walker } from '#program/walker.js';
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
  parameters(row: EntryPointRow, count: number): readonly ValueSet[] {
    const { table, libraries } = this.engine;
    const paths = row.parameters ?? [];
    return Array.from({ length: Math.max(count, paths.length) }, (_, position) => {
      const text = paths[position];
      if (text === undefined || text === '') return table.unknown('what a request brings');
      const [module, path] = splitPath(text, this.engine.moduleOf(row) ?? 'global');
      const canonical = libraries.canonical(module, path);
      return table.only(this.engine.library(canonical.module, canonical.path, undefined, undefined));
    });
  }
}
