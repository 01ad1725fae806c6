import type { Library } from './schema.js';

export const library: Library = {
  package: 'pdfkit',
  modules: ['pdf-lib', 'pdf-parse', 'jimp', 'canvas', 'qrcode'],
  name: 'Documents and pictures',
  source: 'package exports',
  remarks: [{ says: 'the work is on the main thread behind a promise or a stream; its cost grows with the document', see: 'package exports' }],
};
