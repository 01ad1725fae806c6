import type { Library } from './schema.js';

export const library: Library = {
  package: 'posthog-node',
  name: 'PostHog',
  source: 'posthog-node@5.70.0, @posthog/core dist/posthog-core-stateless.js',
  checkedOn: ['posthog-node@5.70.0'],
  types: { PostHog: 'PostHog()' },
  resources: [{ create: 'PostHog', is: 'client', name: 'PostHog client', gathers: true, close: [{ call: 'shutdown', awaitable: true, waits: true, ends: { limits: 'total', at: ['0'], default: 30000, see: '@posthog/core posthog-core-stateless.js: raced against shutdownTimeoutMs', unrun: 'needs gathered events and a server that stays silent' } }], see: 'posthog-node 5.70.0: sends what it has gathered' }],
  operations: [
    {
      call: 'PostHog().*', members: ['getFeatureFlag', 'isFeatureEnabled', 'getAllFlags', 'getAllFlagsAndPayloads', 'getFeatureFlagPayload'], is: 'outbound', effect: 'read', partnerAt: ['creation:1.host'],
      limits: [{ limits: 'attempt', at: ['creation:1.featureFlagsRequestTimeoutMs'], default: 3000, see: 'posthog-node 5.70.0 (ran)' }],
      retries: { at: ['creation:1.featureFlagsRequestMaxRetries'], counts: 'retries', default: 1, writes: false, delay: { at: ['creation:1.fetchRetryDelay'], default: 3000 }, see: '@posthog/core posthog-core-stateless.js: one more attempt (ran)' }, see: 'posthog-node 5.70.0: asks nobody where flags are decided locally',
    },
    {
      call: 'PostHog().*', members: ['captureImmediate', 'flush'], is: 'outbound', effect: 'idempotent', partnerAt: ['creation:1.host'],
      limits: [{ limits: 'attempt', at: ['creation:1.requestTimeout'], default: 10000, see: 'posthog-node 5.70.0' }],
      retries: { at: ['creation:1.fetchRetryCount'], counts: 'retries', default: 3, writes: true, delay: { at: ['creation:1.fetchRetryDelay'], default: 3000 }, see: 'posthog-node 5.70.0' },
      see: 'posthog-node 5.70.0: events bear ids of their own',
    },
  ],
  remarks: [{ says: 'capture() only gathers: without shutdown() a process that ends loses what it has not sent', see: 'posthog-node 5.70.0' }],
};
