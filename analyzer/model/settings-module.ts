import { Document } from 'yaml';
import type { Program } from '#program/link-program.js';
import type { Unit, Value, ValueSet } from '#program/values.js';
import { siteAt } from './context.js';
import { propertyEntries } from './entry-points/handler-values.js';
import type { SettingsDocument } from './settings-document.js';
import type { Site } from './site.js';

/** Objects in objects are followed this far. */
const MAX_DEPTH = 12;
/** What stands where nobody can tell the value: neither a number nor a text. */
const COMPUTED = { computed: true };

/** Settings that a module of the program exports, `serverless.ts`: read as a value of the program, never run. */
export function settingsModule(program: Program, file: string): SettingsDocument | undefined {
  const unit = program.units.get(file);
  if (unit === undefined) return undefined;
  const places = new Map<string, Site>();
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const exported = program.engine.exportOf(unit, 'default').values.find((value) => value.is === 'object' || value.is === 'merged');
  if (exported === undefined) return undefined;
  const plain = plainOf({ program, folder, places }, { values: [exported], unit, path: [] });
  return { document: new Document(plain) as unknown as SettingsDocument['document'], siteOf: (path) => places.get(path.join('\0')) ?? { file, line: 1, column: 1 } };
}

interface Reading {
  readonly program: Program;
  /** That of the settings. */
  readonly folder: string;
  readonly places: Map<string, Site>;
}

interface Standing {
  readonly values: readonly Value[];
  /** The file in which it is written. */
  readonly unit: Unit;
  readonly path: readonly string[];
}

function plainOf(reading: Reading, { values, unit, path }: Standing): unknown {
  const [value, ...others] = values.filter(({ is }) => is !== 'undefined');
  if (value === undefined) return undefined;
  if (others.length > 0 || path.length > MAX_DEPTH) return COMPUTED;
  switch (value.is) {
    case 'literal': return value.value;
    case 'text': return textOf(reading, value.parts, unit);
    case 'list': return (value.positions ?? []).map((set, index) => plainOf(reading, { values: set.values, unit, path: [...path, String(index)] }));
    case 'object': case 'merged': case 'namespace': return tableOf(reading, value, path);
    default: return COMPUTED;
  }
}

function tableOf(reading: Reading, value: Value, path: readonly string[]): Record<string, unknown> {
  const { engine } = reading.program;
  return Object.fromEntries(propertyEntries(engine, value).flatMap(({ names: [name = ''], values, frame, at }) => {
    const inner = [...path, name];
    reading.places.set(inner.join('\0'), siteAt(frame, at));
    const plain = plainOf(reading, { values: (values satisfies ValueSet).values, unit: frame.unit, path: inner });
    return plain === undefined ? [] : [[name, plain]];
  }));
}

/** `${handlerPath(__dirname)}/handler.main`: what begins with something that nobody can tell begins with the folder of its file. */
function textOf({ folder }: Reading, parts: readonly (string | null)[], { path }: Unit): unknown {
  const [first, ...rest] = parts.filter((part) => part !== '');
  if (first !== null || rest.includes(null) || rest[0]?.startsWith('/') !== true) return COMPUTED;
  const own = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return `${own.startsWith(folder) ? own.slice(folder.length) : own}${rest.join('')}`;
}
