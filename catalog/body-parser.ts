import type { Library } from './schema.js';

export const library: Library = {
  package: 'body-parser',
  source: 'body-parser@2.4.0 lib/utils.js, lib/types/urlencoded.js',
  checkedOn: ['body-parser@2.4.0', '@types/body-parser@1.19.6'],
  same: [{ path: 'default', is: '' }],
  bodies: [
    { call: 'json', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
    { call: 'urlencoded', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
    { call: 'raw', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
    { call: 'text', covers: 'chain', limit: { limits: 'body', at: ['0.limit'], unit: 'bytes', default: 102400, offAt: ['Infinity'], see: 'body-parser 2.4.0' } },
  ],
  remarks: [
    { options: ['parameterLimit'], default: 1000, says: 'how many parameters urlencoded() takes', see: 'body-parser@2 lib/types/urlencoded.js' },
  ],
};
