import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa-mount',
  source: 'koa-mount (README)',
  checkedOn: ['koa-mount@4.2.0', '@types/koa-mount@4.0.5'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'middleware', call: '', handlers: ['-1'], continues: '1', mount: { prefixAt: '0', childAt: '-1' }, answers: true, see: 'koa-mount' }],
};
