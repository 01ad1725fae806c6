import type { Library } from './schema.js';

export const library: Library = {
  package: '@azure/core-rest-pipeline',
  modules: ['@azure/core-client'],
  name: 'Azure request pipeline',
  source: '@azure/core-rest-pipeline@1.25.0, 1.24.0 constants; @typespec/ts-http-runtime; ran',
  checkedOn: ['@azure/core-rest-pipeline@1.25.0'],
  types: { Pipeline: 'createPipelineFromOptions()', HttpClient: 'createDefaultHttpClient()', ServiceClient: 'ServiceClient()' },
  operations: [
    {
      call: 'createPipelineFromOptions().sendRequest', is: 'outbound', effect: 'method', methodAt: '1|0.method', methodDefault: 'GET', partnerAt: ['1|0.url'],
      limits: [
        { limits: 'total', at: ['1|0.abortSignal'], unit: 'signal', default: 'never', see: '@azure/core-rest-pipeline 1.25.0; ran' },
        { limits: 'attempt', at: ['1|0.timeout'], default: 'never', offAt: [0], see: '@azure/core-rest-pipeline 1.25.0: pending after 640 s (ran)' },
      ],
      retries: {
        at: ['creation:0.retryOptions.maxRetries'], counts: 'retries', default: 3, writes: true,
        delay: { at: ['creation:0.retryOptions.retryDelayInMs'], default: 1000, factor: 2, cap: 64000, capAt: ['creation:0.retryOptions.maxRetryDelayInMs'], jitter: true }, see: '@azure/core-rest-pipeline 1.25.0: 4 POSTs (ran)',
      },
      see: '@azure/core-rest-pipeline 1.25.0',
    },
    {
      call: 'createDefaultHttpClient().sendRequest', is: 'outbound', effect: 'method', methodAt: '0|0.method', methodDefault: 'GET', partnerAt: ['0|0.url'],
      limits: [
        { limits: 'total', at: ['0|0.abortSignal'], unit: 'signal', default: 'never', see: '@azure/core-rest-pipeline 1.25.0; ran' },
        { limits: 'attempt', at: ['0|0.timeout'], default: 'never', offAt: [0], see: '@azure/core-rest-pipeline 1.25.0: pending after 640 s (ran)' },
      ],
      see: '@azure/core-rest-pipeline 1.25.0',
    },
  ],
  remarks: [
    { says: 'every client of the Azure SDK sends through this pipeline: no time limit of its own, three retries, POST included', see: '@azure/core-rest-pipeline 1.25.0 (ran)' },
    { options: ['tryTimeoutInMs'], says: 'of the storage clients: a hint for the server; it does not bound the client', see: '@azure/storage-blob 12.34.0 (ran)' },
  ],
};
