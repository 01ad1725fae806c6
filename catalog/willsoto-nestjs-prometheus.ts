import type { Library } from './schema.js';

export const library: Library = {
  package: '@willsoto/nestjs-prometheus',
  source: '@willsoto/nestjs-prometheus@6 README',
  provisions: [{ call: 'PrometheusModule.register', is: 'metrics' }, { call: 'PrometheusModule.registerAsync', is: 'metrics' }],
};
