import type { Library } from './schema.js';

const PAGES = ['**/pages/api/**/*.{ts,js,tsx}', 'pages/api/**/*.{ts,js,tsx}'];

export const library: Library = {
  package: 'next',
  modules: ['next/server', 'next/cache'],
  name: 'Next.js',
  source: 'next@16.4.6 dist/server/api-utils, dist/docs (route.md, maxDuration.md, api-routes.md)',
  checkedOn: ['next@16.4.6'],
  types: { NextRequest: 'global|Request()' },
  values: [{ call: 'unstable_cache', gives: 'function', from: '0' }],
  entryPoints: [
    {
      kind: 'http',
      file: { paths: ['**/app/**/route.{ts,js,tsx,mts,mjs}', 'app/**/route.{ts,js,tsx,mts,mjs}'], exports: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'], route: 'app' },
      method: 'export', parameters: ['global|Request()'], repeats: 'client', answers: true, see: 'next 16.4.6 route.md',
    },
    {
      kind: 'http', file: { paths: PAGES, exports: ['default'], route: 'pages' }, method: 'ALL', answersAt: ['1'], repeats: 'client',
      answers: true, see: 'next 16.4.6 api-routes.md',
    },
    {
      kind: 'rpc', directive: { is: 'use server', importedUnder: 'use client' }, repeats: 'client', answers: true, see: 'next 16.4.6 dist/docs use-server.md: called by POST',
    },
    {
      kind: 'middleware', file: { paths: ['{middleware,proxy}.{ts,js}', '**/src/{middleware,proxy}.{ts,js}'], exports: ['default', 'middleware', 'proxy'], route: 'none' },
      name: 'middleware', method: 'ALL', answers: true, see: 'next 16.4.6 proxy.md',
    },
  ],
  budgets: [
    {
      call: 'maxDuration', exported: 'maxDuration', covers: 'route',
      limit: { limits: 'total', at: ['result:'], unit: 's', default: 'never', unrun: 'it is what the platform sets; needs one', see: 'next 16.4.6 maxDuration.md: the platform enforces it' },
    },
    {
      call: 'config.maxDuration', exported: 'config', covers: 'route',
      limit: { limits: 'total', at: ['result:.maxDuration'], unit: 's', default: 'never', unrun: 'it is what the platform sets; needs one', see: 'next 16.4.6 api-routes.md' },
    },
  ],
  bodies: [
    {
      call: 'config.api', exported: 'config', covers: 'route', files: { paths: PAGES, unless: [{ at: 'result:.runtime', is: ['edge', 'experimental-edge'] }] },
      limit: { limits: 'body', at: ['result:.api.bodyParser.sizeLimit'], unit: 'bytes', default: 1048576, see: 'next 16.4.6 dist/server/api-utils/node/api-resolver.js' },
    },
    { call: 'global|Request().json', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'next 16.4.6: route handlers have no limit of their own' } },
    { call: 'global|Request().text', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'next 16.4.6' } },
    { call: 'global|Request().formData', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'never', see: 'next 16.4.6' } },
  ],

  remarks: [
    { options: ['keepAliveTimeout'], default: 'node default', unit: 'ms', says: 'idle keep-alive', see: 'next@16.4.6 dist/server/api-utils/node/api-resolver.js' },
    { options: ['bodySizeLimit'], default: '1 MB', unit: 'bytes or string', says: 'limits the size', see: 'next@16.4.6 dist/server/api-utils/node/api-resolver.js' },
    { options: ['proxyClientMaxBodySize'], default: '10MB buffered when a proxy file exists; the rest is cut off, with only a logged warning', unit: 'bytes or string', says: 'limits the size', see: 'next@16.4.6 dist/server/api-utils/node/api-resolver.js' },
    { says: 'maxDuration must be a literal; unit seconds', see: 'next@16.4.6 dist/server/api-utils/node/api-resolver.js' },
    { says: 'matcher excluding a path also skips Server Actions on it', see: 'next@16.4.6 dist/server/api-utils/node/api-resolver.js' },
  ],
};
