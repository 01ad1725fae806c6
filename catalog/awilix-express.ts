import type { Library } from './schema.js';

export const library: Library = {
  package: 'awilix-express',
  source: 'awilix-express@10.0.0 lib/scope-per-request.js',
  requestMembers: { container: 'awilix|createContainer()' },
};
