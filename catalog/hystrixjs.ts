import type { Library } from './schema.js';

export const library: Library = {
  package: 'hystrixjs',
  source: 'hystrixjs@0.2.0 lib/util/HystrixConfig.js, lib/command/*.js',
  checkedOn: ['hystrixjs@0.2.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'commandFactory.getOrCreate().run()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().timeout()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().fallbackTo()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().circuitBreakerErrorThresholdPercentage()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().circuitBreakerRequestVolumeThreshold()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().circuitBreakerSleepWindowInMilliseconds()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().errorHandler()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().requestVolumeRejectionThreshold()', is: 'commandFactory.getOrCreate()' },
    { path: 'commandFactory.getOrCreate().statisticalWindowLength()', is: 'commandFactory.getOrCreate()' },
  ],
  wrappers: [
    {
      call: 'commandFactory.getOrCreate().build().execute', guard: 'breaker', function: 'creation:of:chain:run:0', fallback: 'creation:of:chain:fallbackTo:0', gives: 'result',
      timeout: { limits: 'total', at: ['creation:of:chain:timeout:0'], default: 30000, see: 'hystrixjs 0.2.0' }, see: 'hystrixjs 0.2.0',
    },
  ],
  remarks: [
    { options: ['circuitBreakerSleepWindowInMilliseconds', 'circuitBreakerErrorThresholdPercentage', 'circuitBreakerRequestVolumeThreshold', 'requestVolumeRejectionThreshold'], default: '3000 ms, 50 %, 10, 0 (off)', says: 'when the breaker opens and for how long; how many calls may run at once', see: 'hystrixjs@0.2.0 lib/command' },
  ],
};
