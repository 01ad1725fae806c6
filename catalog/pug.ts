import type { Library } from './schema.js';

export const library: Library = {
  package: 'pug',
  modules: ['ejs'],
  source: 'package exports',
  checkedOn: ['pug@3.0.4', '@types/pug@2.0.10'],
  same: [{ path: 'default', is: '' }],
  blocking: [{ calls: ['renderFile', 'compileFile'], blocks: 'disk', cost: 'low', unlessCallback: true, instead: 'compile once at start-up', see: 'pug, ejs: reads the template at the call' }],
};
