import type { Library } from './schema.js';

export const library: Library = {
  package: 'awilix-koa',
  source: 'awilix-koa@11.0.0 lib/scope-per-request.js',
  checkedOn: ['awilix-koa@11.0.0'],
  requestMembers: { container: 'awilix|createContainer()' },
};
