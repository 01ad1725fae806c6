import { expect, it } from 'vitest';
import { placeValues } from '#program/places.js';
import { linkText } from '../support/link-text.js';

const NEST = "import { Injectable, Module } from '@nestjs/common';\nimport { HttpModule, HttpService } from '@nestjs/axios';\n";
const SERVICE = "@Injectable()\nexport class Weather { constructor(private readonly http: HttpService) {}\n read() { return this.http.get('/'); } }\n";

function timeouts(text: string): (readonly unknown[])[] {
  const { program, calls } = linkText({ 'a.ts': NEST + text });
  return calls('@nestjs/axios|HttpService().get').map(({ call, callee }) => placeValues(program.engine, call, callee, 'creation:0.timeout').values.map((value) => (value.is === 'literal' ? value.value : value.is)));
}

it('a registered client is created by its registration', () => {
  expect(timeouts(`${SERVICE}@Module({ imports: [HttpModule.register({ timeout: 5000 })], providers: [Weather] })\nexport class App {}`)).toEqual([[5000]]);
});

it('a client registered by a factory is created by it', () => {
  expect(timeouts(`${SERVICE}@Module({ imports: [HttpModule.registerAsync({ useFactory: () => ({ timeout: 700 }) })], providers: [Weather] })\nexport class App {}`)).toEqual([[700]]);
});

it('the module of the class decides which registration counts', () => {
  const other = "@Module({ imports: [HttpModule.register({ timeout: 1 })] })\nexport class Other {}\n";
  expect(timeouts(`${SERVICE}${other}@Module({ imports: [HttpModule.register({ timeout: 5000 })], providers: [Weather] })\nexport class App {}`)).toEqual([[5000]]);
  expect(timeouts(`${SERVICE}${other}@Module({ imports: [HttpModule], providers: [Weather] })\nexport class App {}`)).toEqual([[]]);
});

it('a client nobody registers in sight is not known', () => {
  expect(timeouts(SERVICE)).toEqual([['unknown']]);
});

it('a decorator that injects tells what is injected', () => {
  const { calls } = linkText({ 'a.ts': "import { InjectQueue } from '@nestjs/bullmq';\nexport class Mail { constructor(@InjectQueue('mail') private readonly queue) {}\n send() { return this.queue.add('x', {}); } }" });
  expect(calls('bullmq|Queue().add')).toHaveLength(1);
});
