import type { Library } from './schema.js';

export const library: Library = {
  package: 'find-up',
  source: 'find-up exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['findUpSync', 'findUpMultipleSync', 'findDownSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'find-up' }],
};
