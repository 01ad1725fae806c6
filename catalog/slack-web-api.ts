import type { Library } from './schema.js';

export const library: Library = {
  package: '@slack/web-api',
  modules: ['@slack/webhook'],
  name: 'Slack',
  source: '@slack/web-api@8.2.0 dist/WebClient.js, 6.13.0; ran',
  types: { WebClient: 'WebClient()', IncomingWebhook: 'IncomingWebhook()' },
  operations: [
    {
      call: 'WebClient().*.*',
      members: ['postMessage', 'postEphemeral', 'scheduleMessage', 'meMessage', 'uploadV2', 'upload', 'push', 'apiCall', 'filesUploadV2'],
      is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: '@slack/web-api 8.2.0',
    },
    {
      call: 'WebClient().*.*',
      members: ['update', 'delete', 'add', 'remove', 'open', 'create', 'invite', 'kick', 'join', 'leave', 'archive', 'rename', 'setTopic', 'setPurpose', 'mark', 'publish'],
      is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: 'api.slack.com/methods: they set what they name; what is there already is refused (already_in_channel, name_taken, already_reacted)',
    },
    {
      call: 'WebClient().*.*', members: ['list', 'info', 'history', 'replies', 'members', 'lookupByEmail', 'test', 'getPermalink'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: '@slack/web-api 8.2.0',
    },
    {
      call: 'WebClient().*',
      members: ['postMessage', 'postEphemeral', 'scheduleMessage', 'meMessage', 'uploadV2', 'upload', 'push', 'apiCall', 'filesUploadV2'],
      is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: '@slack/web-api 8.2.0',
    },
    {
      call: 'WebClient().*',
      members: ['update', 'delete', 'add', 'remove', 'open', 'create', 'invite', 'kick', 'join', 'leave', 'archive', 'rename', 'setTopic', 'setPurpose', 'mark', 'publish'],
      is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: 'api.slack.com/methods: they set what they name; what is there already is refused (already_in_channel, name_taken, already_reacted)',
    },
    {
      call: 'WebClient().*', members: ['list', 'info', 'history', 'replies', 'members', 'lookupByEmail', 'test', 'getPermalink'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/web-api 8.2.0: no limit of its own (ran)' }],
      retries: {
        at: ['creation:1.retryConfig.retries'], counts: 'retries', default: 10, writes: true,
        delay: { default: 1000, factor: 1.96821, jitter: true, capAt: ['creation:1.retryConfig.maxTimeout'] },
        see: '@slack/web-api 8.2.0 dist/retry-policies.js: about 30 minutes; still retrying after 25 (ran)',
      },
      see: '@slack/web-api 8.2.0',
    },
    {
      call: 'IncomingWebhook().send', is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:1.timeout'], default: 'never', offAt: [0], see: '@slack/webhook' }], see: '@slack/webhook',
    },
  ],

  remarks: [
    { says: 'default call to a dead Slack endpoint was still retrying after 25 min', see: '@slack/web-api@8.2.0 dist/WebClient.js' },
  ],
};
