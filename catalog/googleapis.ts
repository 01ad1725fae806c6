import type { Library } from './schema.js';

export const library: Library = {
  package: 'googleapis',
  modules: ['@googleapis/*'],
  name: 'Google APIs',
  source: 'googleapis on gaxios 7 (d.ts); gaxios@8.3.3',
  operations: [
    {
      call: 'google.*().*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      see: 'googleapis: gaxios; the method name decides',
    },
    {
      call: 'google.*().*.*.*', is: 'outbound', effect: 'command',
      limits: [
        { limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: 'gaxios 8.3.3: pending after 640 s (ran)' },
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: 'gaxios 8.3.3' },
      ],
      see: 'googleapis: gaxios; the method name decides',
    },
  ],
};
