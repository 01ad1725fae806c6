import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/throttler',
  source: '@nestjs/throttler@6.7.1 dist',
  checkedOn: ['@nestjs/throttler@6.7.1'],

  remarks: [
    { options: ['limit'], default: 'required', unit: 'requests per ttl', says: 'a threshold', see: '@nestjs/throttler@6.7.1 dist' },
    { says: 'importing the module without binding ThrottlerGuard limits nothing', see: '@nestjs/throttler@6.7.1 dist' },
    { says: 'in-memory storage by default', see: '@nestjs/throttler@6.7.1 dist' },
    { says: 'ttl is milliseconds in 5.x/6.x (README example 60000); older majors used seconds (not re-tested)', see: '@nestjs/throttler@6.7.1 dist' },
  ],
  provisions: [
    { call: 'ThrottlerModule.forRoot', is: 'rate-limit' }, { call: 'ThrottlerModule.forRootAsync', is: 'rate-limit' },
    { call: 'ThrottlerGuard', is: 'rate-limit', covers: 'chain', exemptBy: ['SkipThrottle'] },
  ],
};
