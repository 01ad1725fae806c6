const MINUTE = 60_000;
const HOUR = 3_600_000;

/** A duration as people say it: `250 ms`, `1.5 s`, `5 min`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${rounded(ms)} ms`;
  if (ms >= HOUR && ms % HOUR === 0) return `${ms / HOUR} h`;
  if (ms >= 2 * MINUTE && ms % MINUTE === 0) return `${ms / MINUTE} min`;
  return `${rounded(ms / 1000)} s`;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
