import { describe, expect, it } from 'vitest';
import { OwnRetries } from '#model/own-retries/own-retries.js';
import { linkText } from '../support/link-text.js';

/** The retries around calls of `load`, each as attempts, waits and jitter. */
function retries(text: string): readonly string[] {
  const { program } = linkText({ 'a.ts': `import { load } from 'partner'; ${HELPERS} ${text}` });
  const own = new OwnRetries({ program });
  const found: string[] = [];
  for (const unit of program.units.values()) {
    for (const sites of unit.index.calls.values()) {
      for (const { call, by } of sites) {
        if (call.callee.is !== 'variable' || unit.facts.bindings[call.callee.binding]?.name !== 'load') continue;
        const guard = own.guardOf(program.engine.callInstance(call, program.engine.generic(unit, by)));
        const attempts = guard?.attempts?.is === 'bounded' ? guard.attempts.ms : guard?.attempts?.is;
        if (guard !== undefined) found.push(`${attempts} ${guard.backoff?.waits} ${guard.backoff?.jitter}`);
      }
    }
  }
  return [...new Set(found)];
}

const HELPERS = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)); const spread = (ms) => ms * Math.random(); const backoff = (n) => Math.min(1000 * 2 ** n, 8000);';

const RETRIES: readonly (readonly [string, string, string])[] = [
  ['a counted loop without a pause', 'export async function f() { for (let i = 0; i < 3; i++) { try { return await load(); } catch (e) { log(e); } } }', '3 no no'],
  ['a constant pause', 'export async function f() { for (let i = 1; i <= 5; i++) { try { return await load(); } catch (e) { if (i === 5) throw e; await sleep(500); } } }', '5 constant no'],
  ['a growing pause', 'export async function f() { for (let i = 0; i < 4; i += 1) { try { return await load(); } catch { await sleep(100 * 2 ** i); } } }', '4 growing no'],
  ['a growing pause with chance', 'export async function f() { for (let i = 0; i < 4; i++) { try { return await load(); } catch { await sleep(spread(100 * 2 ** i)); } } }', '4 growing yes'],
  ['a pause that a helper computes', 'export async function f() { let n = 0; while (true) { try { return await load(); } catch (e) { if (++n >= 3) throw e; await sleep(backoff(n)); } } }', '3 growing no'],
  ['a pause kept in a variable', 'export async function f() { let wait = 100; for (let i = 0; i < 3; i++) { try { return await load(); } catch { await new Promise((r) => setTimeout(r, wait)); wait *= 2; } } }', '3 growing no'],
  ['no end', 'export async function f() { while (true) { try { return await load(); } catch (e) { log(e); await sleep(1000); } } }', 'unbounded constant no'],
  ['an end for some errors only', 'export async function f() { for (;;) { try { return await load(); } catch (e) { if (e.code !== 503) throw e; await sleep(1000 * Math.random()); } } }', 'unbounded constant yes'],
  ['a deadline', 'export async function f() { const end = Date.now() + 9000; while (Date.now() < end) { try { return await load(); } catch { await sleep(200); } } }', 'unknown constant no'],
  ['a flag', 'export async function f() { let done = false; let n = 0; while (!done && n < 3) { try { await load(); done = true; } catch { n++; } } }', '3 no no'],
  ['what follows the loop left', 'export async function f() { let x; for (let i = 0; i < 2; i++) { try { x = await load(); break; } catch { continue; } } return x; }', '2 no no'],
  ['a table of pauses', 'const WAITS = [100, 200]; export async function f() { for (const ms of WAITS) { try { return await load(); } catch { await sleep(ms); } } }', 'unknown growing no'],
  ['a table by index', 'const WAITS = [100, 200]; export async function f() { for (let i = 0; i < 3; i++) { try { return await load(); } catch { await sleep(WAITS[i]); } } }', '3 growing no'],
  ['a bad status', 'export async function f() { for (let i = 0; i < 3; i++) { const res = await load(); if (res.ok) return res; await sleep(100); } }', '3 constant no'],
  ['a status inside try', 'export async function f() { let last; for (let i = 0; i < 3; i++) { try { const res = await load(); if (res.status < 500) return res; last = res; } catch (e) { last = e; } } throw last; }', '3 no no'],
  ['the least of two counts', 'export async function f() { let n = 0; const most = 5; while (n <= most) { try { return await load(); } catch (e) { n++; if (n >= most) throw e; await sleep(5000); } } }', '5 constant no'],
  ['a count that only speaks', 'export async function f() { for (let i = 0; i < 9; i++) { try { return await load(); } catch (e) { if (i >= 3) log(e); await sleep(50); } } }', '9 constant no'],
  ['a timer that nobody waits for', 'const later = () => { setTimeout(async () => { try { await connect(); } catch { } }, 500); }; export async function f() { let n = 0; while (n < 3) { try { await load(); break; } catch (e) { n++; if (n >= 3) later(); } } }', '3 no no'],
  ['a bad status that goes on', 'export async function f() { for (let i = 0; i < 3; i++) { const res = await load(); if (!res.ok) { await sleep(100); continue; } return res; } }', '3 constant no'],
  ['any status but one', 'export async function f() { for (let i = 0; i < 3; i++) { const res = await load(); if (res.status !== 429) return res; await sleep(100); } }', '3 constant no'],
  ['a function that calls itself', 'export async function f(left = 3) { try { return await load(); } catch (e) { if (left <= 0) throw e; return f(left - 1); } }', 'unknown no no'],
  ['a chain that calls itself', 'export function f(n) { return load().catch((e) => { if (n === 0) throw e; return sleep(100).then(() => f(n - 1)); }); }', 'unknown constant no'],
  ['a closure that calls itself', 'export function f() { let n = 0; const attempt = async () => { try { return await load(); } catch (e) { n += 1; if (n > 4) throw e; await sleep(2 ** n); return attempt(); } }; return attempt(); }', '5 growing no'],
  ['a method that calls itself without an end', 'export class C { async get() { try { return await load(); } catch { await sleep(1000); return this.get(); } } }', 'unbounded constant no'],
  ['a status that calls itself', 'export async function f(n) { const res = await load(); if (res.status === 429 && n > 0) { await sleep(1000); return f(n - 1); } return res; }', 'unknown constant no'],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['each of a list, failures left out', 'export async function f(all) { for (const one of all) { try { await load(one); } catch (e) { log(e); } } }'],
  ['the first of several hosts that answers', 'export async function f(hosts) { for (const host of hosts) { try { return await load(host); } catch { continue; } } }'],
  ['hosts by index', 'export async function f(hosts) { for (let i = 0; i < hosts.length; i++) { try { return await load(hosts[i]); } catch { } } }'],
  ['a worker that goes on', 'export async function f() { while (running) { try { const job = await load(); await work(job); } catch (e) { log(e); } } }'],
  ['pages until the last', 'export async function f() { let cursor; do { const page = await load(cursor); cursor = page.next; } while (cursor); }'],
  ['pages until the last or a bad status', 'export async function f() { let cursor; do { const res = await load(cursor); if (!res.ok) { break; } cursor = (await res.json()).next; } while (cursor); }'],
  ['pages as long as they are good', 'export async function f() { let res; do { res = await load(); } while (res.ok); }'],
  ['a poll', 'export async function f(id) { for (let i = 0; i < 30; i++) { const job = await load(id); if (job.done) return job; await sleep(1000); } }'],
  ['a failure that ends the loop', 'export async function f() { for (let i = 0; i < 3; i++) { try { return await load(); } catch (e) { throw e; } } }'],
  ['a failure that is left behind with the loop', 'export async function f() { while (true) { try { await load(); } catch (e) { log(e); } return; } }'],
  ['a tree', 'export async function f(node) { try { await load(node); } finally { for (const child of node.children) await f(child); } }'],
  ['a login that goes on once', 'export async function f(path) { try { return await load(path); } catch (e) { await login(); return f(path); } }'],
];

describe('own retries', () => {
  it.each(RETRIES)('%s', (_, text, found) => {
    expect(retries(text)).toEqual([found]);
  });

  it.each(OTHERS)('none: %s', (_, text) => {
    expect(retries(text)).toEqual([]);
  });
});
