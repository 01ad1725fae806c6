import { readFileSync } from 'node:fs';
import { deaf, ends, tries, waits } from './tools.mjs';

// What the files of the catalog show by themselves: a path of the package, the arguments of its calls, what it claims.
const ROWS = JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8'));

/** Calls that rows name. */
export const rows = ROWS.map((row) => {
  const claims = row.shows.map((claim) => `${row.package}: ${claim}`);
  const call = (url, port) => called(row, { url, host: '127.0.0.1', port });
  const [kind, value] = row.shows[0].split(' ');
  if (kind === 'retries' || kind === 'delay' || row.server === 'failing') return tries(claims, call, row.counts === undefined ? {} : { counts: row.counts });
  const options = { ...(kind === 'connect' || row.server === 'deaf' ? { on: deaf } : {}), ...(row.server === 'trickling' ? { trickles: true } : {}) };
  return value === 'never' ? waits(claims, call, options) : ends(claims, call, options);
});

async function called({ package: name, call, given }, server) {
  const module = await import(name);
  const waiting = given.map((list) => list.map((one) => filled(one, server)));
  let [owner, value] = [undefined, module];
  for (const [index, step] of `${call}()`.split('.').entries()) {
    const [member] = step.split('(');
    if (member !== '' || index === 0) [owner, value] = memberOf(await value, member);
    for (let calls = step.split('()').length - 1; calls > 0; calls -= 1) [owner, value] = [undefined, await made(value, owner, waiting.shift() ?? [])];
  }
  return value;
}

// The default export and the module are one thing to rows.
function memberOf(holder, name) {
  const owner = [holder.default, holder].find((one) => one?.[name] !== undefined);
  return name === '' ? [undefined, holder.default ?? holder] : [owner, owner?.[name]];
}

function made(callee, owner, list) {
  const isClass = /^class\b/.test(String(callee)) || Object.getOwnPropertyNames(callee.prototype ?? {}).length > 1;
  return isClass ? Reflect.construct(callee, list) : Reflect.apply(callee, owner, list);
}

function filled(value, server) {
  if (typeof value === 'string') return value === '$port' ? server.port : value.replaceAll('$url', server.url).replaceAll('$host', server.host).replaceAll('$port', server.port);
  if (Array.isArray(value)) return value.map((one) => filled(one, server));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, server)]));
}
