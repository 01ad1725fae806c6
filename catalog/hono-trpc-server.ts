import type { Library } from './schema.js';

export const library: Library = {
  package: '@hono/trpc-server',
  name: 'tRPC on Hono',
  source: '@hono/trpc-server@0.4.2 dist/index.d.ts',
  checkedOn: ['@hono/trpc-server@0.4.2'],
  entryPoints: [
    { kind: 'middleware', call: 'trpcServer', name: 'tRPC context', context: true, handlers: ['0.createContext'], mount: { prefixAt: '0.endpoint', childAt: '0.router' }, answers: true, see: '@hono/trpc-server 0.4.2' },
  ],
  resources: [{ create: 'trpcServer', is: 'router', name: 'tRPC middleware', see: '@hono/trpc-server 0.4.2' }],
};
