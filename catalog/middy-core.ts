import type { Library } from './schema.js';

export const library: Library = {
  package: '@middy/core',
  name: 'Middy',
  source: '@middy/core (README)',
  same: [
    { path: 'default', is: '' },
    { path: '().*()', is: '()' },
  ],
  entryPoints: [
    { kind: 'serverless', typed: [''], name: 'handler', repeats: 'client', answers: true, see: '@middy/core' },
    { kind: 'middleware', call: '().use', name: 'middleware', handlers: ['0.before'], members: ['before'], answers: true, see: '@middy/core' },
  ],
};
