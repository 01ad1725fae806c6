import type { Library } from './schema.js';

export const library: Library = {
  package: 'pdfkit',
  modules: ['pdf-lib', 'pdf-parse', 'jimp', 'canvas', 'qrcode'],
  name: 'Documents and pictures',
  source: 'package exports',
  checkedOn: ['pdfkit@0.20.2', '@types/pdfkit@0.17.6'],
  remarks: [{ says: 'the work is on the main thread behind a promise or a stream; its cost grows with the document', see: 'package exports' }],
};
