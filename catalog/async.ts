import type { Library } from './schema.js';

export const library: Library = {
  package: 'async',
  source: 'async@3.2.6 dist/async.js; ran',
  checkedOn: ['async@3.2.6', '@types/async@3.2.26'],
  same: [{ path: 'default', is: '' }],
  // Within the call the functions of the lists are run; a function of one's own at the end is told of the result.
  callbacks: [
    { call: 'each', callback: '1', runs: 'now' }, { call: 'eachSeries', callback: '1', runs: 'now' }, { call: 'eachLimit', callback: '2', runs: 'now' },
    { call: 'forEach', callback: '1', runs: 'now' }, { call: 'forEachSeries', callback: '1', runs: 'now' }, { call: 'forEachLimit', callback: '2', runs: 'now' },
    { call: 'eachOf', callback: '1', runs: 'now' }, { call: 'eachOfSeries', callback: '1', runs: 'now' }, { call: 'eachOfLimit', callback: '2', runs: 'now' },
    { call: 'forEachOf', callback: '1', runs: 'now' }, { call: 'forEachOfSeries', callback: '1', runs: 'now' }, { call: 'forEachOfLimit', callback: '2', runs: 'now' },
    { call: 'map', callback: '1', runs: 'now' }, { call: 'mapSeries', callback: '1', runs: 'now' }, { call: 'mapLimit', callback: '2', runs: 'now' },
    { call: 'mapValues', callback: '1', runs: 'now' }, { call: 'mapValuesSeries', callback: '1', runs: 'now' }, { call: 'mapValuesLimit', callback: '2', runs: 'now' },
    { call: 'concat', callback: '1', runs: 'now' }, { call: 'concatSeries', callback: '1', runs: 'now' }, { call: 'concatLimit', callback: '2', runs: 'now' },
    { call: 'filter', callback: '1', runs: 'now' }, { call: 'filterSeries', callback: '1', runs: 'now' }, { call: 'filterLimit', callback: '2', runs: 'now' },
    { call: 'reject', callback: '1', runs: 'now' }, { call: 'some', callback: '1', runs: 'now' }, { call: 'every', callback: '1', runs: 'now' }, { call: 'detect', callback: '1', runs: 'now' },
    { call: 'groupBy', callback: '1', runs: 'now' }, { call: 'sortBy', callback: '1', runs: 'now' }, { call: 'reduce', callback: '2', runs: 'now' }, { call: 'reduceRight', callback: '2', runs: 'now' },
    { call: 'times', callback: '1', runs: 'now' }, { call: 'timesSeries', callback: '1', runs: 'now' }, { call: 'timesLimit', callback: '2', runs: 'now' },
    { call: 'parallel', callback: '0[]', runs: 'now' }, { call: 'parallel', callback: '0.*', runs: 'now' },
    { call: 'parallelLimit', callback: '0[]', runs: 'now' }, { call: 'parallelLimit', callback: '0.*', runs: 'now' },
    { call: 'series', callback: '0[]', runs: 'now' }, { call: 'series', callback: '0.*', runs: 'now' },
    { call: 'waterfall', callback: '0[]', runs: 'now' }, { call: 'race', callback: '0[]', runs: 'now' }, { call: 'tryEach', callback: '0[]', runs: 'now' },
    { call: 'auto', callback: '0.*', runs: 'now' }, { call: 'auto', callback: '0.*[]', runs: 'now' },
    { call: 'whilst', callback: '0', runs: 'now' }, { call: 'whilst', callback: '1', runs: 'now' }, { call: 'until', callback: '0', runs: 'now' }, { call: 'until', callback: '1', runs: 'now' },
    { call: 'doWhilst', callback: '0', runs: 'now' }, { call: 'doUntil', callback: '0', runs: 'now' }, { call: 'forever', callback: '0', runs: 'now' },
    { call: 'queue', callback: '0', runs: 'later' }, { call: 'priorityQueue', callback: '0', runs: 'later' }, { call: 'cargo', callback: '0', runs: 'later' }, { call: 'cargoQueue', callback: '0', runs: 'later' },
  ],
  values: [{ call: 'asyncify', gives: 'function', from: '0' }, { call: 'wrapSync', gives: 'function', from: '0' }, { call: 'reflect', gives: 'function', from: '0' }],
  wrappers: [
    {
      call: 'retry', guard: 'retry', function: '1', gives: 'result',
      retries: { at: ['0.times', '0'], counts: 'attempts', default: 5, writes: true, delay: { at: ['0.interval'], default: 0 }, see: 'async 3.2.6: at once unless interval is set (ran)' }, see: 'async 3.2.6',
    },
    {
      call: 'retryable', guard: 'retry', function: '1', gives: 'function',
      retries: { at: ['0.times', '0'], counts: 'attempts', default: 5, writes: true, delay: { at: ['0.interval'], default: 0 }, see: 'async 3.2.6' }, see: 'async 3.2.6',
    },
    { call: 'timeout', guard: 'timeout', function: '0', gives: 'function', timeout: { limits: 'total', at: ['1'], default: 'unknown', note: 'the work goes on', see: 'async 3.2.6' }, see: 'async 3.2.6' },
    { call: 'memoize', guard: 'cache', function: '0', gives: 'function', see: 'async 3.2.6' },
  ],
  remarks: [
    { options: ['concurrency'], default: 1, says: 'how many at once a queue works on; what waits in it has no limit', see: 'async 3.2.6' },
    { says: 'a function is retried after every error unless errorFilter says no', see: 'async 3.2.6' },
  ],
  provisions: [{ call: 'queue', is: 'bulkhead' }, { call: 'priorityQueue', is: 'bulkhead' }],
};
