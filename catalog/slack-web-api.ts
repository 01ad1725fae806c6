import type { Library, Limit, RetryRow } from './schema.js';

const limits: readonly Limit[] = [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }];
const retries: RetryRow = {
  at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
  delay: { default: 2000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
  see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
};
const posting = ['postMessage', 'postEphemeral', 'scheduleMessage', 'meMessage', 'uploadV2', 'upload', 'push', 'apiCall', 'filesUploadV2'];
const setting = ['update', 'delete', 'add', 'remove', 'open', 'create', 'invite', 'kick', 'join', 'leave', 'archive', 'rename', 'setTopic', 'setPurpose', 'mark', 'publish'];
const reading = ['list', 'info', 'history', 'replies', 'members', 'lookupByEmail', 'test', 'getPermalink'];
const sets = 'api.slack.com/methods: they set what they name; what is there already is refused (already_in_channel, name_taken, already_reacted)';

export const library: Library = {
  package: '@slack/web-api',
  modules: ['@slack/webhook'],
  name: 'Slack',
  source: '@slack/web-api@8.2.0 dist/WebClient.js, 6.13.0; ran',
  checkedOn: ['@slack/web-api@8.2.0', '@slack/webhook@8.0.2'],
  types: { WebClient: 'WebClient()', IncomingWebhook: 'IncomingWebhook()' },
  operations: [
    { call: 'WebClient().*.*', members: posting, is: 'outbound', effect: 'write', limits, retries, see: '@slack/web-api 8.2.0' },
    { call: 'WebClient().*.*', members: setting, is: 'outbound', effect: 'idempotent', limits, retries, see: sets },
    { call: 'WebClient().*.*', members: reading, is: 'outbound', effect: 'read', limits, retries, see: '@slack/web-api 8.2.0' },
    { call: 'WebClient().*', members: posting, is: 'outbound', effect: 'write', limits, retries, see: '@slack/web-api 8.2.0' },
    { call: 'WebClient().*', members: setting, is: 'outbound', effect: 'idempotent', limits, retries, see: sets },
    { call: 'WebClient().*', members: reading, is: 'outbound', effect: 'read', limits, retries, see: '@slack/web-api 8.2.0' },
    {
      call: 'IncomingWebhook().send', is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/webhook' }], see: '@slack/webhook',
    },
  ],

  remarks: [
    { says: 'default call to a dead Slack endpoint was still retrying after 25 min', see: '@slack/web-api@8.2.0 dist/WebClient.js' },
  ],
};
