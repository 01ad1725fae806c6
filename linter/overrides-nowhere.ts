import type { Note } from '#project/types.js';
import { isMeantBy } from './config-globs.js';
import type { Configuration } from './config.js';

/** Globs of overrides that mean no file of this run: probably a mistake, or left over. */
export function overridesNowhere({ overrides, wayToRoot }: Configuration, files: ReadonlyMap<string, unknown>): Note[] {
  const paths = [...files.keys()];
  return overrides.flatMap(({ files: globs }, index) =>
    globs.filter((glob) => !paths.some((path) => isMeantBy(glob, wayToRoot, path))).map((glob) => ({ message: `overrides.${index}.files of the configuration: "${glob}" means no file of this run` })),
  );
}
