import type { Library } from './schema.js';

export const library: Library = {
  package: '@fastify/mysql',
  source: '@fastify/mysql@5.0.3 index.js',
  checkedOn: ['@fastify/mysql@5.0.3'],
  same: [{ path: 'default', is: '' }],
  plugins: [{ plugin: '', registeredBy: 'fastify|().register', as: 'register', member: 'mysql' }],
  resources: [
    {
      create: 'register', is: 'pool', name: '@fastify/mysql pool',
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', see: 'mysql2 3.24.6: no such option' },
        { limits: 'size', at: ['1.connectionLimit'], unit: 'count', default: 10, see: 'mysql2 3.24.6' },
      ],
      see: '@fastify/mysql 5.0.3: closes itself in onClose',
    },
  ],
  operations: [
    {
      call: 'register().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }], see: '@fastify/mysql 5.0.3',
    },
    { call: 'register().getConnection', is: 'acquire', effect: 'none', acquires: 'until-release', see: '@fastify/mysql 5.0.3' },
    {
      call: 'register().getConnection().*', members: ['query', 'execute'], is: 'statement', effect: 'sql', textAt: '0',
      limits: [{ limits: 'statement', at: ['0.timeout'], default: 'never', see: 'mysql2 3.24.6; ran' }], see: '@fastify/mysql 5.0.3',
    },
    { call: 'register().getConnection().release', is: 'release', effect: 'none', see: '@fastify/mysql 5.0.3' },
  ],

  remarks: [
    { says: 'promise:true chooses mysql2/promise; type:"connection" = single connection', see: '@fastify/mysql 5.0.3' },
  ],
};
