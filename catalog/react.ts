import type { Library } from './schema.js';

export const library: Library = {
  package: 'react',
  name: 'React',
  source: 'react@19.2.0 reference/react/cache',
  checkedOn: ['react@19.2.0', '@types/react@19.2.0'],
  same: [{ path: 'default', is: '' }],
  values: [{ call: 'cache', gives: 'function', from: '0' }],
  remarks: [{ says: 'cache() keeps results for one request of a server only', see: 'react@19.2.0 reference/react/cache' }],
};
