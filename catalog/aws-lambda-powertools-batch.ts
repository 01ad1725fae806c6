import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-lambda-powertools/batch',
  name: 'Powertools batch',
  source: '@aws-lambda-powertools/batch@2.35.0 lib/esm/processPartialResponse.js, BasePartialProcessor.js',
  checkedOn: ['@aws-lambda-powertools/batch@2.35.0'],
  callbacks: [
    { call: 'processPartialResponse', callback: '1', runs: 'now' },
    { call: 'processPartialResponseSync', callback: '1', runs: 'now' },
  ],
};
