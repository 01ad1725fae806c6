import type { Library } from './schema.js';

export const library: Library = {
  package: 'tinyglobby',
  source: 'tinyglobby exports',
  checkedOn: ['tinyglobby@0.2.17'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['globSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form', see: 'tinyglobby' }],
};
