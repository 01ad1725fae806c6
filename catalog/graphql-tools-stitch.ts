import type { Library } from './schema.js';

export const library: Library = {
  package: '@graphql-tools/stitch',
  source: '@graphql-tools/stitch@10.3.1 (d.ts)',
  values: [{ call: 'stitchSchemas', gives: 'argument', from: '0.subschemas[]' }],
};
