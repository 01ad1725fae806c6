import type { Library } from './schema.js';

export const library: Library = {
  package: 'toobusy-js',
  source: 'toobusy-js@0.5.1 toobusy.js',
  checkedOn: ['toobusy-js@0.5.1'],
  remarks: [
    { options: ['maxLag'], default: 70, unit: 'ms', says: 'too busy while the event loop lags more', see: 'toobusy-js 0.5.1' },
    { options: ['interval'], default: 500, unit: 'ms', says: 'how often it looks; its timer keeps running until shutdown()', see: 'toobusy-js 0.5.1' },
  ],
  provisions: [{ call: '', is: 'load-shedding', covers: 'path' }],
};
