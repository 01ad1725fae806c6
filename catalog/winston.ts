import type { Library } from './schema.js';

export const library: Library = {
  package: 'winston',
  source: 'winston@3.19 lib/winston.js exports',
  checkedOn: ['winston@3.19.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [{ call: 'createLogger', is: 'logger' }, { call: 'loggers.add', is: 'logger' }, { call: 'Container().add', is: 'logger' }],
  words: [{ is: 'reports', names: ['verbose', 'silly', 'http'], see: 'winston@3.19' }],
};
