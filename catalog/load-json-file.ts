import type { Library } from './schema.js';

export const library: Library = {
  package: 'load-json-file',
  source: 'load-json-file exports',
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['loadJsonFileSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'load-json-file' }],
};
