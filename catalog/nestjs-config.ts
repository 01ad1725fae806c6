import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/config',
  name: 'Nest Config',
  source: '@nestjs/config (d.ts)',
  types: { ConfigService: 'ConfigService()' },
  values: [
    { call: 'ConfigService().get', gives: 'argument', from: '1' },
    { call: 'ConfigService().getOrThrow', gives: 'environment' },
    { call: 'registerAs', gives: 'function', from: '1' },
  ],
};
