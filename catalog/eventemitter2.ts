import type { Library } from './schema.js';

export const library: Library = {
  package: 'eventemitter2',
  name: 'EventEmitter2',
  source: 'eventemitter2@6.4.9 lib/eventemitter2.js, d.ts',
  checkedOn: ['eventemitter2@6.4.9'],
  same: [{ path: 'default', is: 'EventEmitter2' }, { path: '', is: 'EventEmitter2' }, { path: '()', is: 'EventEmitter2()' }, { path: 'EventEmitter2().on()', is: 'EventEmitter2()' }],
  emitters: [
    {
      emit: 'EventEmitter2().emit', eventAt: '0', handlerAt: '1',
      listen: ['EventEmitter2().on', 'EventEmitter2().once', 'EventEmitter2().addListener', 'EventEmitter2().prependListener'],
    },
    {
      emit: 'EventEmitter2().emitAsync', eventAt: '0', handlerAt: '1',
      listen: ['EventEmitter2().on', 'EventEmitter2().once', 'EventEmitter2().addListener', 'EventEmitter2().prependListener'],
    },
  ],
  types: { EventEmitter2: 'EventEmitter2()' },
};
