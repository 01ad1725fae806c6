import { describe, expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import type { Pool } from '#model/types.js';
import { linkText } from '../support/link-text.js';

const APP = "import express from 'express';\nimport { Pool } from 'pg';\nconst app = express();\n";

/** The pools that requests wait for: line, how long, who. */
function pools(texts: Readonly<Record<string, string>> | string, versions: Readonly<Record<string, string>> = {}): readonly string[] {
  const { program } = linkText(typeof texts === 'string' ? { 'a.ts': texts } : texts, { versions });
  return buildModel(program).pools.flatMap((pool) => (pool.acquiredBy.length === 0 && pool.endedBy === undefined ? [] : [wordsOf(pool)]));
}

function wordsOf({ name, site, acquireWait: wait, acquiredBy, endedBy }: Pool): string {
  const limit = wait.is === 'bounded' ? String(wait.ms) : wait.is;
  const who = [...acquiredBy.map(({ entryPoint }) => entryPoint.name), ...(endedBy === undefined ? [] : [`ended by ${endedBy.name}`])];
  return `${name} @${site.line}: ${limit}, ${who.join(', ')}`;
}

describe('the pool behind a call', () => {
  it('is the one it is called on', () => {
    expect(pools(`${APP}const pool = new Pool({ connectionTimeoutMillis: 50 });\napp.get('/', async () => { await pool.query('x'); });`)).toEqual(['pg Pool @4: 50, GET /']);
  });

  it('is none where no request waits', () => {
    expect(pools(`${APP}const pool = new Pool();\nawait pool.query('x');\napp.get('/', () => {});`)).toEqual([]);
  });

  it('is the one below a query builder', () => {
    const text = `${APP}import { Kysely, PostgresDialect } from 'kysely';
const db = new Kysely({ dialect: new PostgresDialect({
 pool: new Pool({ connectionTimeoutMillis: 70 }) }) });
app.get('/', async () => { await db.selectFrom('t').selectAll().execute(); });`;
    expect(pools(text)).toEqual(['pg Pool @6: 70, GET /']);
  });

  it('is the one its client uses', () => {
    const text = `${APP}import { PrismaPg } from '@prisma/adapter-pg';\nimport { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionTimeoutMillis: 9 }) });\napp.get('/', async () => { await prisma.song.findMany(); });`;
    expect(pools(text, { '@prisma/client': '7.1.0' })).toEqual(['Prisma pg adapter @6: 9, GET /']);
  });

  it('is the one its model is tied to', () => {
    const text = `${APP}import { Model, Sequelize } from 'sequelize';
const first = new Sequelize('a', { pool: { acquire: 1 } });
const second = new Sequelize('b', { pool: { acquire: 2 } });
class User extends Model {}
User.init({}, { sequelize: second });
app.get('/', async () => { await User.findAll(); });`;
    expect(pools(text)).toEqual(['Sequelize pool @6: 2, GET /']);
  });

  it('is the one that is given to what runs a statement', () => {
    const text = `${APP}import { Kysely, PostgresDialect, sql } from 'kysely';
const old = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionTimeoutMillis: 1 }) }) });
const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionTimeoutMillis: 2 }) }) });
await old.destroy();
const has = ({ db }: { db: Kysely<unknown> }) => sql\`SELECT 1\`.execute(db);
app.get('/', async () => { await has({ db }); });`;
    expect(pools(text)).toEqual(['pg Pool @6: 2, GET /']);
  });

  it('is told for each caller of a factory', () => {
    const text = `${APP}const make = (ms) =>
 new Pool({ connectionTimeoutMillis: ms });
const a = make(0);
const b = make(80);
app.get('/a', async () => { await a.query('x'); });
app.get('/b', async () => { await b.query('x'); });`;
    expect(pools(text)).toEqual(['pg Pool @5: unbounded, GET /a', 'pg Pool @5: 80, GET /b']);
  });

  it('comes from the application that registered the plugin', () => {
    const text = `import Fastify from 'fastify';\nimport postgres from '@fastify/postgres';
const app = Fastify();
const other = Fastify();
app.register(postgres, { connectionTimeoutMillis: 3 });
other.register(postgres, {});
app.get('/', async () => { await app.pg.query('x'); });`;
    expect(pools(text)).toEqual(['@fastify/postgres pool @5: 3, GET /']);
  });

  it('is kept in globalThis across reloads', () => {
    const text = `${APP}const kept = globalThis as { pool?: Pool };
const pool = kept.pool ?? new Pool({ connectionTimeoutMillis: 4 });
kept.pool = pool;
app.get('/', async () => { await pool.query('x'); });`;
    expect(pools(text)).toEqual(['pg Pool @5: 4, GET /']);
  });

  it('is waited for no longer than a timer around it', () => {
    const text = `${APP}import pTimeout from 'p-timeout';\nconst pool = new Pool();\napp.get('/', async () => { await pTimeout(pool.query('x'), { milliseconds: 100 }); });`;
    expect(pools(text)).toEqual(['pg Pool @5: unbounded, ended by p-timeout']);
  });

  it('is not one that only development makes', () => {
    const text = `${APP}const kept = globalThis as { pool?: Pool };
if (process.env.NODE_ENV !== 'production') kept.pool = new Pool({ connectionTimeoutMillis: 3 });
if (!kept.pool) kept.pool = new Pool({ connectionTimeoutMillis: 4 });
const pool = kept.pool;
app.get('/', async () => { await pool.query('x'); });`;
    const { program } = linkText({ 'a.ts': text });
    expect(buildModel(program).waits.map(({ site }) => site.line)).toEqual([6]);
    expect(pools(text)).toEqual(['pg Pool @6: 4, GET /']);
  });

  it('is nobody’s where several have the type', () => {
    const text = `${APP}const a = new Pool();\nconst b = new Pool();\nawait a.query('x');\nawait b.query('x');
export function read(pool: Pool) { return pool.query('x'); }
declare const given: Pool;
app.get('/', async () => { await given.query('x'); });`;
    expect(pools(text)).toEqual([]);
  });
});

describe('generated code', () => {
  it('is the library that generated it', () => {
    const text = `${APP}import { PrismaClient } from './generated/prisma/client.js';\nconst prisma = new PrismaClient();\napp.get('/', async () => { await prisma.user.findMany(); });`;
    expect(pools(text, { '@prisma/client': '6.0.0' })).toEqual(['Prisma client @5: 10000, GET /']);
  });

  it('is not a file of the project that bears such a name', () => {
    const text = `${APP}import { pool } from './prisma/client.js';\napp.get('/', async () => { await pool.query('x'); });`;
    expect(pools({ 'a.ts': text, 'prisma/client.ts': "import { Pool } from 'pg';\nexport const pool = new Pool({ connectionTimeoutMillis: 6 });" })).toEqual(['pg Pool @2: 6, GET /']);
  });
});
