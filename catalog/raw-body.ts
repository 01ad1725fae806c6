import type { Library } from './schema.js';

export const library: Library = {
  package: 'raw-body',
  source: 'raw-body@3 index.js',
  checkedOn: ['raw-body@3.0.2'],
  same: [{ path: 'default', is: '' }],
  bodies: [{ call: '', covers: 'route', streamAt: '0', limit: { limits: 'body', at: ['1.limit'], unit: 'bytes', default: 'never', see: 'raw-body index.js: no limit unless one is given' } }],
};
