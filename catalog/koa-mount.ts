import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa-mount',
  source: 'koa-mount (README)',
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'middleware', call: '', handlers: ['-1'], continues: '1', mount: { prefixAt: '0', childAt: '-1' }, answers: true, see: 'koa-mount' }],
};
