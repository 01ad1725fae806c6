import type { Library } from './schema.js';

export const library: Library = {
  package: 'cuid',
  source: 'cuid@2 README',
  same: [{ path: 'default', is: '' }],
  draws: [{ call: '' }],
};
