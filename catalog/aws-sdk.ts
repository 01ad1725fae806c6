import type { Library } from './schema.js';

export const library: Library = {
  package: 'aws-sdk',
  name: 'AWS SDK v2',
  source: 'aws-sdk@2 (v2, end of support)',
  same: [{ path: 'default', is: '' }],
  operations: [
    {
      call: '*().*().promise', is: 'outbound', effect: 'write',
      limits: [
        { limits: 'idle', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, note: 'socket inactivity', see: 'aws-sdk 2' },
        { limits: 'attempt', at: ['creation:creation:0.httpOptions.timeout'], default: 120000, see: 'aws-sdk 2' },
      ],
      retries: { at: ['creation:creation:0.maxRetries'], counts: 'retries', default: 3, writes: true, see: 'aws-sdk 2' }, see: 'aws-sdk 2: the service call left of promise()',
    },
  ],
};
