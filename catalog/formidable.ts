import type { Library } from './schema.js';

export const library: Library = {
  package: 'formidable',
  source: 'formidable@3 src/Formidable.js',
  checkedOn: ['formidable@3.5.4', '@types/formidable@3.5.1'],
  same: [{ path: 'default', is: '' }, { path: 'formidable', is: '' }, { path: 'IncomingForm', is: '' }, { path: 'Formidable', is: '' }],
  bodies: [{ call: '', covers: 'route', limit: { limits: 'body', at: ['0.maxFileSize'], unit: 'bytes', default: 209715200, offAt: ['Infinity'], see: 'formidable 3 src/Formidable.js: 200 MiB' } }],
};
