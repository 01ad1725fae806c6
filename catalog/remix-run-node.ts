import type { Library } from './schema.js';

export const library: Library = {
  package: '@remix-run/node',
  modules: ['@remix-run/server-runtime', '@react-router/node'],
  name: 'Remix',
  source: '@remix-run/server-runtime@2.17.1 dist/routeModules.d.ts; docs/file-conventions/routes.md',
  checkedOn: ['@remix-run/node@2.17.5'],
  entryPoints: [
    {
      kind: 'http', file: { paths: ['**/app/routes/**/*.{ts,tsx,js,jsx}', 'app/routes/**/*.{ts,tsx,js,jsx}'], exports: ['loader'], route: 'remix' }, method: 'GET', repeats: 'client', answers: true,
      see: '@remix-run/server-runtime 2.17.1: a loader answers GET',
    },
    {
      kind: 'http', file: { paths: ['**/app/routes/**/*.{ts,tsx,js,jsx}', 'app/routes/**/*.{ts,tsx,js,jsx}'], exports: ['action'], route: 'remix' }, method: 'POST', repeats: 'client', answers: true,
      see: '@remix-run/server-runtime 2.17.1: an action answers POST, PUT, PATCH and DELETE',
    },
  ],
};
