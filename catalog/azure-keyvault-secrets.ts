import type { Library, RetryRow } from './schema.js';

const SEE = '@azure/keyvault-secrets 4.12.0';
const UNRUN = 'needs a server that it trusts by TLS';
const retries: RetryRow = {
  at: ['creation:2.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: true, unrun: UNRUN,
  delay: { at: ['creation:2.retryOptions.retryDelayInMs'], default: 1000, factor: 2, cap: 64000, capAt: ['creation:2.retryOptions.maxRetryDelayInMs'], jitter: true }, see: 'that of @azure/core-rest-pipeline 1.25.0',
};

export const library: Library = {
  package: '@azure/keyvault-secrets',
  name: 'Azure Key Vault secrets',
  source: '@azure/keyvault-secrets@4.12.0 dist/commonjs/index.d.ts; on @azure/core-rest-pipeline',
  checkedOn: ['@azure/keyvault-secrets@4.12.0'],
  types: { SecretClient: 'SecretClient()' },
  operations: [
    {
      call: 'SecretClient().*', members: ['getSecret', 'getDeletedSecret'], is: 'outbound', effect: 'read', partnerAt: ['creation:0'],
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE }], retries, see: SEE,
    },
    {
      call: 'SecretClient().setSecret', is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0'],
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE }], retries, see: '@azure/keyvault-secrets 4.12.0: each call adds a version with the same value',
    },
    {
      call: 'SecretClient().updateSecretProperties', is: 'outbound', effect: 'idempotent', partnerAt: ['creation:0'],
      limits: [{ limits: 'total', at: ['2.abortSignal'], unit: 'signal', default: 'never', unrun: UNRUN, see: SEE }], retries, see: SEE,
    },
  ],
};
