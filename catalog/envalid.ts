import type { Library } from './schema.js';

export const library: Library = {
  package: 'envalid',
  source: 'envalid@8 README',
  same: [{ path: 'default', is: '' }],
  callbacks: [{ call: 'makeValidator', callback: '0', runs: 'now' }],
  values: [
    { call: 'cleanEnv', gives: 'argument', from: '1' },
    { call: 'num', gives: 'argument', from: '0.default' },
    { call: 'str', gives: 'argument', from: '0.default' },
    { call: 'bool', gives: 'argument', from: '0.default' },
    { call: 'port', gives: 'argument', from: '0.default' },
    { call: 'url', gives: 'argument', from: '0.default' },
    { call: 'host', gives: 'argument', from: '0.default' },
    { call: 'email', gives: 'argument', from: '0.default' },
    { call: 'json', gives: 'argument', from: '0.default' },
  ],
};
