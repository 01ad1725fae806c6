import type { Library } from './schema.js';

export const library: Library = {
  package: 'ioredis',
  name: 'ioredis',
  source: 'ioredis@6.0.0 and 5.11.1 built/redis/RedisOptions.js; ran against Redis 7.0.15',
  checkedOn: ['ioredis@6.0.0'],

  same: [
    { path: 'default', is: '' },
    { path: 'Redis', is: '' },
    { path: 'Cluster()', is: '()' },
    { path: '().duplicate()', is: '()' },
    { path: '().multi().*()', is: '().multi()' },
    { path: '().pipeline()', is: '().multi()' },
  ],
  types: { Redis: '()', Cluster: '()', Pipeline: '().multi()', ChainableCommander: '().multi()' },
  callbacks: [{ call: '().on', callback: '1', runs: 'later' }],

  entryPoints: [{ kind: 'consumer', call: '().on', when: { at: '0', is: ['message', 'pmessage', 'messageBuffer'] }, name: 'Redis subscription', handlers: ['1'], answers: false, repeats: 'never', see: 'ioredis 6.0.0' }],

  resources: [
    {
      create: '', is: 'client', name: 'Redis client', mustClose: true,
      close: [{ call: 'quit', awaitable: true, waits: true }, { call: 'disconnect', awaitable: false, waits: false }],
      limits: [
        { limits: 'connect', at: ['0.connectTimeout', '1.connectTimeout', '2.connectTimeout'], default: 10000, note: 'TCP only', see: 'ioredis 6.0.0; a silent server left get() pending at 15 s (ran)' },
      ],
      see: 'ioredis 6.0.0: quit() waits, disconnect() rejects what is in flight (ran)',
    },
    { create: 'Cluster', is: 'client', name: 'Redis Cluster client', mustClose: true, close: [{ call: 'quit', awaitable: true, waits: true }, { call: 'disconnect', awaitable: false, waits: false }], see: 'ioredis 6.0.0' },
  ],

  operations: [
    {
      call: '().*', is: 'command', effect: 'read',
      members: ['georadius_ro', 'georadiusbymember_ro', 'sort_ro', 'bitfield_ro', 'get', 'getBuffer', 'mget', 'exists', 'ttl', 'pttl', 'type', 'strlen', 'getrange', 'keys', 'scan', 'dbsize', 'hget', 'hgetall', 'hmget', 'hkeys', 'hvals', 'hlen', 'hexists', 'hscan', 'lrange', 'llen', 'lindex', 'smembers', 'sismember', 'scard', 'sinter', 'sunion', 'sscan', 'zrange', 'zrangebyscore', 'zrevrange', 'zscore', 'zcard', 'zcount', 'zrank', 'xrange', 'xlen', 'pfcount', 'bitcount', 'bitpos', 'dump', 'expiretime', 'pexpiretime', 'geodist', 'geohash', 'geopos', 'geosearch', 'getbit', 'hrandfield', 'hstrlen', 'lcs', 'lpos', 'randomkey', 'sdiff', 'sintercard', 'smismember', 'srandmember', 'xinfo', 'xpending', 'xrevrange', 'zdiff', 'zinter', 'zintercard', 'zlexcount', 'zmscore', 'zrandmember', 'zrangebylex', 'zrevrangebylex', 'zrevrangebyscore', 'zrevrank', 'zscan', 'zunion', 'ping', 'info', 'time', 'xread'],
      limits: [{ limits: 'total', at: ['creation:0.commandTimeout', 'creation:1.commandTimeout', 'creation:2.commandTimeout', 'creation:1.redisOptions.commandTimeout'], default: 'never', see: 'ioredis 6.0.0; ran' }],
      see: 'COMMAND flags of redis-server 7.0.15',
    },
    {
      call: '().*', is: 'command', effect: 'idempotent', onlyIfAbsent: [{ members: ['setnx', 'hsetnx', 'msetnx'], otherwise: 'tells' }, { members: ['set'], at: ['2..'], is: ['NX'], otherwise: 'tells' }],
      members: ['sort', 'georadius', 'georadiusbymember', 'set', 'setex', 'psetex', 'setnx', 'mset', 'getset', 'getdel', 'getex', 'del', 'unlink', 'expire', 'pexpire', 'expireat', 'persist', 'rename', 'copy', 'hset', 'hmset', 'hsetnx', 'hdel', 'sadd', 'srem', 'smove', 'zadd', 'zrem', 'zremrangebyscore', 'lset', 'lrem', 'ltrim', 'setbit', 'setrange', 'pfadd', 'geoadd', 'xack', 'xdel', 'xtrim', 'bitop', 'geosearchstore', 'msetnx', 'pexpireat', 'pfmerge', 'renamenx', 'restore', 'move', 'sdiffstore', 'sinterstore', 'sunionstore', 'zdiffstore', 'zinterstore', 'zrangestore', 'zremrangebylex', 'zremrangebyrank', 'zunionstore', 'flushdb', 'flushall', 'watch', 'unwatch', 'subscribe', 'psubscribe', 'unsubscribe', 'touch'],
      limits: [{ limits: 'total', at: ['creation:0.commandTimeout', 'creation:1.commandTimeout', 'creation:2.commandTimeout', 'creation:1.redisOptions.commandTimeout'], default: 'never', see: 'ioredis 6.0.0; ran' }],
      see: 'COMMAND flags of redis-server 7.0.15; fixed values',
    },
    {
      call: '().*', is: 'command', effect: 'write',
      relativeBy: ['incr', 'incrby', 'incrbyfloat', 'decr', 'decrby', 'append', 'hincrby', 'hincrbyfloat', 'zincrby'], windowBy: ['expire', 'pexpire', 'expireat', 'pexpireat', 'setex'],
      members: ['migrate', 'swapdb', 'incr', 'incrby', 'incrbyfloat', 'decr', 'decrby', 'append', 'hincrby', 'hincrbyfloat', 'lpush', 'lpushx', 'rpush', 'rpushx', 'linsert', 'lpop', 'rpop', 'rpoplpush', 'lmove', 'spop', 'zincrby', 'zpopmin', 'zpopmax', 'xgroup', 'xreadgroup', 'xclaim', 'xautoclaim', 'blpop', 'brpop', 'blmove', 'brpoplpush', 'bzpopmin', 'bzpopmax', 'blmpop', 'bzmpop', 'lmpop', 'zmpop', 'bitfield'],
      limits: [{ limits: 'total', at: ['creation:0.commandTimeout', 'creation:1.commandTimeout', 'creation:2.commandTimeout', 'creation:1.redisOptions.commandTimeout'], default: 'never', see: 'ioredis 6.0.0; ran' }],
      // The counter restarts after each reconnect, so a command may be sent any number of times.
      retries: { at: [], counts: 'retries', default: 1, writes: true, see: 'ioredis 6.0.0 autoResendUnfulfilledCommands: INCR re-sent after a dropped connection (ran)' },
      see: 'COMMAND flags of redis-server 7.0.15',
    },
    {
      call: '().*', members: ['eval_ro', 'evalsha_ro', 'fcall_ro', 'eval', 'evalsha', 'fcall', 'call', 'publish'], is: 'command', effect: 'none',
      limits: [{ limits: 'total', at: ['creation:0.commandTimeout', 'creation:1.commandTimeout', 'creation:2.commandTimeout', 'creation:1.redisOptions.commandTimeout'], default: 'never', see: 'ioredis 6.0.0; ran' }],
      see: 'ioredis 6.0.0: what a script does is not read',
    },
    {
      call: '().*', members: ['xadd'], is: 'publish', effect: 'write',
      limits: [{ limits: 'total', at: ['creation:0.commandTimeout', 'creation:1.commandTimeout', 'creation:2.commandTimeout'], default: 'never', see: 'ioredis 6.0.0; ran' }],
      see: 'ioredis 6.0.0',
    },
    {
      call: '().multi().exec', is: 'command', effect: 'write', flushes: true, windowBy: ['expire', 'pexpire', 'expireat', 'pexpireat', 'setex'],
      limits: [{ limits: 'total', at: ['creation:creation:0.commandTimeout', 'creation:creation:1.commandTimeout', 'creation:creation:2.commandTimeout'], default: 'never', see: 'ioredis 6.0.0' }],
      see: 'ioredis 6.0.0: a pipeline sends nothing before exec()',
    },
  ],

  words: [{ is: 'removes', names: ['getdel'], see: 'ioredis@6.0.0' }],
  remarks: [
    { says: 'connectTimeout: TCP only: a server that accepts and never answers left get() pending at 15 s; by default it also reconnects for ever', see: 'ioredis@6.0.0' },
    { options: ['socketTimeout'], default: 'none', unit: 'ms', says: 'limits a statement; drops and reconnects; the command is re-sent, so the caller keeps waiting', see: 'ioredis@6.0.0' },
    { says: 'INCR, LPUSH and the like may run twice after a connection drop', see: 'ioredis@6.0.0' },
    { says: 'keeps the process alive until quit/disconnect', see: 'ioredis@6.0.0' },
    { says: 'enableOfflineQueue:false fails at once while down ("Stream isn\'t writeable")', see: 'ioredis@6.0.0' },
    { says: 'redis.disconnect() does not wait for work in flight: in-flight commands reject "Connection is closed."', see: 'ioredis@6.0.0' },
  ],
};
