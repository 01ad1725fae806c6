import type { Library } from './schema.js';

export const library: Library = {
  package: 'inversify',
  name: 'Inversify',
  source: 'inversify README, 6 and 7',
  checkedOn: ['inversify@8.2.3', 'inversify@6.2.2'],
  same: [
    { path: 'Container().rebind()', is: 'Container().bind()' },
    { path: 'Container().bind.bind', is: 'Container().bind' },
    { path: 'Container().createChild()', is: 'Container()' },
  ],
  types: { Container: 'Container()', ContainerModule: 'ContainerModule()' },
  callbacks: [{ call: 'ContainerModule', callback: '0', runs: 'start', parameters: ['Container().bind'] }],
  injection: {
    tokens: [{ decorator: 'inject', tokenAt: '0' }, { decorator: 'multiInject', tokenAt: '0' }],
    bindings: [
      { call: 'Container().bind().to', tokenAt: 'creation:0', classAt: '0' },
      { call: 'Container().bind().toSelf', tokenAt: 'creation:0', classAt: 'creation:0' },
      { call: 'Container().bind().toConstantValue', tokenAt: 'creation:0', valueAt: '0' },
      { call: 'Container().bind().toDynamicValue', tokenAt: 'creation:0', factoryAt: '0' },
      { call: 'Container().bind().toFactory', tokenAt: 'creation:0', factoryAt: '0' },
      { call: 'Container().bind().toConstructor', tokenAt: 'creation:0', classAt: '0' },
      { call: 'Container().bind().toService', tokenAt: 'creation:0', classAt: '0' },
    ],
    resolves: [
      { call: 'Container().get', tokenAt: '0' },
      { call: 'Container().getAsync', tokenAt: '0' },
      { call: 'Container().getAll', tokenAt: '0' },
      { call: 'Container().resolve', tokenAt: '0' },
      { call: 'Container().getNamed', tokenAt: '0' },
      { call: 'Container().getTagged', tokenAt: '0' },
    ],
  },
};
