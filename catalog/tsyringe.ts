import type { Library } from './schema.js';

export const library: Library = {
  package: 'tsyringe',
  name: 'tsyringe',
  source: 'tsyringe README',
  checkedOn: ['tsyringe@4.10.0'],
  same: [
    { path: 'container.createChildContainer()', is: 'container' },
    { path: 'container.register()', is: 'container' },
  ],
  types: { DependencyContainer: 'container' },
  injection: {
    tokens: [{ decorator: 'inject', tokenAt: '0' }], provider: { token: 'token', class: 'useClass', value: 'useValue', factory: 'useFactory', existing: 'useToken', inject: 'inject' },
    bindings: [
      { call: 'container.register', tokenAt: '0', providerAt: '1', classAt: '1' },
      { call: 'container.registerSingleton', tokenAt: '0', classAt: '1' },
      { call: 'container.registerType', tokenAt: '0', classAt: '1' },
      { call: 'container.registerInstance', tokenAt: '0', valueAt: '1' },
    ],
    resolves: [{ call: 'container.resolve', tokenAt: '0' }, { call: 'container.resolveAll', tokenAt: '0' }],
  },
};
