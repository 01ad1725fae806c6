import type { Library } from './schema.js';

export const library: Library = {
  package: '@graphql-tools/stitch',
  source: '@graphql-tools/stitch@10.3.1 (d.ts)',
  checkedOn: ['@graphql-tools/stitch@10.3.1'],
  values: [{ call: 'stitchSchemas', gives: 'argument', from: '0.subschemas[]' }],
};
