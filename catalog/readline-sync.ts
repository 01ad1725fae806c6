import type { Library } from './schema.js';

export const library: Library = {
  package: 'readline-sync',
  modules: ['prompt-sync'],
  source: 'readline-sync@1.4.10, prompt-sync@4.2.0 exports',
  checkedOn: ['readline-sync@1.4.10', '@types/prompt-sync@4.2.3', '@types/readline-sync@1.4.8', 'prompt-sync@4.2.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['question', 'prompt', 'keyIn', 'keyInYN', 'keyInSelect', '()'], blocks: 'wait', cost: 'high', see: 'readline-sync 1.4.10' }],
};
