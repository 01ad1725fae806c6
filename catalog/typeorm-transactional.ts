import type { Library } from './schema.js';

export const library: Library = {
  package: 'typeorm-transactional',
  modules: ['typeorm-transactional-cls-hooked', '@nestjs-cls/transactional', '@transactional/core'],
  source: 'typeorm-transactional (README), @nestjs-cls/transactional (documentation)',
  checkedOn: ['typeorm-transactional@0.5.0'],
  ambient: [''],
};
