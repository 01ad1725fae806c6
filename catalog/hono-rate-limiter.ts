import type { Library } from './schema.js';

export const library: Library = {
  package: 'hono-rate-limiter',
  source: 'hono-rate-limiter@0.4 README',
  provisions: [{ call: 'rateLimiter', is: 'rate-limit', covers: 'chain' }],
};
