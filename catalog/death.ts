import type { Library } from './schema.js';

export const library: Library = {
  package: 'death',
  source: 'death (README)',
  checkedOn: ['death@1.1.0', '@types/death@1.1.5'],
  same: [{ path: 'default', is: '' }],
  closers: [{ call: '()', cleanups: ['0'], signals: true, server: 'no', see: 'death' }],
};
