import type { Library } from './schema.js';

export const library: Library = {
  package: 'nanoid',
  modules: ['nanoid/async', 'nanoid/non-secure'],
  source: 'nanoid@5 README',
  checkedOn: ['nanoid@6.0.2'],
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'nanoid' }, { call: 'customAlphabet()' }, { call: 'customRandom()' }, { call: '' }],
};
