import type { Progress } from '#linter/options.js';
import { visible } from '../escape.js';

/** A line on a terminal that says how far a run is, and leaves no trace. */
export interface ProgressLine {
  show(progress: Progress): void;
  erase(): void;
}

const NAMES: Readonly<Record<Progress['phase'], string>> = {
  project: 'finding files',
  facts: 'reading files',
  program: 'linking',
  model: 'following requests',
  rules: 'judging',
};
const QUIET_MS = 1000;
const REDRAW_MS = 100;

/** Shows progress only where a person watches, and only when a run takes long. */
export function startProgress(stream: NodeJS.WriteStream): ProgressLine {
  const watched = stream.isTTY === true && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb';
  if (!watched) return { show: () => undefined, erase: () => undefined };
  const started = performance.now();
  let last: Progress | undefined;
  let shown = false;
  const draw = () => {
    const elapsed = performance.now() - started;
    if (last === undefined || elapsed < QUIET_MS) return;
    const count = last.total > 1 ? ` ${last.done}/${last.total}` : '';
    stream.write(`\r\u001b[K${visible(`seamlint: ${NAMES[last.phase]}${count}, ${Math.round(elapsed / 1000)} s`).slice(0, (stream.columns ?? 80) - 1)}`);
    shown = true;
  };
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  return {
    show(progress) {
      last = progress;
    },
    erase() {
      clearInterval(timer);
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
