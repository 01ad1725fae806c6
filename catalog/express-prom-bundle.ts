import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-prom-bundle',
  source: 'express-prom-bundle@8 README',
  checkedOn: ['express-prom-bundle@8.0.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'metrics' }],
};
