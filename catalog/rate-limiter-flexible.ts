import type { Library } from './schema.js';

export const library: Library = {
  package: 'rate-limiter-flexible',
  source: 'rate-limiter-flexible@11.4.0 lib/RateLimiterAbstract.js, README',
  remarks: [
    { options: ['duration'], unit: 's', says: 'the window; seconds, not ms', see: 'rate-limiter-flexible 11.4.0' },
    { options: ['points'], unit: 'count', says: 'how often a key may consume in a window', see: 'rate-limiter-flexible 11.4.0' },
    { options: ['blockDuration'], default: 0, unit: 's', says: 'how long a key is refused after its points are used up', see: 'rate-limiter-flexible 11.4.0' },
  ],
  provisions: [
    { call: 'RateLimiterMemory', is: 'rate-limit' }, { call: 'RateLimiterRedis', is: 'rate-limit' }, { call: 'RateLimiterPostgres', is: 'rate-limit' },
    { call: 'RateLimiterMemory().consume', is: 'rate-limit', covers: 'path' }, { call: 'RateLimiterRedis().consume', is: 'rate-limit', covers: 'path' },
    { call: 'RateLimiterPostgres().consume', is: 'rate-limit', covers: 'path' },
  ],
};
