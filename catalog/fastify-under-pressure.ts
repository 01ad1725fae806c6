import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/under-pressure',
  source: '@fastify/under-pressure@9.2.0 index.js; ran',
  checkedOn: ['@fastify/under-pressure@9.2.0'],
  same: [{ path: 'default', is: '' }],

  remarks: [
    { options: ['maxEventLoopDelay'], default: '0 = not checked', unit: 'ms', says: 'a threshold', see: '@fastify/under-pressure@9.2.0 index.js' },
    { options: ['maxHeapUsedBytes', 'maxRssBytes'], default: '0 = not checked', unit: 'bytes', says: 'a threshold', see: '@fastify/under-pressure@9.2.0 index.js' },
    { options: ['maxEventLoopUtilization'], default: '0 = not checked', unit: '0..1', says: 'a threshold', see: '@fastify/under-pressure@9.2.0 index.js' },
    { options: ['sampleInterval'], default: '1000', unit: 'ms', says: 'a threshold', see: '@fastify/under-pressure@9.2.0 index.js' },
    { says: 'registered with no options it sheds nothing', see: '@fastify/under-pressure@9.2.0 index.js' },
  ],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register' }],
  provisions: [{ call: 'register', is: 'load-shedding', covers: 'chain', needs: ['1.maxEventLoopDelay', '1.maxHeapUsedBytes', '1.maxRssBytes', '1.maxEventLoopUtilization', '1.healthCheck'] }],
};
