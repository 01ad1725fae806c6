import type { Library } from './schema.js';

export const library: Library = {
  package: '@middy/core',
  name: 'Middy',
  source: '@middy/core (README)',
  same: [
    { path: 'default', is: '' },
    { path: '().*()', is: '()' },
  ],
  values: [{ call: '', gives: 'function', from: '0' }],
  entryPoints: [
    { kind: 'serverless', call: '', name: 'handler', handlers: ['0'], repeats: 'client', answers: true, see: '@middy/core' },
    { kind: 'serverless', call: '().handler', name: 'handler', handlers: ['0'], repeats: 'client', answers: true, see: '@middy/core' },
    { kind: 'middleware', call: '().use', name: 'middleware', handlers: ['0.before'], members: ['before'], answers: true, see: '@middy/core' },
  ],
};
