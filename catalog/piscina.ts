import type { Library } from './schema.js';

export const library: Library = {
  package: 'piscina',
  modules: ['tinypool'],
  source: 'piscina (README)',
  checkedOn: ['piscina@5.3.2', 'tinypool@2.2.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Piscina', is: '' },
    { path: 'Tinypool', is: '' },
  ],
  callbacks: [{ call: '', callback: '0.filename', runs: 'never' }],
  resources: [{ create: '', is: 'pool', name: 'worker thread pool', close: [{ call: 'destroy', awaitable: true, waits: false }, { call: 'close', awaitable: true, waits: true }], see: 'piscina' }],
  operations: [{ call: '().run', is: 'command', effect: 'none', limits: [{ limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'piscina' }], see: 'piscina: in a worker thread' }],
};
