import type { Library } from './schema.js';

export const library: Library = {
  package: 'nest-circuit-breaker',
  modules: ['circuit-breaker-nestjs'],
  source: 'npmjs.com package page',
  wrappers: [
    {
      call: 'CircuitBreaker', guard: 'breaker', decorates: true, timeout: { limits: 'total', at: ['0.timeout'], default: 10000, see: 'opossum 10.0.0' },
      see: 'nest-circuit-breaker, opossum underneath',
    },
  ],
};
