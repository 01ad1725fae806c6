import type { EntryPointRow } from '#catalog/schema.js';

/** The route that a file answers by its path; undefined where the path says none. */
export function fileRoute(style: NonNullable<EntryPointRow['file']>['route'], path: string): string | undefined {
  if (style === 'app') return appRoute(path);
  if (style === 'remix') return remixRoute(path);
  if (style === 'nitro') return nitroRoute(path);
  return style === 'pages' ? pagesRoute(path) : undefined;
}

/** The verb that a file answers by its name, `orders.post.ts`; undefined where the name says none. */
export function fileMethod(style: NonNullable<EntryPointRow['file']>['route'], path: string): string | undefined {
  return style === 'nitro' ? NITRO_SUFFIX.exec(withoutExtension(path))?.[1]?.toUpperCase() : undefined;
}

/** `src/app/(group)/users/[id]/route.ts` → `/users/[id]`. */
function appRoute(path: string): string {
  const inner = path.slice(path.lastIndexOf('app/') + 4).split('/').slice(0, -1);
  return `/${inner.filter((part) => !/^\(.*\)$/.test(part) && !part.startsWith('@')).join('/')}`;
}

/** `pages/api/users/index.ts` → `/api/users`; without a folder of pages from `api` on. */
function pagesRoute(path: string): string {
  const pages = path.lastIndexOf('pages/');
  const inner = path.slice(pages < 0 ? path.lastIndexOf('/api/') + 1 : pages + 6).replace(/\.[a-z]+$/, '').replace(/(^|\/)index$/, '');
  return `/${inner}`;
}

/** `app/routes/_app.orgs.$slug_.edit/route.tsx` → `/orgs/:slug/edit`. */
function remixRoute(path: string): string {
  const file = path.slice(path.lastIndexOf('/routes/') + 8).replace(/\.[a-z]+$/, '').replace(/\/(route|index)$/, '');
  const parts = file.replace(/\[([^\]]*)\]/g, (_, literal: string) => literal.replaceAll('.', '\0')).split(/[./]/);
  const named = parts.filter((part) => !part.startsWith('_') && part !== '').map((part) => part.replace(/_$/, '').replace(/^\$$/, '*').replace(/^\$/, ':').replaceAll('\0', '.'));
  return `/${named.join('/')}`;
}

const NITRO_SUFFIX = /(?:\.(connect|delete|get|head|options|patch|post|put|trace))?(?:\.(?:dev|prod|prerender))?$/;

/** `server/api/users/[id].get.ts` → `/api/users/:id`; `server/routes/health.ts` → `/health`. */
function nitroRoute(path: string): string {
  const inner = withoutExtension(path.slice(path.lastIndexOf('server/') + 7)).replace(/^routes(?=\/)/, '').replace(NITRO_SUFFIX, '').replace(/\([^(/]+\)\//g, '');
  const route = inner.replace(/\[\.{3}\]/g, '**').replace(/\[\.{3}(\w+)\]/g, '**:$1').replace(/\[([^/\]]+)\]/g, ':$1').replace(/(^|\/)index$/, '');
  return `/${route.replace(/^\//, '')}`;
}

function withoutExtension(path: string): string {
  return path.replace(/\.[A-Za-z]+$/, '');
}
