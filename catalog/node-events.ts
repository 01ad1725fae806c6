import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:events',
  modules: ['events'],
  name: 'Node events',
  source: 'nodejs.org events',
  same: [{ path: 'default', is: 'EventEmitter' }, { path: 'EventEmitter.EventEmitter', is: 'EventEmitter' }, { path: 'EventEmitter().on()', is: 'EventEmitter()' }],
  emitters: [
    {
      emit: 'EventEmitter().emit', eventAt: '0', handlerAt: '1',
      listen: ['EventEmitter().on', 'EventEmitter().once', 'EventEmitter().addListener', 'EventEmitter().prependListener'],
    },
  ],
  types: { EventEmitter: 'EventEmitter()' },
  signals: [{ call: 'once', signalAt: '1', handlerAt: 'result:' }],
};
