import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the files of a root, each read once, when it is asked for. */
export interface SourceTexts {
  /** Undefined where the file cannot be read. */
  textOf(file: string): string | undefined;
  /** Its lines as TypeScript counts them, without line ends. */
  linesOf(file: string): readonly string[] | undefined;
}

/** Opens the texts of a root. */
export function sourceTexts(root: string): SourceTexts {
  const texts = new Map<string, string | undefined>();
  const lines = new Map<string, readonly string[] | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) texts.set(file, readText(join(root, file)));
    return texts.get(file);
  };
  return {
    textOf,
    linesOf(file) {
      if (!lines.has(file)) lines.set(file, textOf(file)?.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029]/));
      return lines.get(file);
    },
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
