import type { Library } from './schema.js';

export const library: Library = {
  package: 'bluebird',
  name: 'Bluebird',
  source: 'bluebird@3.7.2 js/release/timers.js, @types/bluebird 3.5.42',
  checkedOn: ['bluebird@3.7.2', '@types/bluebird@3.5.42'],
  same: [
    { path: 'default', is: '' },
    { path: 'Promise', is: '' },
  ],
  callbacks: [
    { call: 'map', callback: '1', runs: 'now' },
    { call: 'mapSeries', callback: '1', runs: 'now' },
    { call: 'each', callback: '1', runs: 'now' },
    { call: 'reduce', callback: '1', runs: 'now' },
    { call: 'try', callback: '0', runs: 'now', gives: true },
    { call: 'using', callback: '-1', runs: 'now', gives: true },
  ],
  values: [
    { call: 'promisify', gives: 'promised', from: '0' },
    { call: 'method', gives: 'function', from: '0' },
  ],
  operations: [{ call: 'delay', is: 'sleep', effect: 'none', limits: [{ limits: 'total', at: ['0'], default: 'unknown', see: 'bluebird 3.7.2' }], see: 'bluebird 3.7.2' }],
};
