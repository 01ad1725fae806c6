import type { Library } from './schema.js';

export const library: Library = {
  package: 'uuid',
  source: 'uuid@11.0.3 README',
  checkedOn: ['uuid@11.0.3', '@types/uuid@11.0.0'],
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'v1' }, { call: 'v4' }, { call: 'v6' }, { call: 'v7' }, { call: '' }],
};
