import type { Library } from './schema.js';

export const library: Library = {
  package: 'pino-http',
  source: 'pino-http@11.0.0 logger.js, README',
  checkedOn: ['pino-http@11.0.0'],
  remarks: [{ options: ['genReqId'], says: 'the default request id is a counter of the process; an incoming x-request-id counts only where genReqId reads it', see: 'pino-http 11.0.0' }],
  provisions: [{ call: '', is: 'request-id' }],
};
