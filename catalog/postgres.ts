import type { Library } from './schema.js';

export const library: Library = {
  package: 'postgres',
  name: 'postgres.js',
  source: 'postgres@3.4.9 src/index.js; ran against PostgreSQL 15.18',
  checkedOn: ['postgres@3.4.9'],
  same: [
    { path: 'default', is: '' },
  ],
  types: { Sql: '()', TransactionSql: 'TransactionSql', ReservedSql: '().reserve()' },
  callbacks: [
    { call: '().begin', callback: '-1', runs: 'now', parameters: ['TransactionSql'], gives: true },
    { call: 'TransactionSql.savepoint', callback: '-1', runs: 'now', parameters: ['TransactionSql'], gives: true },
    { call: '().listen', callback: '1', runs: 'later' },
    { call: '().subscribe', callback: '1', runs: 'later' },
  ],
  resources: [
    {
      create: '', is: 'pool', name: 'postgres.js pool', close: [{ call: 'end', awaitable: true, waits: true }, { call: 'close', awaitable: true, waits: true }], mustClose: true,
      limits: [
        { limits: 'acquire-wait', at: [], default: 'never', see: 'postgres 3.4.9: no such option; pending at 4 s (ran)' },
        { limits: 'connect', at: ['1.connect_timeout', '0.connect_timeout', '0?connect_timeout'], unit: 's', default: 30000, see: 'postgres 3.4.9: 30.0 s (ran)' },
        { limits: 'statement', at: ['1.connection.statement_timeout', '0.connection.statement_timeout', '0?statement_timeout'], default: 'never', offAt: [0], see: 'postgres 3.4.9; a top-level statement_timeout is ignored (ran)' },
        { limits: 'size', at: ['1.max', '0.max', '0?max'], unit: 'count', default: 10, see: 'postgres 3.4.9' },
      ],
      see: 'postgres 3.4.9: end() waits, without limit unless { timeout } in seconds is given (ran)',
    },
  ],
  sentBy: ['execute', 'cursor', 'forEach', 'describe', 'readable', 'writable'],
  operations: [
    {
      call: '()', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', lazy: true,
      limits: [
        {
          limits: 'statement', at: ['creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout'], default: 'never',
          see: 'postgres 3.4.9; a top-level statement_timeout is ignored (ran)',
        },
      ],
      see: 'postgres 3.4.9: a tagged template; runs when awaited (ran)',
    },
    {
      call: '().unsafe', is: 'statement', effect: 'sql', textAt: '0', acquires: 'per-call', lazy: true,
      limits: [
        {
          limits: 'statement', at: ['creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout'], default: 'never',
          see: 'postgres 3.4.9',
        },
      ],
      see: 'postgres 3.4.9',
    },
    {
      call: '().file', is: 'statement', effect: 'sql', acquires: 'per-call', lazy: true,
      limits: [{ limits: 'statement', at: ['creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout'], default: 'never', see: 'postgres 3.4.9' }],
      see: 'postgres 3.4.9 src/index.js: the text is read from a file',
    },
    { call: '().reserve', is: 'acquire', effect: 'none', acquires: 'until-release', see: 'postgres 3.4.9: waits without limit' },
    {
      call: '().reserve()', is: 'statement', effect: 'sql', textAt: '0', lazy: true,
      limits: [{ limits: 'statement', at: ['creation:creation:1.connection.statement_timeout', 'creation:creation:0.connection.statement_timeout', 'creation:creation:0?statement_timeout'], default: 'never', see: 'postgres 3.4.9' }],
      see: 'postgres 3.4.9',
    },
    { call: '().reserve().release', is: 'release', effect: 'none', see: 'postgres 3.4.9' },
    { call: '().begin', is: 'transaction', effect: 'none', acquires: 'during-callback', see: 'postgres 3.4.9' },
    {
      call: 'TransactionSql', is: 'statement', effect: 'sql', textAt: '0', lazy: true,
      limits: [
        {
          limits: 'statement',
          at: [
            'creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout',
            'creation:creation:1.connection.statement_timeout', 'creation:creation:0.connection.statement_timeout', 'creation:creation:0?statement_timeout',
          ],
          default: 'never', offAt: [0],
          see: 'postgres 3.4.9: a parameter of the connection, transactions included',
        },
      ],
      see: 'postgres 3.4.9: on the transaction of begin()',
    },
    {
      call: 'TransactionSql.unsafe', is: 'statement', effect: 'sql', textAt: '0', lazy: true,
      limits: [
        {
          limits: 'statement',
          at: [
            'creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout',
            'creation:creation:1.connection.statement_timeout', 'creation:creation:0.connection.statement_timeout', 'creation:creation:0?statement_timeout',
          ],
          default: 'never', offAt: [0],
          see: 'postgres 3.4.9: a parameter of the connection, transactions included',
        },
      ],
      see: 'postgres 3.4.9',
    },
    {
      call: '().notify', is: 'publish', effect: 'write', acquires: 'per-call',
      limits: [{ limits: 'statement', at: ['creation:1.connection.statement_timeout', 'creation:0.connection.statement_timeout', 'creation:0?statement_timeout'], default: 'never', offAt: [0], see: 'postgres 3.4.9: select pg_notify' }],
      see: 'postgres 3.4.9',
    },
  ],

  remarks: [
    { says: 'top-level: silently ignored', see: 'postgres@3.4.9' },
    { options: ['cancel'], says: 'limits a statement; sends a cancel request; query rejects with PostgresError 57014', see: 'postgres@3.4.9' },
    { options: ['max'], default: 10, says: 'size of the pool', see: 'postgres@3.4.9' },
    { says: 'time options connect_timeout, idle_timeout, max_lifetime and end({timeout}) are SECONDS; statement_timeout is ms', see: 'postgres@3.4.9' },
    { says: 'unknown URL query keys become server parameters', see: 'postgres@3.4.9' },
    { says: 'a call that nobody awaits does nothing', see: 'postgres@3.4.9' },
    { says: 'after sql.end({ timeout }): new queries reject CONNECTION_ENDED', see: 'postgres@3.4.9' },
  ],
  errors: { taken: ['23505'], see: 'PostgreSQL documentation, appendix A: unique_violation' },
};
