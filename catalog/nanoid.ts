import type { Library } from './schema.js';

export const library: Library = {
  package: 'nanoid',
  source: 'nanoid@5 README',
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'nanoid' }, { call: 'customAlphabet()' }, { call: 'customRandom()' }, { call: '' }],
};
