import type { DirectoryIndex } from './directory-index.js';
import { byCodeUnits, childOf } from './relative-path.js';

const FOLDERS = new Set(
  'k8s .k8s kubernetes kube deploy .deploy deployment deployments manifests helm chart charts infra infrastructure ops kustomize .docker docker ecs .aws base overlays templates production prod'.split(' '),
);
const COMPOSE = /^(?:docker-)?compose(?:[.-](?:prod|production|release|deploy))?\.ya?ml$/;
const OTHER_COMPOSE = /compose/i;
const YAML = /\.ya?ml$/;
const TASK = /^task[-_.]?def(?:inition)?.*\.json$/i;
const MAX_DEPTH = 6;
const MAX_FILES = 300;

/** Files that say how the service is run: well-known names and folders below some folders, no more than a few hundred. */
export function findDeployments(index: DirectoryIndex, folders: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const folder of folders) {
    const directory = index.directory(folder);
    if (directory === undefined) continue;
    for (const name of directory.files) if (COMPOSE.test(name) || TASK.test(name) || isPlain(name)) add(found, childOf(directory.path, name));
    for (const name of directory.directories) if (FOLDERS.has(name.toLowerCase())) below(index, childOf(directory.path, name), { found, seen, depth: 0 });
  }
  return [...found].sort(byCodeUnits);
}

interface Search {
  readonly found: Set<string>;
  readonly seen: Set<string>;
  readonly depth: number;
}

function below(index: DirectoryIndex, folder: string, { found, seen, depth }: Search): void {
  const directory = index.directory(folder);
  if (directory === undefined || seen.has(directory.path) || depth > MAX_DEPTH || found.size >= MAX_FILES) return;
  seen.add(directory.path);
  for (const name of [...directory.files].sort(byCodeUnits)) {
    if (COMPOSE.test(name) || TASK.test(name) || (YAML.test(name) && !OTHER_COMPOSE.test(name))) add(found, childOf(directory.path, name));
  }
  for (const name of [...directory.directories].sort(byCodeUnits)) if (name !== 'node_modules' && !name.startsWith('.git')) below(index, childOf(directory.path, name), { found, seen, depth: depth + 1 });
}

// `deployment.yaml` beside the sources.
function isPlain(name: string): boolean {
  return /^(?:[\w-]*[-.])?(?:deployment|deploy|statefulset|k8s|kubernetes|rollout)\.ya?ml$/.test(name);
}

function add(found: Set<string>, path: string): void {
  if (found.size < MAX_FILES) found.add(path);
}
