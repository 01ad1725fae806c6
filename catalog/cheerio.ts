import type { Library } from './schema.js';

export const library: Library = {
  package: 'cheerio',
  source: 'cheerio@1.2.0; measured',
  checkedOn: ['cheerio@1.2.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['load'], blocks: 'cpu', cost: 'low', see: 'cheerio 1.2.0: 153 ms for 90 KB, cold (measured)' }],
};
