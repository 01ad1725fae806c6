import type { Library } from './schema.js';

export const library: Library = {
  package: 'connect-timeout',
  source: 'connect-timeout@1.9.1 index.js; ran on loopback, Node 20.20.2',
  checkedOn: ['connect-timeout@1.9.1', '@types/connect-timeout@1.9.0'],
  same: [{ path: 'default', is: '' }],
  budgets: [
    {
      call: '', covers: 'chain',
      limit: { limits: 'total', at: ['0'], default: 5000, note: 'until the headers are sent; the handler keeps running', see: 'connect-timeout 1.9.1: 503 after 324 ms for 300 (ran)' },
    },
  ],

  remarks: [
    { says: 'handler keeps running after the 503; headers sent late may throw', see: 'connect-timeout@1.9.1 index.js' },
    { says: 'respond:false only sets req.timedout', see: 'connect-timeout@1.9.1 index.js' },
  ],
};
