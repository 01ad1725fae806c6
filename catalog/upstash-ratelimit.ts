import type { Library } from './schema.js';

export const library: Library = {
  package: '@upstash/ratelimit',
  name: 'Upstash Ratelimit',
  source: '@upstash/ratelimit@2.2.0 dist/index.js',
  checkedOn: ['@upstash/ratelimit@2.2.0'],
  types: { Ratelimit: 'Ratelimit()' },
  operations: [
    {
      call: 'Ratelimit().limit', is: 'command', effect: 'idempotent', limits: [{ limits: 'total', at: ['creation:0.timeout'], default: 5000, offAt: [0], note: 'lets the request pass then', see: '@upstash/ratelimit 2.2.0: config.timeout ?? 5e3' }],
      see: '@upstash/ratelimit 2.2.0: asks Redis over HTTP',
    },
  ],
  provisions: [{ call: 'Ratelimit().limit', is: 'rate-limit', covers: 'path' }],
};
