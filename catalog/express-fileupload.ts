import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-fileupload',
  source: 'express-fileupload@1.5.2 lib/index.js, README: on busboy',
  checkedOn: ['express-fileupload@1.5.2', '@types/express-fileupload@1.5.1'],
  same: [{ path: 'default', is: '' }],
  bodies: [{ call: '', covers: 'chain', limit: { limits: 'body', at: ['0.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], note: 'of one file', see: 'express-fileupload 1.5.2: the limits of busboy' } }],
  remarks: [
    { options: ['abortOnLimit'], default: false, says: 'a file above the limit is cut and the handler runs all the same', see: 'express-fileupload 1.5.2' },
    { options: ['useTempFiles'], default: false, says: 'files are kept in memory', see: 'express-fileupload 1.5.2' },
  ],
};
