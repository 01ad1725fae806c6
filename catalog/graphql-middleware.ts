import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql-middleware',
  source: 'graphql-middleware@6.1.35 (d.ts)',
  checkedOn: ['graphql-middleware@6.1.35'],
  values: [{ call: 'applyMiddleware', gives: 'argument', from: '0' }],
};
