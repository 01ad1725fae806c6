import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-queue',
  source: 'p-queue@10.0.0, 9.3.5 dist/options.d.ts',
  checkedOn: ['p-queue@10.0.0'],
  same: [{ path: 'default', is: '' }],
  types: { PQueue: '()' },
  wrappers: [
    {
      call: '().add', guard: 'bulkhead', function: '0', gives: 'result',
      timeout: { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', note: 'the work goes on', see: 'p-queue 10.0.0' },
      see: 'p-queue 10.0.0: the queue has no limit',
    },
    {
      call: '().addAll', guard: 'bulkhead', function: '0[]', gives: 'result',
      timeout: { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'p-queue 10.0.0' }, see: 'p-queue 10.0.0',
    },
  ],

  remarks: [
    { options: ['concurrency'], default: 'Infinity', unit: 'tasks', says: 'a threshold', see: 'p-queue@10.0.0 dist/options.d.ts' },
    { says: 'queue length unbounded: no load shedding by itself', see: 'p-queue@10.0.0 dist/options.d.ts' },
  ],
  provisions: [{ call: '', is: 'bulkhead' }],
};
