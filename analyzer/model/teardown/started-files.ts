import type { Workload } from '#project/read-deployments.js';
import type { Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';

const SCRIPT = /\.[cm]?[jt]sx?$/;
/** Where sources stand, and what is built of them: `apps/api/dist/main.js` and `dist/apps/api/main.js` are both `apps/api/src/main.ts`. */
const FOLDERS = /^(?:src|dist|build|out|lib)$/;
const RUNNERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/** The file of the program that a workload's command runs; undefined where it names none, or one that several could be. */
export function startedFile({ program }: ModelContext, { words }: Workload): Unit | undefined {
  const { manifests } = program.project;
  const scripts = words.flatMap((word, position) => {
    const before = words[position - 1] === 'run' ? words[position - 2] : words[position - 1];
    return before !== undefined && RUNNERS.has(before) ? manifests.flatMap((manifest) => manifest.scripts[word]?.split(/[\s"';&|]+/) ?? []) : [];
  });
  const named = [...words, ...scripts].filter((word) => SCRIPT.test(word)).map((word) => segmentsOf(word));
  const found = new Set(named.flatMap((segments) => nearest([...program.units.values()], segments) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

// The one with the longest common end.
function nearest(units: readonly Unit[], wanted: readonly string[]): Unit | undefined {
  let best: { readonly unit: Unit; readonly common: number; readonly alone: boolean } | undefined;
  for (const unit of units) {
    const common = commonEnd(segmentsOf(unit.path), wanted);
    if (common === 0 || common < (best?.common ?? 0)) continue;
    best = { unit, common, alone: common > (best?.common ?? 0) };
  }
  return best?.alone === true ? best.unit : undefined;
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1;
  return count;
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(SCRIPT, '').split('/').filter((segment, position, all) => segment !== '' && segment !== '.' && (position === all.length - 1 || !FOLDERS.test(segment)));
}
