import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node } from 'yaml';
import { composeWorkloads } from './compose-file.js';
import { podWorkloads, taskWorkloads } from './pod-templates.js';
import { resolvedTemplate } from './helm-values.js';
import { at, isRecord } from './plain-data.js';
import { nameOf, parentOf } from './relative-path.js';

/** A place in a manifest, 1-based. */
export interface ManifestPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that a platform runs, as a manifest says it. */
export interface Workload {
  readonly platform: 'Kubernetes' | 'Docker Compose' | 'ECS';
  /** Names it goes by: its own, its containers', their images'. */
  readonly names: readonly string[];
  /** Folders that its images are built from, project-relative. */
  readonly folders: readonly string[];
  /** The words of the commands that it runs, where the manifest says them. */
  readonly words: readonly string[];
  /** One of its containers runs what its image says, beside others with commands. */
  readonly runsImage?: true;
  readonly file: string;
  /** Between SIGTERM and SIGKILL: as written; the platform's own where nothing is; undefined where nobody can tell. */
  readonly grace: { readonly ms: number; readonly option: string; readonly isDefault: boolean; readonly place: ManifestPlace } | undefined;
  /** What a hook waits for before SIGTERM comes: part of the grace. */
  readonly preStopMs: number;
}

/** How long a balancer keeps a connection that nobody uses. */
export interface BalancerIdle {
  readonly ms: number;
  readonly option: string;
  readonly place: ManifestPlace;
}

/** What the manifests of a project say. */
export interface Deployments {
  readonly workloads: readonly Workload[];
  readonly balancers: readonly BalancerIdle[];
}

/** A document of a manifest, with the way back to its lines. */
export interface ManifestDocument {
  readonly file: string;
  readonly data: unknown;
  /** Where the value at a path stands; the nearest one above it where it is absent. */
  readonly placeOf: (path: readonly (string | number)[]) => ManifestPlace;
}

const MAX_SIZE = 500_000;

/** Reads manifests as data; what is no YAML, or no manifest, says nothing. */
export function readDeployments(files: readonly string[], readData: (path: string) => string | undefined): Deployments {
  const documents = files.flatMap((file) => documentsOf(file, readData));
  return {
    workloads: documents.flatMap((document) => [...podWorkloads(document), ...composeWorkloads(document), ...taskWorkloads(document)]),
    balancers: documents.flatMap(balancersIn),
  };
}

function documentsOf(file: string, readData: (path: string) => string | undefined): readonly ManifestDocument[] {
  const written = readData(file);
  if (written === undefined || written.length > MAX_SIZE || /^values[\w.-]*\.ya?ml$/.test(nameOf(file))) return [];
  const text = written.includes('{{') ? resolvedTemplate(written, (name) => readData(chartFile(file, name))) : written;
  const lines = new LineCounter();
  try {
    return parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent' }).flatMap((document): ManifestDocument[] => {
      const data: unknown = document.toJS({ maxAliasCount: 100 });
      const placeOf = (path: readonly (string | number)[]) => {
        let node = document.contents as Node | null;
        for (const key of path) {
          const inner: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
          if (!isMap(inner) && !isSeq(inner) && !isScalar(inner)) break;
          node = inner;
        }
        const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
      };
      return typeof data === 'object' && data !== null ? [{ file, data, placeOf }] : [];
    });
  } catch {
    return [];
  }
}

// `chart/templates/x.yaml` takes its values from `chart/values.yaml`.
function chartFile(file: string, name: string): string {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/templates/')));
  return folder === '' ? (file.startsWith('templates/') ? name : `${parentOf(file)}/${name}`) : `${folder}/${name}`;
}

const IDLE = [
  ['alb.ingress.kubernetes.io/load-balancer-attributes', /idle_timeout\.timeout_seconds\s*=\s*(\d{1,6})/],
  ['service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout', /^(\d{1,6})$/],
  ['service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout', /^(\d{1,6})m?$/],
] as const;

function balancersIn({ data, placeOf }: ManifestDocument): readonly BalancerIdle[] {
  const annotations = at(data, ['metadata', 'annotations']);
  if (!isRecord(annotations)) return [];
  return IDLE.flatMap(([option, pattern]): BalancerIdle[] => {
    const written = pattern.exec(String(annotations[option] ?? ''))?.[1];
    const unit = option.includes('azure') ? 60_000 : 1000;
    return written === undefined ? [] : [{ ms: Number(written) * unit, option, place: placeOf(['metadata', 'annotations', option]) }];
  });
}
