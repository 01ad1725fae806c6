import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.js';
import type { Write } from '#model/types.js';
import { linkText } from '../support/link-text.js';

function writesOf(handler: string, more = ''): readonly Write[] {
  const text = `
    import express from 'express';
    import { randomUUID } from 'node:crypto';
    import axios from 'axios';
    import pRetry from 'p-retry';
    import { Redis } from 'ioredis';
    import { Pool } from 'pg';
    import { PrismaClient } from '@prisma/client';
    const pool = new Pool();
    const redis = new Redis();
    const prisma = new PrismaClient();
    const app = express();
    ${more}
    app.post('/things', async (req, res) => { ${handler} });
  `;
  return buildModel(linkText({ 'a.ts': text }).program).writes;
}

const keysOf = (handler: string, more = '') => writesOf(handler, more).map(({ key }) => key.is);

describe('keys of writes', () => {
  test('an insert of what the body says has none', () => {
    expect(writesOf(`await pool.query('INSERT INTO things (name_of_it) VALUES ($1)', [req.body.title]);`)).toMatchObject([
      { name: 'INSERT INTO things', key: { is: 'none' }, repeaters: [{ is: 'client', text: 'the client of POST /things' }] },
    ]);
  });

  test('an id of the request is one, an id drawn in the handler is none', () => {
    expect(keysOf(`await pool.query('INSERT INTO things (id) VALUES ($1)', [req.body.id]);`)).toEqual(['stable']);
    expect(keysOf(`await pool.query('INSERT INTO things (id) VALUES ($1)', [randomUUID()]);`)).toEqual(['fresh']);
    expect(keysOf(`await prisma.thing.create({ data: { id: req.body.key ?? randomUUID() } });`)).toEqual(['stable']);
  });

  test('what an id belongs to may be shared by many: not known', () => {
    expect(keysOf(`await prisma.thing.create({ data: { ownerId: req.body.ownerId, role: req.body.role } });`)).toEqual(['unknown']);
    expect(keysOf(`await prisma.thing.create({ data: req.body });`)).toEqual(['unknown']);
  });

  test('a row that brings a text or an amount is new each time, whatever it belongs to', () => {
    expect(keysOf(`await prisma.thing.create({ data: { ownerId: req.body.ownerId, text: req.body.text } });`)).toEqual(['none']);
  });

  test('a header from the request, through helpers', () => {
    const more = `const headersOf = (key: string) => ({ 'Idempotency-Key': 'things:' + key });
      async function send(key: string) { await axios.post('https://a.example/things', { n: 1 }, { headers: headersOf(key) }); }`;
    expect(keysOf(`await send(req.get('Idempotency-Key'));`, more)).toEqual(['stable']);
    expect(keysOf(`await send(randomUUID());`, more)).toEqual(['fresh']);
  });

  test('a header set after the headers were made, for those who give a key', () => {
    const more = `async function send(name: string, key?: string) {
      const headers: Record<string, string> = name === '' ? {} : { 'content-type': 'text/plain' };
      if (key) headers['idempotency-key'] = key;
      await axios.post('https://a.example/things', { n: 1 }, { headers });
    }`;
    expect(keysOf(`await send('a', req.get('Idempotency-Key'));`, more)).toEqual(['stable']);
    expect(keysOf(`await send('a', randomUUID());`, more)).toEqual(['fresh']);
    expect(keysOf(`await send('a');`, more)).toEqual(['none']);
  });

  test('a key drawn before a retry protects against the retry only', () => {
    const call = `axios.post('https://a.example/things', { n: 1 }, { headers: { 'Idempotency-Key': KEY } })`;
    const outside = writesOf(`const key = randomUUID(); await pRetry(() => ${call.replace('KEY', 'key')});`);
    expect(outside.map(({ key, repeaters }) => [repeaters[0]?.is, key.is])).toEqual([['client', 'fresh'], ['retry', 'stable']]);
    expect(keysOf(`await pRetry(() => ${call.replace('KEY', 'randomUUID()')});`)).toEqual(['fresh']);
  });
});

describe('writes', () => {
  test('fixed values are none, additions are', () => {
    expect(keysOf(`await prisma.thing.update({ where: { id: req.body.id }, data: { n: 1 } });`)).toEqual([]);
    expect(keysOf(`await prisma.thing.update({ where: { id: req.body.id }, data: { n: { increment: 1 } } });`)).toEqual(['none']);
    expect(keysOf(`const p = redis.pipeline(); p.set('a', '1'); p.del('b'); await p.exec();`)).toEqual([]);
    expect(keysOf(`const p = redis.pipeline(); p.incr('a'); await p.exec();`)).not.toEqual([]);
    expect(keysOf(`await redis.incr('hits'); await redis.expire('hits', 60);`)).toEqual([]);
  });

  test('a claim in front makes them run once', () => {
    expect(keysOf(`if ((await redis.set('k:' + req.body.id, '1', 'EX', 60, 'NX')) !== 'OK') return; await axios.post('https://a.example/things', { n: 1 });`)).toEqual(['stable']);
    expect(keysOf(`await redis.set('k:' + req.body.id, '1', 'EX', 60, 'NX'); await axios.post('https://a.example/things', { n: 1 });`)).toEqual(['none']);
  });

  test('a row that is looked for first leaves it open', () => {
    const find = `const known = await prisma.thing.findFirst({ where: { title: req.body.title } });`;
    const create = `await prisma.thing.create({ data: { title: req.body.title } });`;
    expect(keysOf(`${find} if (known) throw new Error(); ${create}`)).toEqual(['unknown']);
    expect(keysOf(`${find} if (!known) ${create}`)).toEqual(['unknown']);
    expect(keysOf(`${find} if (!known) throw new Error(); ${create}`)).toEqual(['none']);
  });

  test('a POST that only asks is none', () => {
    expect(keysOf(`await axios.post('https://a.example/search', { text: 'a' });`)).toEqual([]);
  });
});
