import { readFileSync } from 'node:fs';
import { clients } from './clients.mjs';
import { codes } from './codes.mjs';
import { given } from './given.mjs';
import { hooks } from './hooks.mjs';
import { more } from './more.mjs';
import { names } from './names.mjs';
import { partners } from './partners.mjs';
import { pools } from './pools.mjs';
import { postgres } from './postgres.mjs';
import { resilience } from './resilience.mjs';
import { servers } from './servers.mjs';
import { stores } from './stores.mjs';

// Runs what the rows claim on the real packages and prints what was seen: `node run.mjs [filter]`. Most of it is waiting, so several run at a time;
// those that stop the clock or stand in for a global (`alone`) run before them, by themselves, so that nothing that is late still goes on then. What fails is
// run again by itself: on a busy machine some take too long.
const AT_A_TIME = 6;
const PATIENCE_MS = 180_000;
const FURTHER_TRIES = 2;
// `--list` says what there is, `--only` takes what it says, as JSON.
const [filter = '', only] = process.argv.slice(2);
const isChosen = ({ covers, says }) => (filter === '--list' ? true : filter === '--only' ? JSON.parse(only).includes(says) : covers.includes(filter) || says.includes(filter));
process.on('uncaughtException', (error) => process.stderr.write(`(stray) ${error.message}\n`));
process.on('unhandledRejection', (error) => process.stderr.write(`(stray) ${error?.message}\n`));
const chosen = [...clients, ...partners, ...resilience, ...pools, ...postgres, ...given, ...names, ...servers, ...more, ...stores, ...codes, ...hooks].filter(isChosen);
if (filter === '--list') {
  process.stdout.write(`${JSON.stringify(chosen.map(({ covers, says }) => ({ covers, says })))}\n`);
  process.exit();
}
const isAlone = ({ alone, run }) => alone === true || /endsAt\(/.test(String(run));
const results = new Map();
for (const one of chosen.filter(isAlone)) await seen(one);
const waiting = chosen.filter((one) => !isAlone(one));
await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await seen(next);
}));
for (let further = 0; further < FURTHER_TRIES; further += 1) {
  for (const one of chosen.filter((candidate) => results.get(candidate).failed !== undefined)) await seen(one);
}
const all = chosen.map((one) => results.get(one));
process.stdout.write(`${JSON.stringify(all)}\n`);
process.exit(all.some(({ failed }) => failed !== undefined) ? 1 : 0);

async function seen(one) {
  const { covers, says, run } = one;
  const late = new Promise((_resolve, reject) => { setTimeout(reject, PATIENCE_MS, new Error('it never came to an end')).unref(); });
  let on;
  const failed = await Promise.race([run(), late]).then((told) => { if (typeof told === 'string') on = told; }, (error) => error);
  results.set(one, { covers, says, ...(on === undefined ? {} : { on }), version: versionOf(covers), ...(failed === undefined ? {} : { failed: String(failed.message) }) });
  process.stderr.write(`${failed === undefined ? 'ran   ' : 'FAILED'} ${says}${on === undefined ? '' : ` (${on})`}${failed === undefined ? '' : `\n       ${failed.stack}`}\n`);
}

/** The version of the package that the first claim is about; Node's for what is built in. */
function versionOf(covers) {
  const name = /^\^([\w@./\\-]+?)(?:\(.*?\))?:/.exec(covers)?.[1]?.replaceAll('\\', '') ?? '';
  if (name === 'global' || name.startsWith('node:')) return process.version;
  try { return JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), 'utf8')).version; } catch { return undefined; }
}
