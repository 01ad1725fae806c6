import type { Workload } from '#project/read-deployments.js';
import type { Unit } from '#program/values.js';
import type { ModelContext } from '../context.js';
import type { GracePeriod } from '../types.js';
import type { Process } from './processes.js';
import { manifestOf } from './process-groups.js';
import { startedFile } from './started-files.js';

interface Known {
  /** The program has no other process. */
  readonly alone: boolean;
  readonly declaredMs: number | undefined;
}

/** Images that are not built from this program. */
const FOREIGN = /^(?:postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|valkey|rabbitmq|kafka|zookeeper|nginx|traefik|caddy|envoy|elasticsearch|opensearch|kibana|grafana|prometheus|jaeger|minio|localstack|mailhog|mailpit|adminer|pgadmin4|memcached|nats|vault|consul|clickhouse\S*|otel\S*|busybox|alpine)$/;

/** How long the platform waits between SIGTERM and SIGKILL, as the manifest of this process says it. */
export function gracePeriodOf(context: ModelContext, process: Process, { alone, declaredMs }: Known): GracePeriod {
  const declared: GracePeriod | undefined = declaredMs === undefined ? undefined : { is: 'known', ms: declaredMs, preStopMs: 0, text: 'gracePeriod of the configuration', site: undefined };
  const all = context.program.project.deployments?.().workloads ?? [];
  const found = matching(context, process, all, alone);
  if (found.length === 0) return declared ?? { is: 'unknown', because: all.length === 0 ? 'no manifest says how long the platform waits' : 'which of the manifests is that of this process cannot be told' };
  // Compose is for development where there is a manifest for production.
  const serious = found.some(({ platform }) => platform !== 'Docker Compose') ? found.filter(({ platform }) => platform !== 'Docker Compose') : found;
  const told = serious.flatMap(({ grace, preStopMs, platform }) => (grace === undefined ? [] : [{ grace, preStopMs, platform }]));
  const [first] = told;
  if (first === undefined || told.length < serious.length) return declared ?? { is: 'unknown', because: 'the manifest takes it from where nobody can see it' };
  if (told.some(({ grace, preStopMs }) => grace.ms - preStopMs !== first.grace.ms - first.preStopMs)) return declared ?? { is: 'unknown', because: 'its manifests say different things' };
  if (first.grace.isDefault && declared !== undefined) return declared;
  const text = first.grace.isDefault ? `${first.platform}'s default` : first.grace.option;
  return { is: 'known', ms: first.grace.ms - first.preStopMs, preStopMs: first.preStopMs, text, site: first.grace.place };
}

function isIn(units: ReadonlySet<Unit>, unit: Unit | undefined): boolean {
  return unit !== undefined && units.has(unit);
}

function matching(context: ModelContext, { starts, units }: Process, all: readonly Workload[], alone: boolean): readonly Workload[] {
  const unit = starts[0]?.resource.opened[0]?.frame.unit ?? starts[0]?.resource.unit;
  const manifest = unit === undefined ? undefined : manifestOf(context, unit);
  const folder = manifest?.directory ?? '';
  const started = new Map(all.map((workload) => [workload, startedFile(context, workload)]));
  const ours = all.filter(({ names }) => !names.some((name) => FOREIGN.test(name)));
  const running = ours.filter((workload) => isIn(units, started.get(workload)));
  if (running.length > 0) return running;
  // What runs another file is another process.
  const own = ours.filter((workload) => workload.runsImage === true || started.get(workload) === undefined);
  const built = own.filter(({ folders }) => folders.includes(folder));
  const bare = (manifest?.name ?? '').split('/').at(-1)?.toLowerCase() ?? '';
  const names = new Set([bare, folder.split('/').at(-1)?.toLowerCase() ?? ''].filter((name) => name !== ''));
  const named = own.filter(({ names: others }) => others.some((name) => names.has(name)));
  const within = folder === '' ? [] : own.filter(({ file }) => file.startsWith(`${folder}/`));
  const certain = [...new Set([...built, ...named, ...within])];
  if (certain.length > 0) return certain;
  // The only process of the program, and the only thing that is run.
  return alone && new Set(own.map(({ names: others, platform }) => `${platform}:${others[0]}`)).size <= new Set(own.map(({ platform }) => platform)).size ? own : [];
}
