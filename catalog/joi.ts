import type { Library } from './schema.js';

export const library: Library = {
  package: 'joi',
  modules: ['@hapi/joi'],
  name: 'Joi',
  source: 'joi@18.3.2 lib/index.d.ts',
  checkedOn: ['joi@18.3.2'],
  same: [
    { path: 'default', is: '' },
    { path: 'object().unknown()', is: 'object()' },
    { path: 'object().required()', is: 'object()' },
    { path: 'object().options()', is: 'object()' },
    { path: 'object().prefs()', is: 'object()' },
    { path: 'object().append()', is: 'object()' },
    { path: 'object().keys()', is: 'object()' },
    { path: 'object().validate().value', is: 'object().validateAsync()' },
  ],
  scalars: { calls: ['string()', 'number()', 'boolean()', 'bool()'], but: ['custom', 'when'] },
  values: [
    { call: 'object().validateAsync', gives: 'argument', from: 'creation:0' },
    { call: 'attempt', gives: 'argument', from: '1|0' },
    { call: '**.default', gives: 'argument', from: '0' },
  ],
  words: [{ is: 'checks', names: ['validate', 'validateAsync'], see: 'joi@18.3.2' }],
};
