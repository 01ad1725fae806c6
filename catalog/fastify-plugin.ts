import type { Library } from './schema.js';

export const library: Library = {
  package: 'fastify-plugin',
  source: 'fastify-plugin@5.0.1',
  checkedOn: ['fastify-plugin@5.0.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'fastifyPlugin', is: '' },
  ],
  // Whoever registers the plugin runs it.
  callbacks: [{ call: '', callback: '0', runs: 'never', parameters: ['fastify|()'] }],
  values: [{ call: '', gives: 'function', from: '0' }],
};
