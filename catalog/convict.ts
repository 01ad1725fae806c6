import type { Library } from './schema.js';

export const library: Library = {
  package: 'convict',
  source: 'convict (README)',
  same: [{ path: 'default', is: '' }],
  values: [{ call: '().get', gives: 'environment', named: [{ at: 'creation:0', leaf: 'default' }] }, { call: '().getProperties', gives: 'leaves', from: 'creation:0', leaf: 'default' }],
};
