import { join } from 'node:path';
import { vi } from 'vitest';
import type { AttemptEnd } from '#linter/attempt.js';
import type { WorkerTask } from '#linter/messages.js';
import { TOP } from './own-files.js';

// The analysing thread loads for longer than it works on a small folder: here its work is done at once.
vi.mock('#linter/attempt.js', () => ({ attempt: attemptHere }));

async function attemptHere({ options, configuration }: WorkerTask): Promise<AttemptEnd> {
  const [{ lint }, { toPlain }, { realAnalysis }] = await Promise.all([import('#linter/lint.js'), import('#linter/plain-result.js'), import('./analysis.js')]);
  return { is: 'done', result: toPlain(lint(options, { configuration, analysis: realAnalysis })) };
}

/** What a command printed, and its exit code. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command in a folder as `seamlint` does, but in this process, one after the other: for tests of what it says. Limits of time, memory and
 * depth are those of the thread, and need the real one.
 */
export async function seamlintHere(folder: string, ...args: string[]): Promise<Ran> {
  return seamlintHereIn({}, folder, ...args);
}

/** The same with variables of the environment. */
export async function seamlintHereIn(extra: Readonly<Record<string, string>>, folder: string, ...args: string[]): Promise<Ran> {
  const { main } = await import('#surfaces/cli/main.js');
  const { env } = process;
  const [stdout, stderr] = [heard(process.stdout), heard(process.stderr)];
  process.chdir(folder);
  process.env = { ...env, XDG_CACHE_HOME: join(folder, '.xdg'), NO_COLOR: '1', GITHUB_ACTIONS: '', ...extra };
  try {
    await main(args);
    return { status: Number(process.exitCode), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.exitCode = undefined;
    process.env = env;
    process.chdir(TOP);
    for (const stream of [stdout, stderr]) stream.release();
  }
}

function heard(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  let text = '';
  const { write } = stream;
  const listeners = stream.listeners('error');
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  }) as typeof write;
  return {
    text: () => text,
    release() {
      stream.write = write;
      for (const listener of stream.listeners('error')) if (!listeners.includes(listener)) stream.off('error', listener as () => void);
    },
  };
}
