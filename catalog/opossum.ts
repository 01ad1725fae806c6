import type { Library } from './schema.js';

export const library: Library = {
  package: 'opossum',
  name: 'opossum',
  source: 'opossum@10.0.0, 9.0.0, 8.5.0 lib/circuit.js; ran on Node 24.21.0',
  checkedOn: ['opossum@10.0.0', '@types/opossum@8.1.9'],

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
      opensAfter: { at: ['creation:1.volumeThreshold'], default: 1, see: 'opossum 10.0.0 lib/circuit.js: a rate, asked from volumeThreshold calls on (ran)' }, see: 'opossum 10.0.0',
    },
    {
      call: '().call', guard: 'breaker', function: 'creation:0', fallback: 'of:chain:fallback:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:1.timeout'], default: 10000, offAt: [0, false], note: 'the action keeps running', see: 'opossum 10.0.0 lib/circuit.js; 10.0 s (ran)' },
      opensAfter: { at: ['creation:1.volumeThreshold'], default: 1, see: 'opossum 10.0.0 lib/circuit.js' }, see: 'opossum 10.0.0: the first argument is `this`',
    },
  ],

  remarks: [
    { options: ['resetTimeout'], default: '30000', unit: 'ms', says: 'open -> half-open', see: 'opossum@10.0.0 lib/circuit.js' },
    { options: ['errorThresholdPercentage'], default: '50', unit: 'percent 0-100', says: 'a threshold', see: 'opossum@10.0.0 lib/circuit.js' },
    { options: ['volumeThreshold'], default: '0', unit: 'calls in window', says: 'a threshold', see: 'opossum@10.0.0 lib/circuit.js' },
    { options: ['capacity'], default: 'Number.MAX_SAFE_INTEGER', unit: 'concurrent calls', says: 'a threshold', see: 'opossum@10.0.0 lib/circuit.js' },
    { options: ['rollingCountTimeout', 'rollingCountBuckets'], default: '10000 / 10', unit: 'ms / count', says: 'a threshold', see: 'opossum@10.0.0 lib/circuit.js' },
    { options: ['allowWarmUp'], default: 'false', unit: 'boolean', says: 'a threshold', see: 'opossum@10.0.0 lib/circuit.js' },
    { says: 'with defaults ONE failed first call opens the circuit (volumeThreshold 0; ran)', see: 'opossum@10.0.0 lib/circuit.js' },
    { says: 'a breaker created inside a request handler never accumulates state', see: 'opossum@10.0.0 lib/circuit.js' },
    { says: 'beyond capacity rejects ESEMLOCKED; open rejects EOPENBREAKER', see: 'opossum@10.0.0 lib/circuit.js' },
    { says: 'no retries', see: 'opossum@10.0.0 lib/circuit.js' },
  ],
};
