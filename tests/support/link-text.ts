import { posix } from 'node:path';
import { collectFacts } from '#facts/collect-facts.js';
import type { Library } from '#catalog/schema.js';
import { linkProgram, type Program } from '#program/link-program.js';
import type { CallInstance, LibraryValue } from '#program/values.js';
import { Walker } from '#program/walker.js';
import type { Project, Resolution } from '#project/types.js';

export interface LinkedText {
  readonly program: Program;
  readonly walker: Walker;
  /** Calls to a library by path (`pg|Pool().query`), in the order the program has them, as made in every activation. */
  calls(path: string): readonly { readonly call: CallInstance; readonly callee: LibraryValue }[];
}

export interface LinkOptions {
  /** Versions or ranges by package name; other packages have none. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly extraLibraries?: readonly Library[];
}

/** A program made of texts: relative imports lead to the texts, every other import to a package. */
export function linkText(texts: Readonly<Record<string, string>>, { versions = {}, extraLibraries = [] }: LinkOptions = {}): LinkedText {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, collectFacts(path, text, path)]));
  const program = linkProgram({ project: stubProject(texts, versions), files, extraLibraries });
  const walker = new Walker(program.engine);
  for (const unit of program.units.values()) walker.body(unit.frame);
  return { program, walker, calls: (path) => callsTo(program, walker, path) };
}

function stubProject(texts: Readonly<Record<string, string>>, versions: Readonly<Record<string, string>>): Project {
  return {
    root: '/project', manifests: [], skipped: [], notes: [], configurations: [],
    files: Object.entries(texts).map(([path, text]) => ({ path, absolutePath: `/project/${path}`, size: text.length, modified: 0, role: 'service' })),
    resolve: (specifier, fromPath) => resolve(texts, specifier, fromPath),
    read: (file) => texts[file.path] ?? '',
    readData: (path) => texts[path],
    versionOf: (name) => versions[name],
  };
}

const BUILT_IN = new Set(['assert', 'async_hooks', 'child_process', 'cluster', 'crypto', 'dns', 'events', 'fs', 'http', 'http2', 'https', 'net', 'os', 'path', 'process', 'stream', 'timers', 'tls', 'url', 'util', 'worker_threads', 'zlib']);

function resolve(texts: Readonly<Record<string, string>>, specifier: string, fromPath: string): Resolution {
  if (specifier.startsWith('.')) {
    const base = posix.join(posix.dirname(fromPath), specifier);
    const path = [base, base.replace(/\.js$/, '.ts'), `${base}.ts`, `${base}/index.ts`].find((candidate) => texts[candidate] !== undefined);
    return path === undefined ? { is: 'unresolved', why: `no ${specifier}` } : { is: 'file', path };
  }
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const subpath = parts.slice(specifier.startsWith('@') ? 2 : 1).join('/');
  if (BUILT_IN.has(name)) return { is: 'package', name: `node:${name}`, subpath };
  return { is: 'package', name, subpath };
}

function callsTo(program: Program, walker: Walker, path: string): readonly { readonly call: CallInstance; readonly callee: LibraryValue }[] {
  const found = new Map<CallInstance, LibraryValue>();
  const { engine } = program;
  const frames = [...new Set([...walker.bodies.keys(), ...[...program.units.values()].flatMap((unit) => unit.facts.functions.map((_, index) => engine.generic(unit, index)))])];
  for (const frame of frames) {
    for (const sites of frame.unit.index.calls.values()) {
      for (const site of sites) {
        if (site.by !== frame.function) continue;
        const call = engine.callInstance(site.call, frame);
        for (const target of engine.targets(call)) {
          if (target.is === 'value' && target.value.is === 'library' && `${target.value.module}|${target.value.path}` === path) found.set(call, target.value);
        }
      }
    }
  }
  return [...found].map(([call, callee]) => ({ call, callee })).sort((a, b) => a.call.frame.unit.id - b.call.frame.unit.id || a.call.expression.at - b.call.expression.at || a.call.frame.id - b.call.frame.id);
}
