import type { Library } from './schema.js';

export const library: Library = {
  package: 'opossum',
  name: 'opossum',
  source: 'opossum@10.0.0, 9.0.0, 8.5.0 lib/circuit.js; ran on Node 24.21.0',

  same: [{ path: 'default', is: '' }],
  types: { CircuitBreaker: '()' },

  callbacks: [
    { call: '().on', callback: '1', runs: 'later' },
    { call: '().healthCheck', callback: '0', runs: 'later' },
  ],

  resources: [
    {
      create: '', is: 'breaker', name: 'opossum breaker', close: [{ call: 'shutdown', awaitable: false, waits: false }],
      limits: [{ limits: 'total', at: ['1.timeout'], default: 10000, offAt: [0, false], note: 'the action keeps running', see: 'opossum 10.0.0 lib/circuit.js; 10.0 s (ran)' }],
      see: 'opossum 10.0.0',
    },
  ],

  wrappers: [
    {
      call: '().fire', guard: 'breaker', function: 'creation:0', fallback: 'of:chain:fallback:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:1.timeout'], default: 10000, offAt: [0, false], note: 'the action keeps running', see: 'opossum 10.0.0 lib/circuit.js; 10.0 s (ran)' },
      see: 'opossum 10.0.0',
    },
    {
      call: '().call', guard: 'breaker', function: 'creation:0', fallback: 'of:chain:fallback:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:1.timeout'], default: 10000, offAt: [0, false], note: 'the action keeps running', see: 'opossum 10.0.0 lib/circuit.js; 10.0 s (ran)' },
      see: 'opossum 10.0.0: the first argument is `this`',
    },
  ],
};
