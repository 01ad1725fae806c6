import type { FormatContext } from '#surfaces/formatters/format.js';
import type { Finding, LintResult } from '#linter/types.js';
import { defineRule, satisfied, unproven, violated, type Rule } from '#rules/types.js';

/** Rules that say nothing, for results made by hand. */
export const fakeRules: readonly Rule[] = ['nested-timeouts', 'require-breaker', 'require-acquire-timeout'].map((id) =>
  defineRule({ id, concern: 'timeouts', question: `Does ${id} hold?`, consequence: 'Requests hang.', severity: 'error', recommended: true, judge: () => [] }),
);

/** The text of a file that findings stand in. */
export const SOURCE = [
  "import { Pool } from 'pg';",
  '',
  'export function open() {',
  "\tconst url = 'postgres://admin:secret@db/x';",
  '\treturn new Pool({ max: 10, connectionString: url });',
  '}',
];

const HOSTILE_FILE = 'src/a b#c%20d\u001b[2J\n::error file=x::ü.ts';
const at = (file: string, line: number, column: number) => ({ file, line, column });

const pool: Finding = {
  ruleId: 'require-acquire-timeout',
  severity: 'error',
  verdict: violated(at('src/db.ts', 5, 13), {
    message: 'GET /users/:id can wait forever for a connection from this pg Pool',
    remedy: 'Set connectionTimeoutMillis to less than the request budget; see https://node-postgres.com/apis/pool',
    trace: [
      { site: at('src/routes.ts', 12, 5), text: 'GET /users/:id' },
      { site: at('src/users.ts', 7, 10), text: 'calls findUser' },
      { site: at('src/db.ts', 5, 13), text: 'waits for a connection' },
    ],
    entryPoints: ['GET /users/:id', 'POST /users', 'DELETE /users/:id'],
  }),
};

const nested: Finding = {
  ruleId: 'nested-timeouts',
  severity: 'error',
  verdict: violated(at(HOSTILE_FILE, 1, 1), {
    message: 'axios.post may take 5000 ms inside `\u202egnp.exe\u001b]8;;http://x\u0007` of 3000 ms ##[error]',
    remedy: 'Set timeout below 3000 ms',
    trace: [],
    related: [{ site: at('src/db.ts', 3, 1), text: 'the breaker' }],
    budgetMs: 3000,
    worstCaseMs: 5000,
  }),
};

const partner = (line: number): Finding => ({
  ruleId: 'require-breaker',
  severity: 'warn',
  verdict: violated(at('src/pay.ts', line, 9), {
    message: 'POST /payments reaches stripe without a circuit breaker',
    remedy: 'Wrap the call in a breaker that lives as long as the process',
    trace: [{ site: at('src/routes.ts', 20, 1), text: 'POST /payments' }],
    group: 'api.stripe.com',
    entryPoints: ['POST /payments'],
  }),
});

const silenced: Finding = {
  ...partner(90),
  suppressed: { reason: 'tracked in OPS-12', line: 89 },
};

/** A result with everything in it that formatters must cope with, hostile names included. */
export const fakeResult: LintResult = {
  root: '/srv/shop',
  rules: fakeRules,
  findings: [
    nested,
    pool,
    { ruleId: 'nested-timeouts', severity: 'error', verdict: satisfied(at('src/db.ts', 2, 1), 'timeout 1000 ms at src/db.ts:2') },
    { ruleId: 'nested-timeouts', severity: 'error', verdict: unproven(at('src/db.ts', 3, 8), 'the timeout comes from a request header') },
    partner(10),
    partner(33),
    silenced,
  ],
  entryPoints: [{ id: 'GET /users/:id', name: 'GET /users/:id', kind: 'http', file: 'src/routes.ts', line: 12, middleware: ['auth'] }],
  coverage: { files: 5, lines: 321, entryPoints: 1, calls: { total: 40, resolved: 39 }, timeouts: { total: 2, resolved: 2 } },
  skipped: [
    { path: 'src/huge.ts', reason: 'too-large', detail: '3000000 bytes, more than 2000000' },
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ path: `tests/${name}.test.ts`, reason: 'test' as const, detail: 'a test' })),
  ],
  notes: [{ path: 'src/x.ts', line: 3, column: 1, message: "syntax error: ')' expected" }, { message: 'no lockfile' }],
  incidents: [{ where: 'rule shutdown-order', message: "Cannot read properties of undefined (reading 'site')", stack: 'Error: at /home/me/x.js' }],
  durationMs: 12,
};

/** A context for plain output. */
export const plainContext: FormatContext = {
  version: '0.0.0',
  unproven: true,
  quiet: false,
  color: false,
  width: 80,
  uriPrefix: '',
  stopped: false,
  textOf: (file) => (file === 'src/db.ts' ? SOURCE.join('\n') : undefined),
  linesOf: (file) => (file === 'src/db.ts' ? SOURCE : undefined),
};
