import type { Library } from './schema.js';

export const library: Library = {
  package: '@aws-lambda-powertools/idempotency',
  modules: ['@aws-lambda-powertools/idempotency/middleware'],
  name: 'Powertools idempotency',
  source: '@aws-lambda-powertools/idempotency@2.35.0 lib/cjs/IdempotencyConfig.js',
  checkedOn: ['@aws-lambda-powertools/idempotency@2.35.0'],
  values: [{ call: 'makeIdempotent', gives: 'function', from: '0' }],
  claims: [
    {
      call: 'makeIdempotent', is: 'wrapper', function: '0', keyAt: ['1.config|0.eventKeyJmesPath'],
      see: '@aws-lambda-powertools/idempotency 2.35.0: the whole event without eventKeyJmesPath',
    },
    { call: 'makeHandlerIdempotent', is: 'middleware', keyAt: ['0.config|0.eventKeyJmesPath'], see: '@aws-lambda-powertools/idempotency 2.35.0: middy middleware' },
    { call: 'idempotent', is: 'wrapper', decorates: true, keyAt: ['0.config|0.eventKeyJmesPath'], see: '@aws-lambda-powertools/idempotency 2.35.0' },
  ],

  remarks: [
    { says: 'without eventKeyJmesPath any varying field defeats it; with a path that is missing the request proceeds WITHOUT idempotency unless throwOnNoIdempotencyKey:true', see: '@aws-lambda-powertools/idempotency@2.35.0 lib/cjs/IdempotencyConfig.js' },
    { says: 'config.registerLambdaContext(context) exists to give the record an in-progress expiry', see: '@aws-lambda-powertools/idempotency@2.35.0 lib/cjs/IdempotencyConfig.js' },
  ],
};
