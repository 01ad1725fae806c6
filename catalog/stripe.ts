import type { Library } from './schema.js';

export const library: Library = {
  package: 'stripe',
  name: 'Stripe',
  source: 'stripe@23.1.0 cjs/RequestSender.js, stripe.core.js; 17.7.0; docs.stripe.com idempotent requests; ran',
  checkedOn: ['stripe@23.1.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'Stripe', is: '' },
  ],
  types: { Stripe: '()' },
  verifies: ['().webhooks.constructEvent', '().webhooks.constructEventAsync'],
  values: [{ call: '().webhooks.constructEvent', gives: 'argument', from: '0' }],
  operations: [
    { call: '().webhooks.*', members: ['constructEvent', 'constructEventAsync', 'generateTestHeaderString'], is: 'presign', effect: 'none', see: 'stripe 23.1.0: verifies locally' },
    {
      call: '().*.*', members: ['retrieve', 'list', 'search', 'listLineItems', 'retrieveUpcoming', 'listPaymentMethods', 'createPreview', 'listBalanceTransactions', 'listSources', 'listTaxIds', 'listReversals', 'listRefunds', 'listPersons', 'listExternalAccounts', 'listCapabilities', 'retrieveBalanceTransaction', 'retrieveCashBalance', 'retrievePaymentMethod', 'retrieveSource', 'retrieveTaxId', 'retrieveReversal', 'retrieveRefund', 'retrievePerson', 'retrieveExternalAccount', 'retrieveCapability'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      see: 'stripe 23.1.0',
    },
    {
      call: '().*.*',
      members: [
        'create', 'confirm', 'capture', 'cancel', 'pay', 'finalizeInvoice', 'voidInvoice', 'sendInvoice', 'attach', 'detach', 'refund', 'reverse', 'reject',
        'close', 'expire', 'markUncollectible', 'resume', 'migrate',
        'createBalanceTransaction', 'createExternalAccount', 'createPerson', 'createSource', 'createTaxId', 'createReversal', 'createRefund', 'fundCashBalance', 'addLines', 'voidCreditNote',
      ],
      is: 'outbound', effect: 'write', limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      keys: ['2.idempotencyKey', '1.idempotencyKey'], see: 'stripe 23.1.0',
    },
    {
      call: '().*.*.*', members: ['retrieve', 'list', 'search', 'listLineItems', 'retrieveUpcoming', 'listPaymentMethods', 'createPreview', 'listBalanceTransactions', 'listSources', 'listTaxIds', 'listReversals', 'listRefunds', 'listPersons', 'listExternalAccounts', 'listCapabilities', 'retrieveBalanceTransaction', 'retrieveCashBalance', 'retrievePaymentMethod', 'retrieveSource', 'retrieveTaxId', 'retrieveReversal', 'retrieveRefund', 'retrievePerson', 'retrieveExternalAccount', 'retrieveCapability'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      see: 'stripe 23.1.0',
    },
    {
      call: '().*.*.*',
      members: [
        'create', 'confirm', 'capture', 'cancel', 'pay', 'finalizeInvoice', 'voidInvoice', 'sendInvoice', 'attach', 'detach', 'refund', 'reverse', 'reject',
        'close', 'expire', 'markUncollectible', 'resume', 'migrate',
        'createBalanceTransaction', 'createExternalAccount', 'createPerson', 'createSource', 'createTaxId', 'createReversal', 'createRefund', 'fundCashBalance', 'addLines', 'voidCreditNote',
      ],
      is: 'outbound', effect: 'write', limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      keys: ['2.idempotencyKey', '1.idempotencyKey'], see: 'stripe 23.1.0',
    },
    {
      call: '().*.*', members: ['update', 'del', 'updateBalanceTransaction', 'updateSource', 'updateReversal', 'updateRefund', 'updatePerson', 'updateExternalAccount', 'deleteDiscount', 'deleteSource', 'deleteTaxId', 'deletePerson', 'deleteExternalAccount'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      see: 'stripe 23.1.0: sets what is given',
    },
    {
      call: '().*.*.*', members: ['update', 'del', 'updateBalanceTransaction', 'updateSource', 'updateReversal', 'updateRefund', 'updatePerson', 'updateExternalAccount', 'deleteDiscount', 'deleteSource', 'deleteTaxId', 'deletePerson', 'deleteExternalAccount'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      see: 'stripe 23.1.0: sets what is given',
    },
    {
      call: '().billingPortal.sessions.create', is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'attempt', at: ['2.timeout', '1.timeout', 'creation:1.timeout'], default: 80000, see: 'stripe 23.1.0: 244 s for 3 attempts (ran)' }],
      retries: {
        at: ['2.maxNetworkRetries', '1.maxNetworkRetries', 'creation:1.maxNetworkRetries'], counts: 'retries', default: 2, writes: 'keyed', delay: { default: 500, factor: 2, cap: 5000, jitter: true },
        see: 'stripe 23.1.0 cjs/RequestSender.js: an Idempotency-Key of its own on every POST (ran)',
      },
      see: 'stripe 23.1.0: a link that expires',
    },
  ],
};
