import type { Library } from './schema.js';

export const library: Library = {
  package: 'jsdom',
  source: 'jsdom@29.1.1; measured',
  checkedOn: ['jsdom@29.1.1', '@types/jsdom@30.0.0'],
  blocking: [{ calls: ['JSDOM'], blocks: 'cpu', cost: 'high', instead: 'a worker thread', see: 'jsdom 29.1.1: 565 ms for 90 KB (measured)' }],
};
