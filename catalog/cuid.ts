import type { Library } from './schema.js';

export const library: Library = {
  package: 'cuid',
  source: 'cuid@2 README',
  checkedOn: ['cuid@3.0.0', '@types/cuid@2.0.4'],
  same: [{ path: 'default', is: '' }],
  draws: [{ call: '' }],
};
