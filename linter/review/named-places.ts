import type { Site } from '#model/site.js';
import type { ChecklistItem } from './types.js';

const MAX_PLACES = 5;

/** The first few places; the rest is counted. */
export function placed(sites: readonly Site[]): Pick<ChecklistItem, 'places' | 'further'> {
  return { places: sites.slice(0, MAX_PLACES), ...(sites.length > MAX_PLACES ? { further: sites.length - MAX_PLACES } : {}) };
}

/** Names of libraries, each once. */
export function names(all: readonly { readonly name: string }[]): string {
  return [...new Set(all.map(({ name }) => name))].join(', ');
}
