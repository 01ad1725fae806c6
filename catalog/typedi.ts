import type { Library } from './schema.js';

export const library: Library = {
  package: 'typedi',
  name: 'TypeDI',
  source: 'typedi README',
  checkedOn: ['typedi@0.10.0'],
  injection: {
    tokens: [{ decorator: 'Inject', tokenAt: '0' }],
    bindings: [
      { call: 'Container.set', tokenAt: '0', valueAt: '1' },
      { call: 'Container.set', tokenAt: '0.id', valueAt: '0.value', classAt: '0.type', factoryAt: '0.factory' },
      { call: 'Service', tokenAt: '0.id', factoryAt: '0.factory' },
    ],
    resolves: [{ call: 'Container.get', tokenAt: '0' }, { call: 'Container.getMany', tokenAt: '0' }, { call: 'Container.of().get', tokenAt: '0' }],
  },
};
