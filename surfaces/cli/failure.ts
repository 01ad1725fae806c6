import pc from 'picocolors';
import { visible } from '../escape.js';

/** Prints an error for people: a user's mistake without its stack, a mistake of ours with it. Gives the exit code. */
export function reportFailure(error: unknown): number {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const colors = pc.createColors(process.stderr.isTTY === true && pc.isColorSupported);
  if (name === 'UserError') {
    const { hint = '', problems = [] } = error as { hint?: string; problems?: readonly string[] };
    const lines = [...(problems.length < 2 ? [message] : [message.replace(problems.join(' '), '').trimEnd(), ...problems.map((problem) => `  ${problem}`)]), ...(hint === '' ? [] : [`  ${hint}`])];
    process.stderr.write(`${colors.red('seamlint:')} ${lines.map(visible).join('\n')}\n`);
  } else {
    const lines = (stack ?? message).split('\n').map(visible);
    process.stderr.write(`${colors.red('seamlint: internal error')}\n${lines.join('\n')}\n  This is a defect of seamlint, not of your service; please report it with the lines above.\n`);
  }
  return 2;
}
