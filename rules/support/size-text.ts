const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size as people say it: `100 kB`, `1.5 MB`. */
export function sizeText(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${UNITS[unit]}`;
}
