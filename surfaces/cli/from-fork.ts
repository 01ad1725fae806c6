import { readFileSync } from 'node:fs';

/** Whether a CI job works on the code of somebody who need not have any right in the repository: a pull or merge request from a fork. */
export function isFromFork(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  const { GITHUB_ACTIONS: github, GITHUB_EVENT_NAME: event = '', GITHUB_EVENT_PATH: path, CI_MERGE_REQUEST_PROJECT_ID: target, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source } = environment;
  if (github === 'true' && event.startsWith('pull_request')) return isForkOnGithub(path);
  return target !== undefined && source !== undefined && target !== source;
}

// What cannot be read is taken for the worse.
function isForkOnGithub(path: string | undefined): boolean {
  try {
    const event = JSON.parse(readFileSync(path ?? '', 'utf8')) as { readonly pull_request?: { readonly head?: Side; readonly base?: Side } };
    const { head, base } = event.pull_request ?? {};
    return typeof base?.repo?.full_name !== 'string' || head?.repo?.full_name !== base.repo.full_name;
  } catch {
    return true;
  }
}

/** One side of a pull request; a fork that was deleted has no repository. */
interface Side {
  readonly repo?: { readonly full_name?: unknown } | null;
}
