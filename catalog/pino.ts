import type { Library } from './schema.js';

export const library: Library = {
  package: 'pino',
  source: 'pino@10.4.0, 9.14.0',
  checkedOn: ['pino@10.4.0'],
  same: [{ path: 'default', is: '' }],

  words: [{ is: 'reports', names: ['fatal', 'child'], see: 'pino@10.4.0' }],
  remarks: [
    { says: 'pino() and pino.destination() default to sync:false (asynchronous buffered writes) in 9.14 and 10.4: call logger.flush()/final handling on exit', see: 'pino@10.4.0 and @9.14.0: stream.sync printed' },
  ],
  provisions: [{ call: '', is: 'logger' }],
};
