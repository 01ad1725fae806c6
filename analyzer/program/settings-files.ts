import { importedData } from './data-values.js';
import type { Engine } from './engine.js';
import type { Unit, ValueSet } from './values.js';

const CODE = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];
const DATA = ['json', 'yaml', 'yml'];

/** What settings files hold, later ones over earlier ones: paths without extension, seen from the nearest folder above with a manifest that has one of them. Undefined where none has. */
export function settingsOf(engine: Engine, unit: Unit, files: readonly string[]): ValueSet | undefined {
  for (const folder of foldersAbove(engine, unit)) {
    const found = files.flatMap((file) => settingsAt(engine, folder === '' ? file : `${folder}/${file}`) ?? []);
    if (found.length > 0) return found.length === 1 ? found[0] : engine.table.only(engine.merged(found, [], true));
  }
  return undefined;
}

function foldersAbove(engine: Engine, { path }: Unit): readonly string[] {
  const manifests = engine.project.manifests.map(({ directory }) => directory);
  return [...new Set(['', ...manifests])].filter((folder) => folder === '' || path.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
}

function settingsAt(engine: Engine, path: string): ValueSet | undefined {
  for (const extension of CODE) {
    const unit = engine.units.get(`${path}.${extension}`);
    if (unit !== undefined) return engine.exportOf(unit, 'default');
  }
  for (const extension of DATA) {
    const found = importedData(engine, `${path}.${extension}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
