import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:timers/promises',
  modules: ['timers/promises'],
  name: 'Node timers/promises',
  source: 'nodejs.org timers/promises',
  same: [{ path: 'default', is: '' }],
  operations: [
    { call: 'setTimeout', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['0'], default: 1, see: 'nodejs.org timers/promises' }], see: 'nodejs.org timers/promises' },
    { call: 'scheduler.wait', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['0'], default: 1, see: 'nodejs.org timers/promises' }], see: 'nodejs.org timers/promises' },
  ],
};
