import type { Library } from './schema.js';

export const library: Library = {
  package: 'googleapis',
  modules: ['@googleapis/*'],
  name: 'Google APIs',
  source: 'googleapis and @googleapis/sheets@18.1.1 on gaxios 7 (d.ts); gaxios@8.3.3; googleapis-common build/src/apirequest.js',
  checkedOn: ['@googleapis/sheets@18.1.1'],
  operations: [
    {
      call: 'google.*().*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      retries: { at: ['1.retryConfig.retry', 'creation:0.retryConfig.retry'], counts: 'retries', default: 3, writes: false, delay: { default: 100, factor: 2 }, see: 'googleapis-common: retries unless told not to (ran)' },
      see: 'googleapis: gaxios; the method name decides',
    },
    {
      call: 'google.*().*.*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      retries: { at: ['1.retryConfig.retry', 'creation:0.retryConfig.retry'], counts: 'retries', default: 3, writes: false, delay: { default: 100, factor: 2 }, see: 'googleapis-common: retries unless told not to (ran)' },
      see: 'googleapis: gaxios; the method name decides',
    },
    {
      call: '*().*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      retries: { at: ['1.retryConfig.retry', 'creation:0.retryConfig.retry'], counts: 'retries', default: 3, writes: false, delay: { default: 100, factor: 2 }, see: 'googleapis-common: retries unless told not to (ran)' },
      see: '@googleapis/sheets 18.1.1: a package of one API exports its function; the method name decides',
    },
    {
      call: '*().*.*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      retries: { at: ['1.retryConfig.retry', 'creation:0.retryConfig.retry'], counts: 'retries', default: 3, writes: false, delay: { default: 100, factor: 2 }, see: 'googleapis-common: retries unless told not to (ran)' },
      see: '@googleapis/sheets 18.1.1: a package of one API exports its function; the method name decides',
    },
  ],
};
