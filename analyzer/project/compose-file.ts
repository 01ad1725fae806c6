import { namesOf, wordsOf } from './pod-templates.js';
import { at, isRecord } from './plain-data.js';
import type { ManifestDocument, Workload } from './read-deployments.js';
import { joinInside, nameOf, parentOf } from './relative-path.js';

const COMPOSE_DEFAULT = 10_000;
const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** What a compose file runs. */
export function composeWorkloads({ file, data, placeOf }: ManifestDocument): readonly Workload[] {
  const services = at(data, ['services']);
  if (!isRecord(services) || !/compose/.test(nameOf(file))) return [];
  return Object.entries(services).flatMap(([name, service]): Workload[] => {
    if (!isRecord(service)) return [];
    const written = service['stop_grace_period'];
    const ms = written === undefined ? COMPOSE_DEFAULT : durationOf(String(written));
    const place = placeOf(['services', name, ...(written === undefined ? [] : ['stop_grace_period'])]);
    return [{
      platform: 'Docker Compose', file, folders: foldersOf(service['build'], parentOf(file)), words: wordsOf([service['entrypoint'], service['command']]), names: namesOf([name, service['container_name'], service['image']]), preStopMs: 0,
      grace: ms === undefined ? undefined : { ms, option: 'stop_grace_period', isDefault: written === undefined, place },
    }];
  });
}

/** `1m30s` in ms. */
function durationOf(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d{1,9}(?:\.\d{1,3})?)(us|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.trim()) return undefined;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit ?? ''] ?? 0), 0);
}

// The context, and the folder of a Dockerfile elsewhere in it, which says more.
function foldersOf(build: unknown, folder: string): readonly string[] {
  const context = typeof build === 'string' ? build : at(build, ['context']);
  if (typeof context !== 'string') return [];
  const base = joinInside(folder, context);
  if (base === undefined) return [];
  const dockerfile = at(build, ['dockerfile']);
  const below = typeof dockerfile === 'string' && dockerfile.includes('/') ? joinInside(base, parentOf(dockerfile)) : undefined;
  return [below === undefined || below === '' ? base : below];
}
