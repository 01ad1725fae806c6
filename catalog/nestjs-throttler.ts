import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/throttler',
  source: '@nestjs/throttler@6.7.1 dist',
};
