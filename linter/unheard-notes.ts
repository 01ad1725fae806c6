import type { ServiceModel } from '#model/types.js';
import type { Note } from '#project/types.js';

/** Registrations that are no entry points because nobody can tell what they register: what those run is not looked at. */
export function unheardNotes({ unheard }: Pick<ServiceModel, 'unheard'>): Note[] {
  return unheard.map(({ site, because }) => ({ path: site.file, line: site.line, message: `what is registered here is not known, and what it runs is not looked at: ${because}` }));
}
