import { clients } from './clients.mjs';
import { pools } from './pools.mjs';
import { resilience } from './resilience.mjs';
import { servers } from './servers.mjs';

// Runs what the rows claim on the real packages, one after the other, and prints what was seen: `node run.mjs [filter]`.
const filter = process.argv[2] ?? '';
process.on('uncaughtException', (error) => process.stderr.write(`(stray) ${error.message}\n`));
process.on('unhandledRejection', (error) => process.stderr.write(`(stray) ${error?.message}\n`));
const results = [];
for (const { covers, says, run } of [...clients, ...resilience, ...pools, ...servers]) {
  if (!covers.includes(filter) && !says.includes(filter)) continue;
  const failed = await run().then(() => undefined, (error) => error);
  results.push({ covers, says, ...(failed === undefined ? {} : { failed: String(failed.message) }) });
  process.stderr.write(`${failed === undefined ? 'ran   ' : 'FAILED'} ${says}${failed === undefined ? '' : `\n       ${failed.stack}`}\n`);
}
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(results.some(({ failed }) => failed !== undefined) ? 1 : 0);
