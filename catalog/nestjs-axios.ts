import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/axios',
  name: 'Nest HttpService',
  source: '@nestjs/axios@12.0.1 dist/http.service.d.ts, http.module.js; ran',
  checkedOn: ['@nestjs/axios@12.0.1'],
  same: [
    { path: 'HttpService().axiosRef', is: 'axios|' },
    { path: 'HttpService().*()', is: 'rxjs|Observable()' },
  ],
  types: { HttpService: 'HttpService()' },
  sentBy: ['subscribe', 'toPromise', 'forEach'],
  operations: [
    {
      call: 'HttpService().*', members: ['get', 'head'], is: 'outbound', effect: 'read', lazy: true,
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@nestjs/axios 12.0.1; as axios' },
        {
          limits: 'attempt', at: ['1.timeout', 'creation:0.timeout', 'creation:0|0.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it',
          see: '@nestjs/axios 12.0.1 dist/http.module.js; plain HttpModule uses the global axios',
        },
      ],
      partnerAt: ['0'], see: '@nestjs/axios 12.0.1; as axios',
    },
    {
      call: 'HttpService().delete', is: 'outbound', effect: 'idempotent', lazy: true,
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@nestjs/axios 12.0.1; as axios' },
        {
          limits: 'attempt', at: ['1.timeout', 'creation:0.timeout', 'creation:0|0.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it',
          see: '@nestjs/axios 12.0.1 dist/http.module.js; plain HttpModule uses the global axios',
        },
      ],
      partnerAt: ['0'], see: '@nestjs/axios 12.0.1; as axios',
    },
    {
      call: 'HttpService().*', members: ['post', 'patch', 'postForm', 'patchForm'], is: 'outbound', effect: 'write', lazy: true,
      keys: ['2.headers.Idempotency-Key', '2.headers.X-Idempotency-Key', '2.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['2.signal'], unit: 'signal', default: 'never', see: '@nestjs/axios 12.0.1; as axios' },
        {
          limits: 'attempt', at: ['2.timeout', 'creation:0.timeout', 'creation:0|0.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it',
          see: '@nestjs/axios 12.0.1 dist/http.module.js; plain HttpModule uses the global axios',
        },
      ],
      partnerAt: ['0'], see: '@nestjs/axios 12.0.1; as axios',
    },
    {
      call: 'HttpService().*', members: ['put', 'putForm'], is: 'outbound', effect: 'idempotent', lazy: true,
      limits: [
        { limits: 'total', at: ['2.signal'], unit: 'signal', default: 'never', see: '@nestjs/axios 12.0.1; as axios' },
        {
          limits: 'attempt', at: ['2.timeout', 'creation:0.timeout', 'creation:0|0.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it',
          see: '@nestjs/axios 12.0.1 dist/http.module.js; plain HttpModule uses the global axios',
        },
      ],
      partnerAt: ['0'], see: '@nestjs/axios 12.0.1; as axios',
    },
    {
      call: 'HttpService().request', is: 'outbound', effect: 'method', methodAt: '0.method', methodDefault: 'GET', lazy: true,
      keys: ['0.headers.Idempotency-Key', '0.headers.X-Idempotency-Key', '0.headers.PayPal-Request-Id'],
      limits: [
        { limits: 'total', at: ['0.signal'], unit: 'signal', default: 'never', see: '@nestjs/axios 12.0.1; as axios' },
        {
          limits: 'attempt', at: ['0.timeout', 'creation:0.timeout', 'creation:0|0.timeout'], default: 'never', offAt: [0], note: 'a trickling body outlives it',
          see: '@nestjs/axios 12.0.1 dist/http.module.js; plain HttpModule uses the global axios',
        },
      ],
      partnerAt: ['0.url'], see: '@nestjs/axios 12.0.1; as axios',
    },
  ],
  injection: { provides: [{ call: 'HttpModule.register', gives: 'HttpService()' }, { call: 'HttpModule.registerAsync', gives: 'HttpService()', optionsAt: '0.useFactory()' }] },
};
