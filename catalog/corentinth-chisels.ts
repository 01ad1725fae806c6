import type { Library } from './schema.js';

export const library: Library = {
  package: '@corentinth/chisels',
  source: '@corentinth/chisels@2.1.0 dist/index.js',
  checkedOn: ['@corentinth/chisels@1.3.1'],
  values: [
    { call: 'injectArguments', gives: 'filled', from: '0', with: '1' },
    { call: 'memoizeOnce', gives: 'once', from: '0' },
  ],
  callbacks: [{ call: 'safely', callback: '0', runs: 'now' }],
};
