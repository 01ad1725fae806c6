import type { Library } from './schema.js';

export const library: Library = {
  package: 'delay',
  source: 'delay (README)',
  checkedOn: ['delay@7.0.0'],
  same: [{ path: 'default', is: '' }],
  operations: [{ call: '', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['0'], default: 'unknown', see: 'delay' }], see: 'delay' }],
};
