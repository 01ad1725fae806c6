import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/rate-limit',
  source: '@fastify/rate-limit@11.2.0 index.js; ran',
  checkedOn: ['@fastify/rate-limit@11.2.0'],
  same: [{ path: 'default', is: '' }],

  remarks: [
    { options: ['max'], default: 1000, says: 'how many requests of one address within timeWindow', see: '@fastify/rate-limit index.js' },
    { options: ['timeWindow'], default: '60000', unit: 'ms number or ms-string', says: 'a threshold', see: '@fastify/rate-limit@11.2.0 index.js' },
    { options: ['global'], default: 'true', unit: 'boolean', says: 'a threshold', see: '@fastify/rate-limit@11.2.0 index.js' },
    { says: 'in-memory store by default: per process, not per cluster', see: '@fastify/rate-limit@11.2.0 index.js' },
  ],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register' }],
  provisions: [{ call: 'register', is: 'rate-limit', covers: 'chain', laterRoutesOnly: true, unless: { at: '1.global', is: [false] } }],
};
