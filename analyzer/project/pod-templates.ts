import { at, isRecord } from './plain-data.js';
import type { ManifestDocument, Workload } from './read-deployments.js';

const PODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pod', ['spec']], ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec']],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'Rollout'].map((kind): [string, readonly string[]] => [kind, ['spec', 'template', 'spec']]),
]);
const GRACE = 'terminationGracePeriodSeconds';
const KUBERNETES_DEFAULT = 30_000;
const ECS_DEFAULT = 30_000;

/** What a Kubernetes document runs. */
export function podWorkloads({ file, data, placeOf }: ManifestDocument): readonly Workload[] {
  const kind = at(data, ['kind']);
  const path = typeof kind === 'string' ? PODS.get(kind) : undefined;
  const pod = path === undefined ? undefined : at(data, path);
  if (path === undefined || !isRecord(pod)) return [];
  const containers = Array.isArray(pod['containers']) ? (pod['containers'] as unknown[]).filter(isRecord) : [];
  const written = pod[GRACE];
  // A patch that says nothing of it changes nothing.
  if (written === undefined && !containers.some((container) => container['image'] !== undefined)) return [];
  const place = placeOf(written === undefined ? path : [...path, GRACE]);
  const ms = written === undefined ? KUBERNETES_DEFAULT : Number(written) * 1000;
  return [{
    platform: 'Kubernetes', file, folders: [], words: wordsOf(containers.flatMap(({ command, args }) => [command, args])), ...(containers.some(({ command, args }) => command === undefined && args === undefined) ? { runsImage: true } : {}), names: namesOf([at(data, ['metadata', 'name']), ...containers.flatMap((container) => [container['name'], container['image']])]),
    grace: Number.isFinite(ms) ? { ms, option: GRACE, isDefault: written === undefined, place } : undefined,
    preStopMs: Math.max(0, ...containers.map(preStopOf)),
  }];
}

/** What an ECS task definition runs. */
export function taskWorkloads({ file, data, placeOf }: ManifestDocument): readonly Workload[] {
  const key = ['containerDefinitions', 'ContainerDefinitions'].find((name) => Array.isArray(at(data, [name])));
  if (key === undefined) return [];
  return (at(data, [key]) as unknown[]).flatMap((container, position): Workload[] => {
    if (!isRecord(container)) return [];
    const written = container['stopTimeout'];
    const ms = written === undefined ? ECS_DEFAULT : Number(written) * 1000;
    const place = placeOf(written === undefined ? [key, position] : [key, position, 'stopTimeout']);
    return [{
      platform: 'ECS', file, folders: [], words: wordsOf([container['entryPoint'], container['command']]), names: namesOf([container['name'], container['image'], at(data, ['family'])]), preStopMs: 0,
      grace: Number.isFinite(ms) ? { ms, option: 'stopTimeout', isDefault: written === undefined, place } : undefined,
    }];
  });
}

// `sleep: { seconds: 10 }`, or `sh -c "sleep 10"`.
function preStopOf(container: Record<string, unknown>): number {
  const hook = at(container, ['lifecycle', 'preStop']);
  const seconds = Number(at(hook, ['sleep', 'seconds']));
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
  const command = at(hook, ['exec', 'command']);
  const text = Array.isArray(command) ? command.map(String).join(' ') : '';
  const slept = /(?:^|[\s;&|])(?:\/bin\/)?sleep\s+(\d{1,5})/.exec(text)?.[1];
  return slept === undefined ? 0 : Number(slept) * 1000;
}

/** The words of commands, which are written as one text or as a list. */
export function wordsOf(commands: readonly unknown[]): readonly string[] {
  const texts = commands.flat().filter((text): text is string => typeof text === 'string');
  return texts.flatMap((text) => text.split(/[\s"';&|]+/)).filter((word) => word !== '');
}

/** Names as they are compared: an image without registry, tag and digest. */
export function namesOf(written: readonly unknown[]): readonly string[] {
  const names = written.filter((name): name is string => typeof name === 'string' && name !== '');
  return [...new Set(names.map((name) => (name.split('/').at(-1) ?? '').replace(/[:@].*$/, '').toLowerCase()).filter((name) => name !== '' && !name.includes('unknown-by-template')))];
}
