import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-prom-bundle',
  source: 'express-prom-bundle@8 README',
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: '', is: 'metrics' }],
};
