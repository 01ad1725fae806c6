import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:timers',
  modules: ['timers'],
  name: 'Node timers',
  source: 'nodejs.org timers',
  same: [
    { path: 'default', is: '' },
    { path: 'setTimeout', is: 'global|setTimeout' },
    { path: 'setInterval', is: 'global|setInterval' },
    { path: 'setImmediate', is: 'global|setImmediate' },
    { path: 'clearInterval', is: 'global|clearInterval' },
    { path: 'clearTimeout', is: 'global|clearTimeout' },
    { path: 'promises', is: 'node:timers/promises|' },
  ],
};
