import type { Library } from './schema.js';

export const library: Library = {
  package: 'load-json-file',
  source: 'load-json-file exports',
  checkedOn: ['load-json-file@7.0.1', 'load-json-file@6.2.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['loadJsonFileSync', 'sync'], blocks: 'disk', cost: 'low', instead: 'the asynchronous form', see: 'load-json-file' }],
};
