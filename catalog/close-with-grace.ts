import type { Library } from './schema.js';

export const library: Library = {
  package: 'close-with-grace',
  source: 'close-with-grace@2.5.0, 1.3.0 index.js, events/*.js; ran',
  checkedOn: ['close-with-grace@2.5.0'],
  same: [{ path: 'default', is: '' }, { path: 'closeWithGrace', is: '' }],
  closers: [
    {
      call: '', cleanups: ['-1'], signals: true, server: 'no', order: 'registered',
      deadline: { limits: 'total', at: ['0.delay'], default: 10000, offAt: [false, null, 0], note: 'exits with 1 when it runs out', see: 'close-with-grace 2.5.0 index.js; ran' },
      see: 'close-with-grace 2.5.0: calls process.exit for you; a second signal exits at once',
    },
  ],

  remarks: [
    { says: 'calls process.exit for you', see: 'close-with-grace@2.5.0' },
  ],
};
