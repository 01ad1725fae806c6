import type { Rule } from './types.js';
import drainDeadline from './drain-deadline.js';
import nestedTimeouts from './nested-timeouts.js';
import noBreakerPerRequest from './no-breaker-per-request.js';
import noOutboundWhileHolding from './no-outbound-while-holding.js';
import noRetryStorm from './no-retry-storm.js';
import noSyncIoInHandler from './no-sync-io-in-handler.js';
import noUnsafeRetry from './no-unsafe-retry.js';
import requireAcquireTimeout from './require-acquire-timeout.js';
import requireBodyLimit from './require-body-limit.js';
import requireBreaker from './require-breaker.js';
import requireIdempotencyKey from './require-idempotency-key.js';
import requireOutboundTimeout from './require-outbound-timeout.js';
import requireRelease from './require-release.js';
import requireRequestBudget from './require-request-budget.js';
import shutdownOrder from './shutdown-order.js';

/** All rules there are. Sorted by file name. */
export const rules: readonly Rule[] = [
  drainDeadline,
  nestedTimeouts,
  noBreakerPerRequest,
  noOutboundWhileHolding,
  noRetryStorm,
  noSyncIoInHandler,
  noUnsafeRetry,
  requireAcquireTimeout,
  requireBodyLimit,
  requireBreaker,
  requireIdempotencyKey,
  requireOutboundTimeout,
  requireRelease,
  requireRequestBudget,
  shutdownOrder,
];
