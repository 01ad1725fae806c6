import type { Library } from './schema.js';

export const library: Library = {
  package: 'stoppable',
  source: 'stoppable@1.1.0 lib/stoppable.js; ran',
  checkedOn: ['stoppable@1.1.0', '@types/stoppable@1.1.3'],
  same: [{ path: 'default', is: '' }, { path: '().listen()', is: '()' }],
  resources: [{ create: '', is: 'server', name: 'stoppable server', wraps: ['0'], see: 'stoppable 1.1.0' }],
  closers: [
    {
      call: '().stop', serverAt: 'creation:0', callbackAt: '0', signals: false, server: 'first',
      deadline: { limits: 'total', at: ['creation:1'], default: 'never', offAt: ['Infinity'], see: 'stoppable 1.1.0: Infinity by default' },
      see: 'stoppable 1.1.0: its callback runs when it is done (ran)',
    },
  ],

  remarks: [
    { says: 'cb(err, gracefully)', see: 'stoppable@1.1.0' },
  ],
};
