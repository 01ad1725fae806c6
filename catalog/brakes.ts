import type { Library } from './schema.js';

export const library: Library = {
  package: 'brakes',
  source: 'brakes@3.1.0 lib/Brakes.js, README',
  checkedOn: ['brakes@3.1.0'],
  same: [{ path: 'default', is: '' }],
  types: { Brakes: '()' },
  resources: [{ create: '', is: 'breaker', name: 'brakes breaker', limits: [{ limits: 'total', at: ['1.timeout'], default: 15000, see: 'brakes 3.1.0' }], see: 'brakes 3.1.0' }],
  wrappers: [
    {
      call: '().exec', guard: 'breaker', function: 'creation:0', fallback: 'of:chain:fallback:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:1.timeout'], default: 15000, note: 'the work goes on', see: 'brakes 3.1.0' }, see: 'brakes 3.1.0',
    },
    {
      call: '().subCircuit().exec', guard: 'breaker', function: 'creation:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:2.timeout', 'creation:creation:1.timeout'], default: 15000, see: 'brakes 3.1.0' }, see: 'brakes 3.1.0',
    },
  ],

  remarks: [
    { options: ['circuitDuration'], default: '30000', unit: 'ms', says: 'open time', see: 'brakes@3.1.0 lib/Brakes.js' },
    { options: ['threshold'], default: '0.5', unit: 'SUCCESS fraction 0..1 below which it opens', says: 'a threshold', see: 'brakes@3.1.0 lib/Brakes.js' },
    { options: ['waitThreshold'], default: '100', unit: 'requests before evaluating', says: 'a threshold', see: 'brakes@3.1.0 lib/Brakes.js' },
  ],
};
