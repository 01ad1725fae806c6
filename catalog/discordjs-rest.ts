import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'attempt', at: ['creation:0.timeout'], default: 15000, see: '@discordjs/rest 2.6.3 dist/index.js; ran' }];
const retries: RetryRow = { at: ['creation:0.retries'], counts: 'retries', default: 3, writes: true, delay: { default: 0 }, see: '@discordjs/rest 2.6.3: after 5xx, timeouts and resets, of every method (ran)' };

export const library: Library = {
  package: '@discordjs/rest',
  name: 'discord.js REST',
  source: '@discordjs/rest@2.6.3 dist/index.js; ran',
  checkedOn: ['@discordjs/rest@2.6.3'],
  types: { REST: 'REST()' },
  same: [{ path: 'REST().setToken()', is: 'REST()' }],
  operations: [
    { call: 'REST().get', is: 'outbound', effect: 'read', limits, retries, see: '@discordjs/rest 2.6.3' },
    { call: 'REST().*', members: ['put', 'delete'], is: 'outbound', effect: 'idempotent', limits, retries, see: '@discordjs/rest 2.6.3' },
    { call: 'REST().*', members: ['post', 'patch'], is: 'outbound', effect: 'write', keys: ['1.body.nonce'], dataAt: ['1.body'], limits, retries, see: '@discordjs/rest 2.6.3' },
  ],
  remarks: [{ options: ['rejectOnRateLimit'], says: 'without it a request waits as long as the limit of the other side says, in front of its timeout', see: '@discordjs/rest 2.6.3' }],
};
