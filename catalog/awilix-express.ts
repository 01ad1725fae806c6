import type { Library } from './schema.js';

export const library: Library = {
  package: 'awilix-express',
  source: 'awilix-express@10.0.0 lib/scope-per-request.js',
  checkedOn: ['awilix-express@11.0.1'],
  requestMembers: { container: 'awilix|createContainer()' },
};
