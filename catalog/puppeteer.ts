import type { Library } from './schema.js';

export const library: Library = {
  package: 'puppeteer',
  modules: ['puppeteer-core'],
  source: 'puppeteer (d.ts)',
  checkedOn: ['puppeteer@25.16.0'],
  same: [{ path: 'default', is: '' }],
  types: { Browser: 'launch()', Page: 'launch().newPage()' },
  resources: [{ create: 'launch', is: 'client', name: 'browser', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true, see: 'puppeteer' }],
  operations: [
    {
      call: 'launch().newPage().goto', is: 'outbound', effect: 'read', partnerAt: ['0'],
      limits: [{ limits: 'total', at: ['1.timeout'], default: 30000, offAt: [0], see: 'puppeteer' }], see: 'puppeteer',
    },
    { call: 'launch', is: 'command', effect: 'none', limits: [{ limits: 'total', at: ['0.timeout'], default: 30000, offAt: [0], see: 'puppeteer' }], see: 'puppeteer' },
  ],
};
