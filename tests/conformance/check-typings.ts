import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Library } from '#catalog/schema.js';
import { claimsOf, type Claim } from './claims.js';
import { TypeWalker, type Answer } from './walk-types.js';

/** A claim with what the typings of the installed package say of it. */
export interface Checked {
  readonly claim: Claim;
  readonly answer: Answer;
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2023, esModuleInterop: true, strict: true, skipLibCheck: true, noEmit: true, types: ['node'], lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

/** Asks the typings of packages installed below a folder; undefined for a library that is not installed there. */
export class TypingsCheck {
  readonly #folder: string;
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  readonly #host: ts.CompilerHost;

  constructor(folder: string) {
    this.#folder = folder;
    this.#host = ts.createCompilerHost(OPTIONS, true);
    const read = this.#host.getSourceFile.bind(this.#host);
    this.#host.getSourceFile = (path, ...rest) => {
      if (this.#probes.has(path)) return ts.createSourceFile(path, this.#probes.get(path) ?? '', ts.ScriptTarget.ES2023, true);
      if (!this.#files.has(path)) this.#files.set(path, read(path, ...rest));
      return this.#files.get(path);
    };
    const exists = this.#host.fileExists.bind(this.#host);
    this.#host.fileExists = (path) => this.#probes.has(path) || exists(path);
    this.#host.getCurrentDirectory = () => folder;
  }

  readonly #probes = new Map<string, string>();

  /** The installed version of a package. */
  versionOf(specifier: string): string | undefined {
    const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    const path = join(this.#folder, 'node_modules', name, 'package.json');
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : undefined;
  }

  check(library: Library): readonly Checked[] | undefined {
    const specifiers = this.#specifiersOf(library);
    if (specifiers.length === 0) return undefined;
    const path = join(this.#folder, 'probe.ts');
    this.#probes.set(path, probeOf(specifiers));
    const program = ts.createProgram([path], OPTIONS, this.#host);
    const source = program.getSourceFile(path) as ts.SourceFile;
    const checker = program.getTypeChecker();
    const roots = checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol).flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const whole = checker.getTypeOfSymbolAtLocation(symbol, source);
      return (whole.flags & ts.TypeFlags.Any) !== 0 ? [] : rootsOf(checker, whole, symbol, source);
    });
    const walker = new TypeWalker(checker, source, roots);
    return claimsOf(library).map((claim) => ({ claim, answer: roots.length === 0 ? { is: 'untold', why: 'the package has no typings' } : answerOf(walker, claim) }));
  }

  // A family stands for one of its members here; of the other modules those that are installed.
  #specifiersOf(library: Library): readonly string[] {
    const first = library.package.replace(/^(@aws-sdk\/client-)\*$/, '$1s3');
    const installed = (specifier: string) => specifier === 'global' || specifier.startsWith('node:') || this.versionOf(specifier) !== undefined;
    return [first, ...(library.modules ?? [])].filter((specifier) => !specifier.includes('*') && installed(specifier));
  }
}

function probeOf(specifiers: readonly string[]): string {
  return specifiers.map((specifier, index) => (specifier === 'global' ? `export const module${index} = globalThis;` : `import * as module${index} from '${specifier}';\nexport { module${index} };`)).join('\n');
}

// The default export and the module itself are one thing to the catalog; so is what `export =` gives.
function rootsOf(checker: ts.TypeChecker, whole: ts.Type, symbol: ts.Symbol, at: ts.Node): readonly ts.Type[] {
  const equals = symbol.exports?.get('export=' as ts.__String);
  const roots = [whole, ...(equals === undefined ? [] : [checker.getTypeOfSymbolAtLocation(equals, at)])];
  const byDefault = roots.flatMap((type) => type.getProperty('default') ?? []).map((property) => checker.getTypeOfSymbolAtLocation(property, at));
  return [...roots, ...byDefault, ...byDefault.flatMap((type) => type.getProperty('default') ?? []).map((property) => checker.getTypeOfSymbolAtLocation(property, at))];
}

function answerOf(walker: TypeWalker, claim: Claim): Answer {
  if (claim.untold !== undefined) return { is: 'untold', why: claim.untold };
  if (claim.options === undefined) return walker.path(claim.path);
  const answers = claim.options.map((option) => walker.option(option.path, option.argument, option.names));
  return answers.find(({ is }) => is === 'there') ?? answers.find(({ is }) => is === 'untold') ?? (answers[0] as Answer);
}
