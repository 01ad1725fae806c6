import type { Library } from './schema.js';

export const library: Library = {
  package: 'prom-client',
  source: 'prom-client@15.1.3 exports',
  checkedOn: ['prom-client@15.1.3'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'collectDefaultMetrics', is: 'metrics' }, { call: 'Counter', is: 'metrics' }, { call: 'Histogram', is: 'metrics' }, { call: 'Gauge', is: 'metrics' }, { call: 'Summary', is: 'metrics' }],
  words: [{ is: 'reports', names: ['observe', 'inc', 'startTimer'], see: 'prom-client@15.1.3' }],
};
