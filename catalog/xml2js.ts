import type { Library } from './schema.js';

export const library: Library = {
  package: 'xml2js',
  source: 'xml2js@0.6.2; measured',
  checkedOn: ['xml2js@0.6.2', '@types/xml2js@0.4.14'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'parseString', callback: '-1', runs: 'now' }],
  blocking: [
    {
      calls: ['parseString', 'parseStringPromise', 'Parser().parseString', 'Parser().parseStringPromise'], blocks: 'cpu', cost: 'high', instead: 'a streaming parser',
      see: 'xml2js 0.6.2: 345 ms for 480 KB, in every form (measured)',
    },
  ],
};
