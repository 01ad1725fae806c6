import { describe, expect, it } from 'vitest';
import { OwnBreakers } from '#model/own-breakers/own-breakers.js';
import { linkText } from '../support/link-text.js';

/** The calls that stand under a breaker of the program's own, each as its line and the breaker's name. */
function guarded(texts: Readonly<Record<string, string>>): readonly string[] {
  const { program } = linkText(texts);
  const own = new OwnBreakers({ program });
  const found: string[] = [];
  for (const unit of program.units.values()) {
    for (const sites of unit.index.calls.values()) {
      for (const { call, by } of sites) {
        const guard = own.guardOf(program.engine.callInstance(call, program.engine.generic(unit, by)));
        if (guard !== undefined && unit.path === 'a.ts' && call.callee.is === 'variable') found.push(`${unit.facts.bindings[call.callee.binding]?.name}: ${guard.name.replace(/,.*/, '')}`);
      }
    }
  }
  return [...new Set(found)];
}

const BREAKERS: readonly (readonly [string, string])[] = [
  ['a class that keeps a time', `class Fuse { until = 0; n = 0;
    async run(op) { if (Date.now() < this.until) throw new Error(); try { return await op(); } catch (e) { this.n++; if (this.n > 5) this.until = Date.now() + 1000; throw e; } } }`],
  ['a state with a half-open timer', `class Fuse { open = false; n = 0;
    run(op) { if (this.open) return Promise.reject(new Error()); return op().then((r) => r, (e) => { this.fail(); throw e; }); }
    fail() { this.n += 1; if (this.n < 5) return; this.open = true; setTimeout(() => { this.open = false; }, 1000); } }`],
  ['a helper that is asked', `class Fuse { failures = 0; last = 0;
    canRequest() { return this.failures < 5 || Date.now() - this.last > 1000; }
    async run(op) { if (!this.canRequest()) throw new Error('open'); try { const r = await op(); this.failures = 0; return r; } catch (e) { this.failures++; this.last = Date.now(); throw e; } } }`],
  ['a helper that throws', `class Fuse { state = 'closed'; n = 0; next = 0;
    check() { if (this.state === 'open') { if (Date.now() < this.next) throw new Error('open'); this.state = 'half-open'; } }
    async run(op) { this.check(); try { return await op(); } catch (e) { this.onFailure(); throw e; } }
    onFailure() { this.n++; if (this.n >= 5) { this.state = 'open'; this.next = Date.now() + 1000; } } }`],
  ['a getter', `class Fuse { n = 0; get blocked() { return this.n > 5; }
    async run(op) { if (this.blocked) throw new Error(); try { return await op(); } catch (e) { this.n++; throw e; } } }`],
  ['a map with an entry for each partner', `const circuits = new Map();
    export async function Fuse(name, op) { const circuit = circuits.get(name) ?? { n: 0, until: 0 }; circuits.set(name, circuit);
      if (circuit.until > Date.now()) throw new Error('open');
      try { return await op(); } catch (e) { circuit.n++; if (circuit.n > 5) circuit.until = Date.now() + 1000; throw e; } }`],
  ['a closure around a function', `export function Fuse(op) { let n = 0; let until = 0;
    return async (...args) => { if (Date.now() < until) throw new Error(); try { return await op(...args); } catch (e) { n += 1; if (n > 3) until = Date.now() + 500; throw e; } }; }`],
  ['a state that decides around the call', `class Fuse { n = 0; until = 0;
    async run(op) { if (this.until < Date.now()) { try { return await op(); } catch (e) { if (++this.n > 5) this.until = Date.now() + 9; throw e; } } throw new Error('open'); } }`],
  ['timestamps of failures', `class Fuse { failures = [];
    async run(op) { if (this.failures.filter((t) => t > Date.now() - 1000).length > 5) throw new Error(); try { return await op(); } catch (e) { this.failures.push(Date.now()); throw e; } } }`],
  ['a base class that keeps the state', `class Fuse { n = 0; until = 0; fail() { this.n++; this.until = Date.now() + 5; } }
    class Guarded extends Fuse { async run(op) { if (Date.now() < this.until) throw new Error(); return op().catch((e) => { this.fail(); throw e; }); } }`],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['a cache that keeps promises', `const kept = new Map();
    export async function once(key, op) { if (kept.has(key)) return kept.get(key); const p = op().catch((e) => { kept.delete(key); throw e; }); kept.set(key, p); return p; }`],
  ['a limit of concurrency', `class Limit { running = 0; async run(op) { if (this.running >= 5) throw new Error('busy'); this.running++; try { return await op(); } catch (e) { this.running--; throw e; } } }`],
  ['a session that ends on failure', `class Session { token = null; async run(op) { if (!this.token) throw new Error('no login'); try { return await op(); } catch (e) { this.token = null; throw e; } } }`],
  ['a counter that nobody asks', `class Meter { failures = 0; async run(op) { try { return await op(); } catch (e) { this.failures++; throw e; } } }`],
  ['a queue that takes back what failed', `class Queue { items = []; async flush(op) { if (this.items.length === 0) return; const all = this.items; try { await op(all); } catch (e) { this.items.push(...all); } } }`],
  ['state of one call only', `export async function retry(op) { let n = 0; while (true) { if (n > 3) throw new Error(); try { return await op(); } catch (e) { n++; } } }`],
  ['a refusal for another reason than failures', `class Gate { closed = false; failures = 0; async run(op) { if (this.closed) throw new Error(); try { return await op(); } catch (e) { this.failures++; throw e; } } close() { this.closed = true; } }`],
  ['a call before the refusal', `class Fuse { n = 0; async run(op) { try { await op(); } catch (e) { this.n++; } if (this.n > 5) throw new Error(); } }`],
];

describe('a breaker of the project’s own', () => {
  it.each(BREAKERS)('is %s', (_, text) => {
    expect(guarded({ 'a.ts': text })).toEqual(['op: Fuse']);
  });

  it.each(OTHERS)('is not %s', (_, text) => {
    expect(guarded({ 'a.ts': text })).toEqual([]);
  });

  it('may be asked before the call and told afterwards', () => {
    const breaker = `export class Breaker { private circuits = new Map();
      canProceed(name) { const circuit = this.circuits.get(name); return !circuit || circuit.metrics.until < Date.now(); }
      canProceedOrFail(name) { if (!this.canProceed(name)) throw new Error('open'); }
      recordFailure(name) { const circuit = this.circuits.get(name); if (!circuit) return; circuit.metrics.failures++; if (circuit.metrics.failures > 5) this.open(circuit); }
      private open(circuit) { circuit.metrics.until = Date.now() + 1000; } }`;
    const client = `import { Breaker } from './breaker.js';
      const breaker = new Breaker();
      async function partner() {}
      async function elsewhere() {}
      export async function call(name) {
        if (!name) return elsewhere();
        breaker.canProceedOrFail(name);
        try { return await partner(); } catch (e) { breaker.recordFailure(name); throw e; }
      }`;
    expect(guarded({ 'a.ts': client, 'breaker.ts': breaker })).toEqual(['partner: Breaker']);
  });
});
