import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/terminus',
  name: 'Nest Terminus',
  source: '@nestjs/terminus (d.ts)',
  types: { HealthCheckService: 'HealthCheckService()', HttpHealthIndicator: 'HttpHealthIndicator()' },
  callbacks: [{ call: 'HealthCheckService().check', callback: '0[]', runs: 'now' }],
  operations: [
    {
      call: 'HttpHealthIndicator().pingCheck', is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['2.timeout'], default: 'never', see: '@nestjs/terminus: axios options' }], partnerAt: ['1'], see: '@nestjs/terminus',
    },
  ],
  provisions: [{ call: 'HealthCheckService().check', is: 'health' }],
};
