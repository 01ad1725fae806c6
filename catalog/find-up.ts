import type { Library } from './schema.js';

export const library: Library = {
  package: 'find-up',
  source: 'find-up exports',
  checkedOn: ['find-up@8.0.0', 'find-up@5.0.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['findUpSync', 'findUpMultipleSync', 'findDownSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'find-up' }],
};
