import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa-compose',
  source: 'koa-compose (README)',
  checkedOn: ['koa-compose@4.2.0', '@types/koa-compose@3.2.9'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'middleware', call: '', name: 'koa middleware', handlers: ['0[]'], continues: '1', answers: true, see: 'koa-compose' }],
};
