import type { Library } from './schema.js';

export const library: Library = {
  package: 'awilix',
  name: 'Awilix',
  source: 'awilix README',
  checkedOn: ['awilix@13.0.5'],
  same: [
    { path: 'createContainer().register()', is: 'createContainer()' },
    { path: 'createContainer().createScope()', is: 'createContainer()' },
    { path: 'asClass().singleton()', is: 'asClass()' },
    { path: 'asClass().scoped()', is: 'asClass()' },
    { path: 'asClass().transient()', is: 'asClass()' },
    { path: 'asClass().inject()', is: 'asClass()' },
    { path: 'asClass().disposer()', is: 'asClass()' },
    { path: 'asFunction().singleton()', is: 'asFunction()' },
    { path: 'asFunction().scoped()', is: 'asFunction()' },
    { path: 'asFunction().transient()', is: 'asFunction()' },
    { path: 'asFunction().inject()', is: 'asFunction()' },
    { path: 'asFunction().disposer()', is: 'asFunction()' },
  ],
  types: { AwilixContainer: 'createContainer()' },
  closers: [{ call: 'createContainer().dispose', signals: false, server: 'no', order: 'concurrent', see: 'awilix README: runs the disposers' }],
  injection: {
    bindings: [
      { call: 'createContainer().register', tokenAt: '0', mapAt: '0', providerAt: '1', scopedBy: 'asClass().scoped' },
      { call: 'asClass', tokenAt: 'result:', classAt: '0' },
      { call: 'asFunction', tokenAt: 'result:', factoryAt: '0' },
      { call: 'asValue', tokenAt: 'result:', valueAt: '0' },
    ],
    resolves: [{ call: 'createContainer().resolve', tokenAt: '0' }, { call: 'createContainer().build', tokenAt: '0' }],
    cradles: ['createContainer().cradle'], byName: true,
  },
};
