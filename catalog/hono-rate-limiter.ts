import type { Library } from './schema.js';

export const library: Library = {
  package: 'hono-rate-limiter',
  source: 'hono-rate-limiter@0.4 README',
  checkedOn: ['hono-rate-limiter@0.5.4'],
  provisions: [{ call: 'rateLimiter', is: 'rate-limit', covers: 'chain' }],
};
