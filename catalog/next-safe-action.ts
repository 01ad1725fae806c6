import type { Library } from './schema.js';

export const library: Library = {
  package: 'next-safe-action',
  name: 'next-safe-action',
  source: 'next-safe-action@8.1.10 dist/index.mjs, d.mts',
  checkedOn: ['next-safe-action@8.1.10'],
  same: [
    { path: 'createSafeActionClient().use()', is: 'createSafeActionClient()' },
    { path: 'createSafeActionClient().metadata()', is: 'createSafeActionClient()' },
    { path: 'createSafeActionClient().inputSchema()', is: 'createSafeActionClient()' },
    { path: 'createSafeActionClient().schema()', is: 'createSafeActionClient()' },
    { path: 'createSafeActionClient().bindArgsSchemas()', is: 'createSafeActionClient()' },
    { path: 'createSafeActionClient().outputSchema()', is: 'createSafeActionClient()' },
  ],
  entryPoints: [
    {
      kind: 'rpc', call: 'createSafeActionClient().action', nameAt: 'parent:0.actionName', name: 'server action', handlers: ['0'], contextAt: '0.ctx', repeats: 'client', answers: true,
      see: 'next-safe-action 8.1.10: a Next.js server action, called by POST',
    },
    {
      kind: 'rpc', call: 'createSafeActionClient().stateAction', nameAt: 'parent:0.actionName', name: 'server action', handlers: ['0'], contextAt: '0.ctx', repeats: 'client', answers: true,
      see: 'next-safe-action 8.1.10',
    },
    {
      kind: 'middleware', call: 'createSafeActionClient().use', name: 'action middleware', handlers: ['0'], continues: '0.next', answers: true,
      see: 'next-safe-action 8.1.10: the actions built on it',
    },
  ],
};
