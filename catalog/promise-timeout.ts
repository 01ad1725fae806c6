import type { Library } from './schema.js';

export const library: Library = {
  package: 'promise-timeout',
  source: 'promise-timeout@1.3.0 index.js',
  checkedOn: ['promise-timeout@1.3.0', '@types/promise-timeout@1.3.3'],
  same: [{ path: 'default', is: '' }],
  wrappers: [
    {
      call: 'timeout', guard: 'timeout', function: '0', gives: 'result',
      timeout: { limits: 'total', at: ['1'], default: 'unknown', note: 'the work goes on', see: 'promise-timeout 1.3.0: Promise.race' }, see: 'promise-timeout 1.3.0',
    },
  ],
};
