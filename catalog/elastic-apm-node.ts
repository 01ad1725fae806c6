import type { Library } from './schema.js';

export const library: Library = {
  package: 'elastic-apm-node',
  source: 'elastic-apm-node@4 documentation',
  checkedOn: ['elastic-apm-node@4.18.0'],
  same: [{ path: 'default', is: '' }],
  provisions: [
    // The agent may be started from outside; who asks it for spans and metrics has it.
    { call: 'start', is: 'tracer' },
    { call: 'startTransaction', is: 'tracer' },
    { call: 'startSpan', is: 'tracer' },
    { call: 'registerMetric', is: 'metrics' },
    { call: 'captureError', is: 'error-reporting' },
  ],
};
