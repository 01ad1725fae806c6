import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/multipart',
  source: '@fastify/multipart@10.1.9 index.js, README',
  checkedOn: ['@fastify/multipart@10.1.9'],
  same: [{ path: 'default', is: '' }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register' }],
  bodies: [
    {
      call: 'register', covers: 'server',
      limit: { limits: 'body', at: ['1.limits.fileSize'], unit: 'bytes', default: 1048576, note: "of one file, the app's own bodyLimit where that is set; many parts can exceed it", see: '@fastify/multipart 10.1.9 index.js (ran)' },
    },
  ],

  remarks: [
    { options: ['parts'], default: 1000, says: 'how many parts a form may have', see: '@fastify/multipart: @fastify/busboy' },
    { says: 'bodyLimit is NOT enforced on the multipart payload as a whole: many parts can exceed it', see: '@fastify/multipart@10.1.9 index.js' },
  ],
};
