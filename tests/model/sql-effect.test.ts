import { expect, test } from 'vitest';
import { sqlStatements } from '#model/writes/sql-effect.js';

const effectsOf = (...parts: (string | null)[]) => sqlStatements(parts).map(({ effect }) => effect);
const only = (text: string) => sqlStatements([text])[0];

test('a mutation writes, unless all it asks for is another token', () => {
  expect(effectsOf('mutation Auth($email: String!) { authenticate(input: { email: $email }) { jwtToken } }')).toEqual(['read']);
  expect(effectsOf('mutation { session: login(name: "x") { token } }')).toEqual(['read']);
  expect(effectsOf('mutation { login(name: "x") { token } pay(order: "1") { id } }')).toEqual(['write']);
  expect(effectsOf('mutation Login { createOrder(input: { authenticate: true }) { id } }')).toEqual(['write']);
});

test('comments, parentheses and WITH do not hide the verb', () => {
  expect(effectsOf('-- INSERT\n/* UPDATE */ (SELECT 1)')).toEqual(['read']);
  expect(effectsOf('WITH gone AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM gone')).toEqual(['idempotent', 'write']);
  expect(effectsOf('WITH x AS (INSERT INTO a (n) VALUES ($1) RETURNING n) SELECT * FROM x')).toEqual(['write', 'read']);
  expect(effectsOf('EXPLAIN ANALYZE INSERT INTO a (n) VALUES (1)')).toEqual(['write']);
  expect(effectsOf(`SELECT 'INSERT INTO a' FROM b FOR UPDATE`)).toEqual(['read']);
});

test('several statements are told apart', () => {
  expect(effectsOf(`BEGIN; INSERT INTO a (t) VALUES ('x;y'); COMMIT`)).toEqual(['none', 'write', 'none']);
});

test('relative updates are writes, absolute ones and guarded ones are not', () => {
  expect(effectsOf('UPDATE a SET n = n + 1 WHERE id = $1')).toEqual(['write']);
  expect(effectsOf('UPDATE a SET n = COALESCE(n, 0) + $2 WHERE id = $1 RETURNING *')).toEqual(['write']);
  expect(effectsOf('UPDATE a SET n = $2, seen = NOW() WHERE id = $1 RETURNING *')).toEqual(['idempotent']);
  expect(effectsOf(`UPDATE a SET state = 'paid', n = n + 1 WHERE id = $1 AND state = 'open'`)).toEqual(['idempotent']);
  expect(effectsOf('DELETE FROM a WHERE id = $1')).toEqual(['idempotent']);
});

test('inserts tell their columns and what they do on a conflict', () => {
  const insert = only('INSERT INTO public."orders" (id, total, at) VALUES ($1, $3, now()) ON CONFLICT (id) DO NOTHING');
  expect(insert).toMatchObject({ effect: 'write', table: 'orders', name: 'INSERT INTO orders', conflict: { target: ['id'] } });
  expect(insert?.columns.get('id')).toEqual({ is: 'parameter', index: 0 });
  expect(insert?.columns.get('total')).toEqual({ is: 'parameter', index: 2 });
  expect(insert?.columns.get('at')).toMatchObject({ is: 'written' });
  expect(only('INSERT IGNORE INTO a (x) VALUES (?)')).toMatchObject({ effect: 'write', conflict: { target: [] } });
  expect(only('INSERT INTO a (x) VALUES (?) ON DUPLICATE KEY UPDATE x = VALUES(x)')).toMatchObject({ conflict: { target: [] } });
  expect(only('INSERT INTO a (x) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM a WHERE x = $1)')).toMatchObject({ effect: 'idempotent' });
  expect(only('REPLACE INTO a (x) VALUES (?)')).toMatchObject({ effect: 'idempotent' });
  expect(only('MERGE INTO a USING b ON a.x = b.x WHEN MATCHED THEN UPDATE SET n = 1')).toMatchObject({ effect: 'idempotent' });
});

test('an upsert that adds to what is there has no key', () => {
  expect(only('INSERT INTO d (day, total) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET total = d.total + EXCLUDED.total')).toMatchObject({ effect: 'write', conflict: undefined });
  expect(only('INSERT INTO d (day, total) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET total = EXCLUDED.total * 2 RETURNING *')).toMatchObject({ conflict: { target: ['day'] } });
});

test('what a template puts in stands at its place', () => {
  const insert = sqlStatements(['INSERT INTO a (id, n) VALUES (', null, ', ', null, ')'])[0];
  expect(insert?.columns.get('n')).toEqual({ is: 'hole', index: 1 });
  expect(sqlStatements(['INSERT INTO a ', null])[0]?.holes).toEqual([0]);
  expect(sqlStatements([null])).toEqual([]);
});

test('GraphQL documents: a mutation writes, a query reads', () => {
  expect(effectsOf('mutation AddUser($n: String!) { add(name: $n) { id } }')).toEqual(['write']);
  expect(effectsOf('query Q { a }')).toEqual(['read']);
  expect(effectsOf('{ a }')).toEqual(['read']);
});
