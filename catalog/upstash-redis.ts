import type { Library, Limit } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@upstash/redis 1.39.0: on fetch (ran)' };

export const library: Library = {
  package: '@upstash/redis',
  modules: ['@upstash/redis/cloudflare'],
  name: 'Upstash Redis',
  source: '@upstash/redis@1.39.0 nodejs.js, nodejs.d.ts',
  checkedOn: ['@upstash/redis@1.39.0'],
  types: { Redis: 'Redis()' },
  same: [{ path: 'Redis.fromEnv()', is: 'Redis()' }],
  operations: [
    {
      call: 'Redis().*', members: ['get', 'mget', 'exists', 'ttl', 'hget', 'hgetall', 'hmget', 'lrange', 'smembers', 'sismember', 'zrange', 'zscore', 'keys', 'scan', 'ping'], is: 'command', effect: 'read',
      limits: [{ limits: 'total', at: ['creation:0.signal'], unit: 'signal', default: 'never', see: '@upstash/redis 1.39.0' }, HEADERS],
      retries: { at: ['creation:0.retry.retries'], counts: 'retries', default: 5, writes: true, delay: { default: 2730, factor: 1 }, see: '@upstash/redis 1.39.0: after what fetch throws; exp(n) * 50 ms' }, see: '@upstash/redis 1.39.0',
    },
    {
      call: 'Redis().*', onlyIfAbsent: [{ members: ['setnx'], otherwise: 'tells' }, { members: ['set'], at: ['2.nx'], is: [true], otherwise: 'tells' }],
      members: ['set', 'setex', 'setnx', 'mset', 'del', 'unlink', 'expire', 'hset', 'hdel', 'sadd', 'srem', 'zadd', 'zrem'], is: 'command', effect: 'idempotent',
      limits: [{ limits: 'total', at: ['creation:0.signal'], unit: 'signal', default: 'never', see: '@upstash/redis 1.39.0' }, HEADERS],
      retries: { at: ['creation:0.retry.retries'], counts: 'retries', default: 5, writes: true, delay: { default: 2730, factor: 1 }, see: '@upstash/redis 1.39.0' }, see: '@upstash/redis 1.39.0',
    },
    {
      call: 'Redis().*', members: ['incr', 'incrby', 'decr', 'decrby', 'hincrby', 'zincrby', 'lpush', 'rpush', 'lpop', 'rpop'], is: 'command', effect: 'write', windowBy: ['expire', 'pexpire'],
      limits: [{ limits: 'total', at: ['creation:0.signal'], unit: 'signal', default: 'never', see: '@upstash/redis 1.39.0' }, HEADERS],
      retries: { at: ['creation:0.retry.retries'], counts: 'retries', default: 5, writes: true, delay: { default: 2730, factor: 1 }, see: '@upstash/redis 1.39.0' }, see: '@upstash/redis 1.39.0',
    },
  ],
};
