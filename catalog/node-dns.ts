import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:dns',
  modules: ['dns', 'node:dns/promises', 'dns/promises'],
  source: 'nodejs.org dns; ran on Node 20.20.2',
  same: [
    { path: 'default', is: '' },
    { path: 'promises', is: '' },
  ],

  remarks: [
    { options: ['Resolver'], default: '-1 (c-ares) / 4', unit: 'ms / count', says: 'resolve* family', see: 'ran on loopback' },
    { options: ['lookup'], default: 'none (getaddrinfo)', says: 'runs in the 4-thread libuv pool', see: 'ran on loopback' },
    { says: 'dns.lookup waited 1.6 s behind 8 queued pbkdf2 jobs', see: 'ran on loopback' },
  ],
};
