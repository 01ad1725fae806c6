import type { Library } from './schema.js';

export const library: Library = {
  package: 'deasync',
  source: 'deasync@0.1.32 exports',
  checkedOn: ['deasync@0.1.32'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['', 'loopWhile', 'runLoopOnce', 'sleep'], blocks: 'wait', cost: 'high', instead: 'await', see: 'deasync 0.1.32' }],
};
