import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-idempotency',
  source: 'express-idempotency@1.0.6 README, dist/services/idempotencyService.js',
  checkedOn: ['express-idempotency@1.0.6'],
  claims: [{ call: 'getSharedIdempotencyService().isHit', is: 'check', see: 'express-idempotency 1.0.6: the middleware calls next() on a repetition too' }],

  remarks: [
    { says: 'calls next() even on a hit, so a handler without the isHit(req) guard executes the write again', see: 'express-idempotency@1.0.6 README' },
  ],
};
