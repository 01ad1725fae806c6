import type { Library } from './schema.js';

export const library: Library = {
  package: 'zod',
  modules: ['zod/v4', 'zod/v3', 'zod/mini'],
  name: 'Zod',
  source: 'zod@4 and 3 docs',
  checkedOn: ['zod@4.6.7'],
  same: [
    { path: 'default', is: '' },
    { path: 'z', is: '' },
    { path: 'object().strict()', is: 'object()' },
    { path: 'object().strip()', is: 'object()' },
    { path: 'object().passthrough()', is: 'object()' },
    { path: 'object().partial()', is: 'object()' },
    { path: 'object().required()', is: 'object()' },
    { path: 'object().loose()', is: 'object()' },
    { path: 'object().catchall()', is: 'object()' },
    { path: 'object().refine()', is: 'object()' },
    { path: 'object().superRefine()', is: 'object()' },
    { path: 'object().readonly()', is: 'object()' },
    { path: 'object().extend()', is: 'object()' },
    { path: 'object().merge()', is: 'object()' },
    { path: 'object().safeParse().data', is: 'object().parse()' },
  ],
  scalars: {
    calls: ['string()', 'number()', 'boolean()', 'int()', 'enum()', 'nativeEnum()', 'email()', 'url()', 'httpUrl()', 'uuid()', 'stringbool()', 'coerce.string()', 'coerce.number()', 'coerce.boolean()'],
    but: ['transform', 'pipe', 'or', 'and'],
  },
  values: [
    { call: 'object().parse', gives: 'argument', from: 'creation:0' },
    { call: 'object().parseAsync', gives: 'argument', from: 'creation:0' },
    { call: '**.default', gives: 'argument', from: '0' },
    { call: '**.prefault', gives: 'argument', from: '0' },
    { call: '**.catch', gives: 'argument', from: '0' },
    { call: '**.default().parse', gives: 'argument', from: 'creation:0' },
  ],
  words: [{ is: 'checks', names: ['parse', 'parseAsync', 'safeParse', 'safeParseAsync'], see: 'zod@4' }],
};
