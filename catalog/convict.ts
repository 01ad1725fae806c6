import type { Library } from './schema.js';

export const library: Library = {
  package: 'convict',
  source: 'convict (README)',
  checkedOn: ['convict@6.2.5', '@types/convict@6.1.6'],
  same: [{ path: 'default', is: '' }],
  values: [{ call: '().get', gives: 'environment', named: [{ at: 'creation:0', leaf: 'default' }] }, { call: '().getProperties', gives: 'leaves', from: 'creation:0', leaf: 'default' }],
};
