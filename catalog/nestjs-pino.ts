import type { Library } from './schema.js';

export const library: Library = {
  package: 'nestjs-pino',
  source: 'nestjs-pino@4 README',
  checkedOn: ['nestjs-pino@4.6.1'],
  provisions: [{ call: 'LoggerModule.forRoot', is: 'logger' }, { call: 'LoggerModule.forRootAsync', is: 'logger' }],
};
