import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-timeout-handler',
  source: 'express-timeout-handler@2.2.2 index.js',
  checkedOn: ['express-timeout-handler@2.2.2'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'handler', callback: '0.onTimeout', runs: 'later' }],
  budgets: [{ call: 'handler', covers: 'chain', limit: { limits: 'total', at: ['0.timeout'], default: 'never', note: 'socket inactivity', see: 'express-timeout-handler 2.2.2' } }],

  remarks: [
    { says: 'does not interrupt a response that already streams', see: 'express-timeout-handler@2.2.2 index.js' },
  ],
};
