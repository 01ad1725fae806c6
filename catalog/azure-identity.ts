import type { Library } from './schema.js';

const SEE = '@azure/identity 4.14.1';

export const library: Library = {
  package: '@azure/identity',
  name: 'Azure credentials',
  source: '@azure/identity@4.14.1 dist/commonjs/credentials; not run, needs a server that it trusts by TLS',
  checkedOn: ['@azure/identity@4.14.1'],
  types: {
    DefaultAzureCredential: 'DefaultAzureCredential()', ClientSecretCredential: 'ClientSecretCredential()', ManagedIdentityCredential: 'ManagedIdentityCredential()',
    ChainedTokenCredential: 'ChainedTokenCredential()', WorkloadIdentityCredential: 'WorkloadIdentityCredential()', TokenCredential: 'DefaultAzureCredential()',
  },
  same: [
    { path: 'ClientSecretCredential()', is: 'DefaultAzureCredential()' },
    { path: 'ManagedIdentityCredential()', is: 'DefaultAzureCredential()' },
    { path: 'ChainedTokenCredential()', is: 'DefaultAzureCredential()' },
    { path: 'WorkloadIdentityCredential()', is: 'DefaultAzureCredential()' },
    { path: 'getDefaultAzureCredential()', is: 'DefaultAzureCredential()' },
  ],
  operations: [
    {
      call: 'DefaultAzureCredential().getToken', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.abortSignal'], unit: 'signal', default: 'never', unrun: 'needs a server that it trusts by TLS', see: SEE }], see: '@azure/identity 4.14.1: a token is kept until it is about to expire',
    },
  ],
  remarks: [
    { says: 'clients that are given a credential ask it for a token in front of their first request, and again whenever it is about to expire: that time is theirs', see: SEE },
    { options: ['maxRetries'], default: 5, says: 'of the managed identity: how often the address of the machine is asked again, 800 ms and more apart', see: '@azure/identity 4.14.1 credentials/managedIdentityCredential/index.js' },
  ],
};
