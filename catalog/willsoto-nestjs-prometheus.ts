import type { Library } from './schema.js';

export const library: Library = {
  package: '@willsoto/nestjs-prometheus',
  source: '@willsoto/nestjs-prometheus@6 README',
  checkedOn: ['@willsoto/nestjs-prometheus@6.1.1'],
  provisions: [{ call: 'PrometheusModule.register', is: 'metrics' }, { call: 'PrometheusModule.registerAsync', is: 'metrics' }],
};
