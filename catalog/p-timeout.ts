import type { Library } from './schema.js';

export const library: Library = {
  package: 'p-timeout',
  source: 'p-timeout@8.0.0, 7.0.2, 4.1.0 index.js',
  checkedOn: ['p-timeout@8.0.0'],
  same: [{ path: 'default', is: '' }],
  wrappers: [
    {
      call: '', guard: 'timeout', function: '0', gives: 'result', fallback: '1.fallback',
      timeout: { limits: 'total', at: ['1.milliseconds', '1'], default: 'unknown', offAt: ['Infinity'], note: 'the work goes on', see: 'p-timeout 8.0.0 index.js; 4.x takes the number itself' },
      see: 'p-timeout 8.0.0',
    },
  ],
};
