import { parse } from 'yaml';
import type { EntryPointRow } from '#catalog/schema.js';
import type { Unit } from '#program/values.js';
import type { EntryPointBuilder } from './builder.js';

/** An export that settings of a platform name as a handler. */
export interface ConfiguredHandler {
  readonly unit: Unit;
  readonly exported: string;
  /** The settings file, and under which key the handler stands there. */
  readonly file: string;
  readonly key: string;
}

const EXTENSIONS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'tsx'];
/** What is built is analysed where it is written. */
const BUILT = /^(?:dist|build|out|lib|\.build)$/;

/** The handlers that settings name, `src/create.handler`, in every folder with a manifest. */
export function configuredHandlers(builder: Pick<EntryPointBuilder, 'program'>, settings: NonNullable<EntryPointRow['settings']>): readonly ConfiguredHandler[] {
  const { project } = builder.program;
  const folders = new Set(['', ...project.manifests.map((manifest) => manifest.directory)]);
  return [...folders].flatMap((folder) => settings.files.flatMap((file) => {
    const text = project.readData(joined(folder, file));
    return text === undefined ? [] : namedIn(text, settings).flatMap(({ handler, base, key }) =>
      resolvedHandler(builder, joined(folder, base), handler).map((found) => ({ ...found, file: joined(folder, file), key })));
  }));
}

function namedIn(text: string, { handlerAt, folderAt }: NonNullable<EntryPointRow['settings']>): readonly { handler: string; base: string; key: string }[] {
  const data = parsed(text);
  const names = handlerAt.split('.');
  const star = names.indexOf('*');
  return valuesAt(data, names.slice(0, star)).flatMap((holder) => Object.keys(isRecord(holder) ? holder : {}).flatMap((key) => {
    const inner = (holder as Record<string, unknown>)[key];
    const base = folderAt === undefined ? [] : valuesAt(inner, folderAt.split('.').slice(star + 1));
    return valuesAt(inner, names.slice(star + 1)).flatMap((handler) =>
      typeof handler === 'string' ? [{ handler, key, base: typeof base[0] === 'string' ? base[0] : '' }] : []);
  }));
}

// Templates have tags of their own, and text that is no YAML is no settings.
function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function valuesAt(data: unknown, names: readonly string[]): readonly unknown[] {
  let current = data;
  for (const name of names) current = isRecord(current) ? current[name] : undefined;
  return current === undefined ? [] : [current];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The export that a text names as a handler: `src/create.handler`. */
export function resolvedHandler(builder: Pick<EntryPointBuilder, 'program'>, folder: string, handler: string): readonly Pick<ConfiguredHandler, 'unit' | 'exported'>[] {
  const dot = handler.lastIndexOf('.');
  if (dot <= 0) return [];
  for (const path of written(joined(folder, handler.slice(0, dot))).flatMap((path) => [path, `${path}/index`])) {
    for (const extension of EXTENSIONS) {
      const unit = builder.program.units.get(`${path}.${extension}`);
      if (unit !== undefined) return [{ unit, exported: handler.slice(dot + 1) }];
    }
  }
  return [];
}

// `dist/handlers/create` may be written as `src/handlers/create` or `handlers/create`.
function written(path: string): readonly string[] {
  const parts = path.split('/');
  const built = parts.findIndex((part) => BUILT.test(part));
  return built < 0 ? [path] : [path, parts.with(built, 'src').join('/'), parts.toSpliced(built, 1).join('/')];
}

function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
