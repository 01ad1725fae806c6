import type { Library } from './schema.js';

export const library: Library = {
  package: '@middy/core',
  name: 'Middy',
  source: '@middy/core (README)',
  checkedOn: ['@middy/core@7.9.2'],
  same: [
    { path: 'default', is: '' },
    { path: '().*()', is: '()' },
  ],
  entryPoints: [
    { kind: 'serverless', typed: [''], name: 'handler', repeats: 'client', answers: true, see: '@middy/core' },
    { kind: 'middleware', call: '().use', name: 'middleware', handlers: ['0.before'], members: ['before'], answers: true, see: '@middy/core' },
  ],
  budgets: [
    {
      call: 'handler', covers: 'route',
      always: { kinds: ['serverless'], because: 'no template in sight says when the platform ends it (after 3 s unless set, after 900 s at the latest)' },
      limit: { limits: 'total', at: [], unit: 's', default: 'unknown', note: 'the process is frozen', see: 'AWS docs configuration-timeout: each function has one' },
    },
  ],
};
