import type { Library } from './schema.js';

export const library: Library = {
  package: 'agentkeepalive',
  source: 'agentkeepalive@4.6.0 lib/agent.js',
  checkedOn: ['agentkeepalive@4.6.0'],
  same: [{ path: 'default', is: '' }, { path: 'HttpAgent', is: '' }],
  resources: [{ create: '', is: 'client', name: 'keep-alive agent', close: [{ call: 'destroy', awaitable: false, waits: false }], see: 'agentkeepalive 4.6.0' }, { create: 'HttpsAgent', is: 'client', name: 'keep-alive agent', close: [{ call: 'destroy', awaitable: false, waits: false }], see: 'agentkeepalive 4.6.0' }],
  remarks: [
    { options: ['timeout'], default: '2 x freeSocketTimeout, at least 8000', unit: 'ms', says: 'inactivity of a socket in use', see: 'agentkeepalive 4.6.0' },
    { options: ['freeSocketTimeout'], default: 4000, unit: 'ms', says: 'a socket that nobody uses is closed', see: 'agentkeepalive 4.6.0' },
  ],
};
