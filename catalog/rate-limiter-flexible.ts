import type { Library, Limit } from './schema.js';

// It has no limit of its own: ioredis's, or node-redis's.
const OF_CLIENT: readonly Limit[] = [{
  limits: 'total', at: ['creation:0.storeClient|0.commandTimeout', 'creation:0.storeClient|1.commandTimeout', 'creation:0.storeClient|2.commandTimeout', 'creation:0.storeClient|0.socket.socketTimeout'],
  default: 'never', unrun: 'needs the client below it, whose own wait is run', see: 'rate-limiter-flexible 11.4.0 lib/RateLimiterRedis.js',
}];

export const library: Library = {
  package: 'rate-limiter-flexible',
  source: 'rate-limiter-flexible@11.4.0 lib/RateLimiterAbstract.js, README',
  checkedOn: ['rate-limiter-flexible@11.4.0'],
  remarks: [
    { options: ['duration'], unit: 's', says: 'the window; seconds, not ms', see: 'rate-limiter-flexible 11.4.0' },
    { options: ['points'], unit: 'count', says: 'how often a key may consume in a window', see: 'rate-limiter-flexible 11.4.0' },
    { options: ['blockDuration'], default: 0, unit: 's', says: 'how long a key is refused after its points are used up', see: 'rate-limiter-flexible 11.4.0' },
  ],
  resources: [{ create: 'RateLimiterRedis', is: 'client', name: 'rate limiter in Redis', uses: ['0.storeClient'], wraps: ['0.storeClient'], see: 'rate-limiter-flexible 11.4.0 lib/RateLimiterStoreAbstract.js' }],
  operations: [
    { call: 'RateLimiterRedis().*', members: ['get'], is: 'command', effect: 'read', limits: OF_CLIENT, see: 'rate-limiter-flexible 11.4.0' },
    // It counts attempts, as it should.
    { call: 'RateLimiterRedis().*', members: ['consume', 'penalty', 'reward', 'set', 'block', 'delete'], is: 'command', effect: 'idempotent', limits: OF_CLIENT, see: 'rate-limiter-flexible 11.4.0' },
  ],
  provisions: [
    { call: 'RateLimiterMemory', is: 'rate-limit' }, { call: 'RateLimiterRedis', is: 'rate-limit' }, { call: 'RateLimiterPostgres', is: 'rate-limit' },
    { call: 'RateLimiterMemory().consume', is: 'rate-limit', covers: 'path' }, { call: 'RateLimiterRedis().consume', is: 'rate-limit', covers: 'path' },
    { call: 'RateLimiterPostgres().consume', is: 'rate-limit', covers: 'path' },
  ],
};
