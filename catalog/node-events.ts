import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:events',
  modules: ['events'],
  name: 'Node events',
  source: 'nodejs.org events',
  types: { EventEmitter: 'EventEmitter()' },
  signals: [{ call: 'once', signalAt: '1', handlerAt: 'result:' }],
};
