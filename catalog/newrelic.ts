import type { Library } from './schema.js';

export const library: Library = {
  package: 'newrelic',
  name: 'New Relic',
  source: 'newrelic@12 api.js: the function runs within the call, its result is given back',
  checkedOn: ['newrelic@14.5.1', '@types/newrelic@9.14.8'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'startSegment', callback: '2', runs: 'now', gives: true },
    { call: 'startBackgroundTransaction', callback: '-1', runs: 'now', gives: true },
    { call: 'startWebTransaction', callback: '-1', runs: 'now', gives: true },
  ],
};
