import type { Library } from './schema.js';

export const library: Library = {
  package: 'busboy',
  modules: ['@fastify/busboy'],
  source: 'busboy@1.6.0 lib/types/multipart.js',
  checkedOn: ['busboy@1.6.0', '@types/busboy@1.5.5'],
  same: [{ path: 'default', is: '' }, { path: 'Busboy', is: '' }],
  bodies: [{ call: '', covers: 'route', limit: { limits: 'body', at: ['0.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'busboy 1.6.0: Infinity by default' } }],
};
