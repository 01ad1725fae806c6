import type { Library } from './schema.js';

export const library: Library = {
  package: 'envalid',
  source: 'envalid@8 README',
  checkedOn: ['envalid@8.2.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'makeValidator', callback: '0', runs: 'now' }],
  values: [
    { call: 'cleanEnv', gives: 'argument', from: '1' },
    { call: 'num', gives: 'argument', from: '0.default', scalar: true },
    { call: 'str', gives: 'argument', from: '0.default', scalar: true },
    { call: 'bool', gives: 'argument', from: '0.default', scalar: true },
    { call: 'port', gives: 'argument', from: '0.default', scalar: true },
    { call: 'url', gives: 'argument', from: '0.default', scalar: true },
    { call: 'host', gives: 'argument', from: '0.default', scalar: true },
    { call: 'email', gives: 'argument', from: '0.default', scalar: true },
    { call: 'json', gives: 'argument', from: '0.default' },
  ],
};
