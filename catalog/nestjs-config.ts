import type { Library } from './schema.js';

const LOADED = [
  { by: 'ConfigModule.forRoot', at: '0.load[]' }, { by: 'ConfigModule.forFeature', at: '0' }, { by: 'registerAs', at: '1', under: '0' },
  // The environment as a schema of Joi's describes it, or as a function gives it that checks it.
  { by: 'ConfigModule.forRoot', at: '0.validationSchema|0', otherwise: true }, { by: 'ConfigModule.forRoot', at: '0.validate()', otherwise: true },
] as const;

export const library: Library = {
  package: '@nestjs/config',
  name: 'Nest Config',
  source: '@nestjs/config (d.ts)',
  checkedOn: ['@nestjs/config@12.0.1'],
  types: { ConfigService: 'ConfigService()' },
  resultTypes: ['ConfigType'],
  values: [
    { call: 'ConfigService().get', gives: 'argument', from: '1', named: LOADED },
    { call: 'ConfigService().getOrThrow', gives: 'environment', named: LOADED },
    { call: 'registerAs', gives: 'function', from: '1' },
  ],
};
