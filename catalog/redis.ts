import type { Library, Limit, OperationRow } from './schema.js';

const READS = [
  'get', 'mGet', 'exists', 'ttl', 'pTTL', 'type', 'strLen', 'getRange', 'keys', 'scan', 'dbSize', 'hGet', 'hGetAll', 'hmGet', 'hKeys', 'hVals', 'hLen', 'hExists', 'hScan', 'lRange', 'lLen', 'lIndex', 'sMembers', 'sIsMember', 'sCard', 'sInter', 'sUnion', 'zRange', 'zRangeByScore', 'zScore', 'zCard', 'zCount', 'zRank', 'xRange', 'xLen', 'ping', 'info', 'xRead', 'bitCount', 'bitPos', 'dump', 'expireTime', 'pExpireTime', 'geoDist', 'geoHash', 'geoPos', 'geoSearch', 'getBit', 'hRandField', 'hStrLen', 'lcs', 'lPos', 'randomKey', 'sDiff', 'sInterCard', 'smIsMember', 'sRandMember', 'sScan',
  'pfCount', 'touch', 'xPending', 'xRevRange', 'zDiff', 'zInter', 'zInterCard', 'zLexCount', 'zmScore', 'zRandMember', 'zRangeByLex', 'zRevRank', 'zScan', 'zUnion', 'geoRadiusRo', 'geoRadiusByMemberRo', 'sortRo', 'bitFieldRo', 'zRangeWithScores', 'zRangeByScoreWithScores', 'zRankWithScore', 'geoSearchWith', 'geoRadius', 'geoRadiusWith', 'xInfoStream', 'xInfoGroups', 'xInfoConsumers', 'memoryUsage', 'objectEncoding', 'zRandMemberCount', 'sRandMemberCount', 'hRandFieldCount', 'configGet', 'xPendingRange', 'zInterWithScores', 'zUnionWithScores', 'zDiffWithScores', 'hScanNoValues', 'GET', 'MGET',
  'EXISTS', 'TTL', 'PTTL', 'TYPE', 'STRLEN', 'GETRANGE', 'KEYS', 'SCAN', 'DBSIZE', 'HGET', 'HGETALL', 'HMGET', 'HKEYS', 'HVALS', 'HLEN', 'HEXISTS', 'HSCAN', 'LRANGE', 'LLEN', 'LINDEX', 'SMEMBERS', 'SISMEMBER', 'SCARD', 'SINTER', 'SUNION', 'ZRANGE', 'ZRANGEBYSCORE', 'ZSCORE', 'ZCARD', 'ZCOUNT', 'ZRANK', 'XRANGE', 'XLEN', 'PING', 'INFO', 'XREAD', 'BITCOUNT', 'BITPOS', 'DUMP', 'EXPIRETIME', 'PEXPIRETIME', 'GEODIST', 'GEOHASH', 'GEOPOS', 'GEOSEARCH', 'GETBIT', 'HRANDFIELD', 'HSTRLEN', 'LCS', 'LPOS', 'RANDOMKEY', 'SDIFF', 'SINTERCARD', 'SMISMEMBER', 'SRANDMEMBER', 'SSCAN', 'PFCOUNT', 'TOUCH',
  'XPENDING', 'XREVRANGE', 'ZDIFF', 'ZINTER', 'ZINTERCARD', 'ZLEXCOUNT', 'ZMSCORE', 'ZRANDMEMBER', 'ZRANGEBYLEX', 'ZREVRANK', 'ZSCAN', 'ZUNION', 'GEORADIUS_RO', 'GEORADIUSBYMEMBER_RO', 'SORT_RO', 'BITFIELD_RO', 'ZRANGE_WITHSCORES', 'ZRANGEBYSCORE_WITHSCORES', 'ZRANK_WITHSCORE', 'GEOSEARCH_WITH', 'GEORADIUS', 'GEORADIUS_WITH', 'XINFO_STREAM', 'XINFO_GROUPS', 'XINFO_CONSUMERS', 'MEMORY_USAGE', 'OBJECT_ENCODING', 'ZRANDMEMBER_COUNT', 'SRANDMEMBER_COUNT', 'HRANDFIELD_COUNT', 'CONFIG_GET', 'XPENDING_RANGE', 'ZINTER_WITHSCORES', 'ZUNION_WITHSCORES', 'ZDIFF_WITHSCORES', 'HSCAN_NOVALUES',
];
const SETS = [
  'set', 'setEx', 'pSetEx', 'setNX', 'mSet', 'getSet', 'getDel', 'getEx', 'del', 'unlink', 'expire', 'pExpire', 'expireAt', 'persist', 'rename', 'copy', 'hSet', 'hSetNX', 'hDel', 'sAdd', 'sRem', 'sMove', 'zAdd', 'zRem', 'lSet', 'lRem', 'lTrim', 'setBit', 'pfAdd', 'geoAdd', 'xAck', 'xDel', 'xTrim', 'flushDb', 'flushAll', 'watch', 'subscribe', 'pSubscribe', 'unsubscribe', 'bitOp', 'geoSearchStore', 'mSetNX', 'pExpireAt', 'pfMerge', 'renameNX', 'restore', 'move', 'setRange', 'sDiffStore', 'sInterStore', 'sUnionStore', 'zDiffStore', 'zInterStore', 'zRangeStore', 'zRemRangeByLex',
  'zRemRangeByRank', 'zRemRangeByScore', 'zUnionStore', 'sortStore', 'geoRadiusStore', 'geoRadiusByMemberStore', 'SET', 'SETEX', 'PSETEX', 'SETNX', 'MSET', 'GETSET', 'GETDEL', 'GETEX', 'DEL', 'UNLINK', 'EXPIRE', 'PEXPIRE', 'EXPIREAT', 'PERSIST', 'RENAME', 'COPY', 'HSET', 'HSETNX', 'HDEL', 'SADD', 'SREM', 'SMOVE', 'ZADD', 'ZREM', 'LSET', 'LREM', 'LTRIM', 'SETBIT', 'PFADD', 'GEOADD', 'XACK', 'XDEL', 'XTRIM', 'FLUSHDB', 'FLUSHALL', 'BITOP', 'GEOSEARCHSTORE', 'MSETNX', 'PEXPIREAT', 'PFMERGE', 'RENAMENX', 'RESTORE', 'MOVE', 'SETRANGE', 'SDIFFSTORE', 'SINTERSTORE', 'SUNIONSTORE', 'ZDIFFSTORE',
  'ZINTERSTORE', 'ZRANGESTORE', 'ZREMRANGEBYLEX', 'ZREMRANGEBYRANK', 'ZREMRANGEBYSCORE', 'ZUNIONSTORE', 'SORT_STORE', 'GEORADIUS_STORE', 'GEORADIUSBYMEMBER_STORE',
];
const RELATIVE = ['incr', 'incrBy', 'incrByFloat', 'decr', 'decrBy', 'append', 'hIncrBy', 'hIncrByFloat', 'zIncrBy', 'zAddIncr', 'INCR', 'INCRBY', 'INCRBYFLOAT', 'DECR', 'DECRBY', 'APPEND', 'HINCRBY', 'HINCRBYFLOAT', 'ZINCRBY', 'ZADD_INCR'];
const WRITES = [
  'incr', 'incrBy', 'incrByFloat', 'decr', 'decrBy', 'append', 'hIncrBy', 'hIncrByFloat', 'lPush', 'rPush', 'lInsert', 'lPop', 'rPop', 'lMove', 'sPop', 'zIncrBy', 'zPopMin', 'zPopMax', 'xGroupCreate', 'xReadGroup', 'xClaim', 'xAutoClaim', 'blPop', 'brPop', 'blMove', 'brPopLPush', 'rPopLPush', 'bzPopMin', 'bzPopMax', 'blmPop', 'bzmPop', 'lmPop', 'zmPop', 'lPushX', 'rPushX', 'bitField', 'migrate', 'swapDb', 'lPopCount', 'rPopCount', 'sPopCount', 'zPopMinCount', 'zPopMaxCount', 'zAddIncr', 'xGroupDestroy', 'xGroupCreateConsumer', 'INCR', 'INCRBY', 'INCRBYFLOAT', 'DECR', 'DECRBY', 'APPEND',
  'HINCRBY', 'HINCRBYFLOAT', 'LPUSH', 'RPUSH', 'LINSERT', 'LPOP', 'RPOP', 'LMOVE', 'SPOP', 'ZINCRBY', 'ZPOPMIN', 'ZPOPMAX', 'XGROUP_CREATE', 'XREADGROUP', 'XCLAIM', 'XAUTOCLAIM', 'BLPOP', 'BRPOP', 'BLMOVE', 'BRPOPLPUSH', 'RPOPLPUSH', 'BZPOPMIN', 'BZPOPMAX', 'BLMPOP', 'BZMPOP', 'LMPOP', 'ZMPOP', 'LPUSHX', 'RPUSHX', 'BITFIELD', 'MIGRATE', 'SWAPDB', 'LPOP_COUNT', 'RPOP_COUNT', 'SPOP_COUNT', 'ZPOPMIN_COUNT', 'ZPOPMAX_COUNT', 'ZADD_INCR', 'XGROUP_DESTROY', 'XGROUP_CREATECONSUMER',
];
const SCRIPTS = ['eval', 'evalSha', 'fCall', 'sendCommand', 'publish', 'evalRo', 'evalShaRo', 'fCallRo', 'EVAL', 'EVALSHA', 'FCALL', 'PUBLISH', 'EVAL_RO', 'EVALSHA_RO', 'FCALL_RO'];
const WINDOWS = ['expire', 'pExpire', 'expireAt', 'pExpireAt', 'setEx', 'EXPIRE', 'PEXPIRE', 'EXPIREAT', 'PEXPIREAT', 'SETEX'];

const NX: OperationRow['onlyIfAbsent'] = [
  { members: ['setNX', 'hSetNX', 'mSetNX', 'SETNX', 'HSETNX', 'MSETNX'], otherwise: 'tells' },
  { members: ['set', 'SET'], at: ['2.NX'], is: [true], otherwise: 'tells' }, { members: ['set', 'SET'], at: ['2.condition'], is: ['NX'], otherwise: 'tells' },
];

const NO_TIMEOUT: Limit = { limits: 'total', at: [], default: 'never', see: 'redis 6.3.1: commandOptions.timeout ends a command only until it is written (ran)' };
const OF_CLIENT: readonly Limit[] = [
  NO_TIMEOUT,
  { limits: 'total', at: ['creation:0.socket.socketTimeout'], note: 'the socket is dropped when nothing comes', default: 'never', versions: '>=5.8.0', see: 'redis 6.3.1' },
];
const OF_CLUSTER: readonly Limit[] = [
  NO_TIMEOUT,
  { limits: 'total', at: ['creation:0.defaults.socket.socketTimeout'], note: 'the socket is dropped when nothing comes', default: 'never', versions: '>=5.8.0', see: 'redis 6.3.1' },
];

export const library: Library = {
  package: 'redis',
  modules: ['@redis/client'],
  name: 'node-redis',
  source: 'redis@6.3.1, 5.12.1, 4.7.1; @redis/client dist/lib/client; ran against Redis 7.0.15',
  checkedOn: ['redis@6.3.1', '@redis/client@6.3.1'],
  same: [
    { path: 'default', is: '' },
    { path: 'createClient().connect()', is: 'createClient()' },
    { path: 'createClient().duplicate()', is: 'createClient()' },
    { path: 'createClient().on()', is: 'createClient()' },
    { path: 'createCluster().connect()', is: 'createCluster()' },
    { path: 'createCluster().duplicate()', is: 'createCluster()' },
    { path: 'createCluster().on()', is: 'createCluster()' },
    { path: 'createCluster().multi().*()', is: 'createCluster().multi()' },
    { path: 'createSentinel()', is: 'createClient()' },
    { path: 'createClientPool().connect()', is: 'createClientPool()' },
    { path: 'createClient().multi().*()', is: 'createClient().multi()' },
  ],
  types: { RedisClientType: 'createClient()', RedisClusterType: 'createCluster()', RedisClientPoolType: 'createClientPool()' },
  callbacks: [
    { call: 'createClient().on', callback: '1', runs: 'later' },
    { call: 'createCluster().on', callback: '1', runs: 'later' },
    { call: 'createClientPool().execute', callback: '0', runs: 'now', parameters: ['createClient()'], gives: true },
  ],
  entryPoints: [
    { kind: 'consumer', call: 'createClient().subscribe', nameAt: '0', handlers: ['1'], answers: false, repeats: 'never', see: 'redis 6.3.1' },
    { kind: 'consumer', call: 'createCluster().subscribe', nameAt: '0', handlers: ['1'], answers: false, repeats: 'never', see: 'redis 6.3.1' },
    { kind: 'consumer', call: 'createClient().pSubscribe', nameAt: '0', handlers: ['1'], answers: false, repeats: 'never', see: 'redis 6.3.1' },
    { kind: 'consumer', call: 'createCluster().pSubscribe', nameAt: '0', handlers: ['1'], answers: false, repeats: 'never', see: 'redis 6.3.1' },
  ],
  resources: [
    {
      create: 'createClient', is: 'client', name: 'Redis client', close: [{ call: 'close', awaitable: true, waits: true, versions: '>=5.0.0' }, { call: 'quit', awaitable: true, waits: true }, { call: 'destroy', awaitable: false, waits: false }, { call: 'disconnect', awaitable: true, waits: false }],
      mustClose: true, opens: ['connect'], limits: [{ limits: 'connect', at: ['0.socket.connectTimeout'], default: 5000, see: 'redis 6.3.1: TCP only (ran)' }], see: 'redis 6.3.1: close() waits, destroy() does not (ran)',
    },
    { create: 'createCluster', is: 'client', name: 'Redis cluster client', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'quit', awaitable: true, waits: true }], mustClose: true, see: 'redis 6.3.1' },
    {
      create: 'createClientPool', is: 'pool', name: 'Redis client pool', close: [{ call: 'close', awaitable: true, waits: true }, { call: 'destroy', awaitable: false, waits: false }], mustClose: true,
      limits: [{ limits: 'acquire-wait', at: ['1.acquireTimeout'], default: 3000, offAt: [0], see: 'redis 6.3.1; ran on 5 and 6' }, { limits: 'size', at: ['1.maximum'], unit: 'count', default: 100, see: 'redis 6.3.1' }], see: 'redis 6.3.1 dist/lib/client/pool.js (ran)',
    },
  ],
  operations: [
    { call: 'createClient().*', members: READS, is: 'command', effect: 'read', limits: OF_CLIENT, see: 'redis 6.3.1; COMMAND flags of redis-server 7.0.15' },
    { call: 'createClient().*', members: SETS, is: 'command', effect: 'idempotent', onlyIfAbsent: NX, limits: OF_CLIENT, see: 'redis 6.3.1' },
    { call: 'createClient().*', members: WRITES, relativeBy: RELATIVE, windowBy: WINDOWS, is: 'command', effect: 'write', limits: OF_CLIENT, see: 'redis 6.3.1' },
    { call: 'createClient().*', members: SCRIPTS, is: 'command', effect: 'none', limits: OF_CLIENT, see: 'redis 6.3.1: what a script does is not read' },
    { call: 'createClient().*', members: ['xAdd'], is: 'publish', effect: 'write', limits: OF_CLIENT, see: 'redis 6.3.1' },
    { call: 'createCluster().*', members: READS, is: 'command', effect: 'read', limits: OF_CLUSTER, see: 'redis 6.3.1; COMMAND flags of redis-server 7.0.15' },
    { call: 'createCluster().*', members: SETS, is: 'command', effect: 'idempotent', onlyIfAbsent: NX, limits: OF_CLUSTER, see: 'redis 6.3.1' },
    { call: 'createCluster().*', members: WRITES, relativeBy: RELATIVE, windowBy: WINDOWS, is: 'command', effect: 'write', limits: OF_CLUSTER, see: 'redis 6.3.1' },
    { call: 'createCluster().*', members: SCRIPTS, is: 'command', effect: 'none', limits: OF_CLUSTER, see: 'redis 6.3.1: what a script does is not read' },
    { call: 'createCluster().*', members: ['xAdd'], is: 'publish', effect: 'write', limits: OF_CLUSTER, see: 'redis 6.3.1' },
    { call: 'createClientPool().*', members: READS, is: 'command', effect: 'read', limits: OF_CLIENT, acquires: 'per-call', see: 'redis 6.3.1; COMMAND flags of redis-server 7.0.15' },
    { call: 'createClientPool().*', members: SETS, is: 'command', effect: 'idempotent', onlyIfAbsent: NX, limits: OF_CLIENT, acquires: 'per-call', see: 'redis 6.3.1' },
    { call: 'createClientPool().*', members: WRITES, relativeBy: RELATIVE, windowBy: WINDOWS, is: 'command', effect: 'write', limits: OF_CLIENT, acquires: 'per-call', see: 'redis 6.3.1' },
    { call: 'createClientPool().*', members: SCRIPTS, is: 'command', effect: 'none', limits: OF_CLIENT, acquires: 'per-call', see: 'redis 6.3.1: what a script does is not read' },
    { call: 'createClientPool().*', members: ['xAdd'], is: 'publish', effect: 'write', limits: OF_CLIENT, acquires: 'per-call', see: 'redis 6.3.1' },
    {
      call: 'createClient().multi().exec', is: 'command', effect: 'write', flushes: true, windowBy: WINDOWS, see: 'redis 6.3.1',
      limits: [NO_TIMEOUT, { limits: 'total', at: ['creation:creation:0.socket.socketTimeout'], note: 'the socket is dropped when nothing comes', default: 'never', versions: '>=5.8.0', see: 'redis 6.3.1' }],
    },
    {
      call: 'createCluster().multi().exec', is: 'command', effect: 'write', flushes: true, windowBy: WINDOWS, see: 'redis 6.3.1',
      limits: [NO_TIMEOUT, { limits: 'total', at: ['creation:creation:0.defaults.socket.socketTimeout'], note: 'the socket is dropped when nothing comes', default: 'never', versions: '>=5.8.0', see: 'redis 6.3.1' }],
    },
    { call: 'createClientPool().execute', is: 'acquire', effect: 'none', acquires: 'during-callback', see: 'redis 6.3.1' },
  ],

  words: [{ is: 'removes', names: ['getDel'], see: 'redis@6.3.1' }],
  remarks: [
    { says: 'socket.connectTimeout: TCP only: connect() to a silent server pending at 12 s on 4, 5, 6. connect() to a refused port never rejects by default once an "error" listener exists: it reconnects for ever; with no listener it rejects', see: 'redis@6.3.1' },
    { options: ['withAbortSignal'], says: 'limits a statement; same: no effect once written', see: 'redis@6.3.1' },
    { options: ['pingInterval'], default: 'none', unit: 'ms', says: 'limits a statement', see: 'redis@6.3.1' },
    { says: 'commands before connect() reject ClientClosedError', see: 'redis@6.3.1' },
    { says: 'disableOfflineQueue:true fails at once with ClientOfflineError', see: 'redis@6.3.1' },
    { says: 'a connection that the server drops: process CRASHES on a dropped connection without client.on("error")', see: 'redis@6.3.1' },
    { says: 'client.destroy() (5+) does not wait for work in flight: in-flight reject DisconnectsClientError', see: 'redis@6.3.1' },
    { says: 'client.disconnect() (4) does not wait for work in flight', see: 'redis@6.3.1' },
    { says: 'pool.destroy() does not wait for work in flight', see: 'redis@6.3.1' },
  ],
};
