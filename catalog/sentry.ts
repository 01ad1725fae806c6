import type { Library } from './schema.js';

export const library: Library = {
  package: '@sentry/node',
  modules: ['@sentry/core', '@sentry/nestjs', '@sentry/nextjs', '@sentry/bun', '@sentry/aws-serverless', '@sentry/google-cloud-serverless', '@sentry/remix', '@sentry/sveltekit'],
  name: 'Sentry',
  source: '@sentry/core@8 types: the callback runs within the call, its result is given back',
  checkedOn: ['@sentry/node@11.12.0'],
  callbacks: [
    { call: 'startSpan', callback: '1', runs: 'now', gives: true },
    { call: 'startSpanManual', callback: '1', runs: 'now', gives: true },
    { call: 'withScope', callback: '-1', runs: 'now', gives: true },
    { call: 'withIsolationScope', callback: '-1', runs: 'now', gives: true },
    { call: 'withActiveSpan', callback: '1', runs: 'now', gives: true },
    { call: 'continueTrace', callback: '1', runs: 'now', gives: true },
    { call: 'withMonitor', callback: '1', runs: 'now', gives: true },
  ],
  provisions: [{ call: 'init', is: 'error-reporting' }],
  words: [{ is: 'reports', names: ['addBreadcrumb', 'captureException', 'captureMessage'], see: '@sentry/core@8 types' }],
};
