import type { Library } from './schema.js';

export const library: Library = {
  package: 'bottleneck',
  source: 'bottleneck@2.19.5 README',
  checkedOn: ['bottleneck@2.19.5'],
  same: [{ path: 'default', is: '' }],
  types: { Bottleneck: '()' },
  wrappers: [
    {
      call: '().schedule', guard: 'bulkhead', function: '0..', gives: 'result',
      timeout: { limits: 'total', at: ['0.expiration'], default: 'never', note: 'the work goes on', see: 'bottleneck 2.19.5' },
      see: 'bottleneck 2.19.5: options may stand before the function',
    },
    { call: '().wrap', guard: 'bulkhead', function: '0', gives: 'function', see: 'bottleneck 2.19.5' },
  ],

  remarks: [
    { options: ['maxConcurrent'], default: 'null = unlimited', unit: 'jobs', says: 'a threshold', see: 'bottleneck@2.19.5 README' },
    { options: ['minTime'], default: '0', unit: 'ms', says: 'a threshold', see: 'bottleneck@2.19.5 README' },
    { options: ['highWater'], default: 'null = unlimited', unit: 'queued jobs', says: 'a threshold', see: 'bottleneck@2.19.5 README' },
    { says: 'strategies never run while highWater is null', see: 'bottleneck@2.19.5 README' },
  ],
  provisions: [{ call: '', is: 'bulkhead' }],
};
