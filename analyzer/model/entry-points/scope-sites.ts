import { siteOfCall } from '../context.js';
import type { Site } from '../site.js';
import type { Scope, ScopeTable } from './scopes.js';

const MAX_DEPTH = 12;

/** Where a scope and those that it is mounted in are made: the application first, without the server that only hands requests to it. */
export function sitesOfScope(table: ScopeTable, scope: Scope | undefined): readonly Site[] {
  const sites: Site[] = [];
  let inner: Scope | undefined;
  let current = scope;
  for (let depth = 0; current !== undefined && depth < MAX_DEPTH; depth += 1) {
    if (current.value.call !== undefined && !(current.is === 'server' && inner?.is === 'app')) sites.unshift(siteOfCall(current.value.call));
    inner = current;
    current = table.mountsOf(current)[0]?.parent;
  }
  return sites;
}
