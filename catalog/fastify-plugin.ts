import type { Library } from './schema.js';

export const library: Library = {
  package: 'fastify-plugin',
  source: 'fastify-plugin@5.0.1',
  same: [
    { path: 'default', is: '' },
    { path: 'fastifyPlugin', is: '' },
  ],
  callbacks: [{ call: '', callback: '0', runs: 'start', parameters: ['fastify|()'] }],
  values: [{ call: '', gives: 'function', from: '0' }],
};
