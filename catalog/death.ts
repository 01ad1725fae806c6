import type { Library } from './schema.js';

export const library: Library = {
  package: 'death',
  source: 'death (README)',
  same: [{ path: 'default', is: '' }],
  closers: [{ call: '()', cleanups: ['0'], signals: true, server: 'no', see: 'death' }],
};
