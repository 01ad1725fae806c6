import { expect, it } from 'vitest';
import { buildModel } from '#model/build-model.js';
import { linkText } from '../support/link-text.js';

function inFrontOf(text: string): readonly string[] {
  const { program } = linkText({ 'a.ts': text });
  return buildModel(program).bodies.map((body) => `${body.name} @${body.site.line}: ${body.inFrontOf.join(', ')}`);
}

it('a parser reads the bodies of what is registered behind it', () => {
  const text = `import express from 'express';
const app = express();
app.get('/before', (req, res) => res.end());
app.use('/api', express.json({ limit: '1mb' }));
app.post('/api/orders', (req, res) => res.end());
app.post('/other', express.text(), (req, res) => res.end());
app.listen(3000);`;
  expect(inFrontOf(text)).toEqual(['express.json @4: POST /api/orders', 'express.text @6: POST /other']);
});

it('a server reads those of all that is registered on it', () => {
  const text = `import Fastify from 'fastify';
const app = Fastify();
const other = Fastify();
app.post('/orders', async () => 1);
app.register(async (scope) => { scope.post('/users', async () => 1); }, { prefix: '/v1' });
other.get('/metrics', async () => 1);
await app.listen();
await other.listen();`;
  expect(inFrontOf(text)).toEqual(['the Fastify server @2: POST /orders, POST /v1/users', 'the Fastify server @3: GET /metrics']);
});

it('a Nest application reads those of its controllers', () => {
  const text = `import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
@Controller('cats') class Cats { @Post() make() { return 1; } }
@Module({ controllers: [Cats] }) class App {}
const app = await NestFactory.create(App);
await app.listen(3000);`;
  expect(inFrontOf(text)).toEqual(['the Nest server @5: POST /cats']);
});
