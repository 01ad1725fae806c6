import type { Library } from './schema.js';

export const library: Library = {
  package: 'overload-protection',
  source: 'overload-protection@1.2.3 index.js',
  checkedOn: ['overload-protection@1.2.3'],
  remarks: [
    { options: ['maxEventLoopDelay'], default: 42, unit: 'ms', says: 'refuses requests while the event loop lags more', see: 'overload-protection 1.2.3' },
    { options: ['maxHeapUsedBytes', 'maxRssBytes'], default: 0, unit: 'bytes', says: 'not checked at 0', see: 'overload-protection 1.2.3' },
    { options: ['sampleInterval'], default: 5, unit: 'ms', says: 'how often it looks', see: 'overload-protection 1.2.3' },
    { options: ['clientRetrySecs'], default: 1, unit: 's', says: 'Retry-After of the refusal', see: 'overload-protection 1.2.3' },
  ],
};
