import type { Library } from './schema.js';

export const library: Library = {
  package: 'nestjs-cls',
  source: 'nestjs-cls documentation: a context for each request, with an id where it is asked for',
  checkedOn: ['nestjs-cls@6.3.1'],
  provisions: [{ call: 'ClsModule.forRoot', is: 'request-id' }],
};
