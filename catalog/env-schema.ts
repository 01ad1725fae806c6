import type { Library } from './schema.js';

export const library: Library = {
  package: 'env-schema',
  source: 'env-schema@8.0.0 index.js, README',
  checkedOn: ['env-schema@8.0.0'],
  same: [
    { path: '', is: 'envSchema' },
    { path: 'default', is: 'envSchema' },
  ],
  // A schema of its own, or one that TypeBox makes of the properties.
  values: [{ call: 'envSchema', gives: 'leaves', from: '0.schema|0', orFrom: '0.schema.properties', leaf: 'default' }],
};
