import type { Library } from './schema.js';

export const library: Library = {
  package: 'multer',
  source: 'multer@2.5.0 index.js; ran',
  checkedOn: ['multer@2.5.0', '@types/multer@2.3.0'],
  same: [{ path: 'default', is: '' }],
  bodies: [{ call: '', covers: 'route', limit: { limits: 'body', at: ['0.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'multer 2.5.0: 20 MiB accepted (ran)' } }],

  remarks: [
    { options: ['fieldSize', 'headerPairs'], default: '1048576 bytes, 2000', says: 'bounds of each field; files, fields and parts have no limit', see: 'multer: busboy' },
    { says: 'no storage/dest option = memory storage in effect (req.file.buffer)', see: 'multer@2.5.0 index.js' },
    { says: 'express.json limit does not apply to multipart', see: 'multer@2.5.0 index.js' },
  ],
};
