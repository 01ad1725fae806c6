import type { Library } from './schema.js';

export const library: Library = {
  package: 'connect-timeout',
  source: 'connect-timeout@1.9.1 index.js; ran on loopback, Node 20.20.2',
  same: [{ path: 'default', is: '' }],
  budgets: [
    {
      call: '', covers: 'chain',
      limit: { limits: 'total', at: ['0'], default: 5000, note: 'until the headers are sent; the handler keeps running', see: 'connect-timeout 1.9.1: 503 after 324 ms for 300 (ran)' },
    },
  ],
};
