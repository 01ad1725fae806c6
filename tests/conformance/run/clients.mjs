import grpc from '@grpc/grpc-js';
import amqp from 'amqplib';
import axios from 'axios';
import axiosRetry from 'axios-retry';
import got from 'got';
import http from 'node:http';
import Redis from 'ioredis';
import ky from 'ky';
import needle from 'needle';
import nodeFetch from 'node-fetch';
import { ofetch } from 'ofetch';
import superagent from 'superagent';
import { Agent, request, RetryAgent } from 'undici';
import wretch from 'wretch';
import { retry as wretchRetry } from 'wretch/middlewares';
import { AMPLE_MS, answering, endOf, endsAt, mustBe, silent, trickling, waitsUnlessSet } from './tools.mjs';

const quiet = (promise) => promise.catch(() => undefined);

/** Clients of other services: what ends their waits, and what they repeat. */
export const clients = [
  // Before those that stop the clock, which undici's own clock does not survive.
  { covers: '^undici: request$|^undici: request \\| (attempt|headers) headersTimeout$', says: 'the headers timeout of undici ends a silent answer', alone: true, run: () => silent((url) => waitsUnlessSet((headersTimeout) => request(url, { headersTimeout }), 'undici.request')) },
  { covers: '^axios: .*\\| attempt timeout$|^axios: (get|post)$', says: 'axios waits for ever, its timeout ends a silent answer', run: () => silent((url) => waitsUnlessSet((timeout) => axios.get(url, { timeout }), 'axios.get')) },
  {
    covers: '^axios: .*\\| total signal$', says: 'a signal ends a trickling body of axios, its timeout does not',
    run: () => trickling(async (url) => {
      mustBe((await endOf(axios.get(url, { timeout: 2000 }), 5000)).is, 'waiting', 'axios with a timeout');
      mustBe((await endOf(axios.get(url, { signal: AbortSignal.timeout(200) }), AMPLE_MS)).is, 'ended', 'axios with a signal');
    }),
  },
  { covers: '^axios: request$', says: 'axios repeats nothing', run: async () => mustBe((await answering(503, (url) => quiet(axios.get(url)))).length, 1, 'requests') },
  {
    covers: '^axios-retry: .*retries', says: 'axios-retry tries a GET four times on 503, a POST once',
    run: async () => {
      const client = axios.create();
      (axiosRetry.default ?? axiosRetry)(client);
      mustBe((await answering(503, async (url) => { await quiet(client.get(url)); await quiet(client.post(url)); })).join(), 'GET,GET,GET,GET,POST', 'requests');
    },
  },
  { covers: '^got: .*\\| attempt timeout\\.request$|^got: (get|post|)$', says: 'got waits for ever, its request timeout ends that', run: () => silent((url) => waitsUnlessSet((limit) => got(url, { retry: { limit: 0 }, timeout: { request: limit } }), 'got')) },
  {
    covers: '^got: .*retries', says: 'got tries a GET three times, a POST once',
    run: async () => mustBe((await answering(503, async (url) => { await quiet(got(url, { retry: { calculateDelay: ({ computedValue }) => Math.min(computedValue, 1) } })); await quiet(got.post(url)); })).join(), 'GET,GET,GET,POST', 'requests'),
  },
  { covers: '^ky: .*\\| (attempt|total) timeout$|^ky: (get|post|)$', says: 'ky ends a silent answer after 10 s', run: () => silent(async (url) => mustBe(await endsAt(10_000, () => ky(url, { retry: 0 })), ['waiting', 'ended'], 'ky')) },
  {
    covers: '^ky: .*retries', says: 'ky tries a GET three times, a POST once',
    run: async () => mustBe((await answering(503, async (url) => { await quiet(ky(url, { retry: { delay: () => 1 } })); await quiet(ky.post(url)); })).join(), 'GET,GET,GET,POST', 'requests'),
  },
  { covers: '^node-fetch: .*\\| (total|attempt) |^node-fetch: $', says: 'node-fetch 3 waits for ever, with a timeout too; a signal ends it', run: () => silent(async (url) => {
    mustBe((await endOf(nodeFetch(url, { timeout: 100 }))).is, 'waiting', 'with a timeout');
    mustBe((await endOf(nodeFetch(url, { signal: AbortSignal.timeout(100) }), AMPLE_MS)).is, 'ended', 'with a signal');
  }) },
  { covers: '^superagent: .*total', says: 'superagent waits for ever, a deadline ends that', run: () => silent((url) => waitsUnlessSet((deadline) => superagent.get(url).timeout(deadline === undefined ? {} : { deadline }), 'superagent')) },
  { covers: '^superagent: .*attempt', says: 'a response timeout of superagent ends a silent answer, not a trickling body', run: async () => {
    await silent(async (url) => mustBe((await endOf(superagent.get(url).timeout({ response: 100 }), AMPLE_MS)).is, 'ended', 'silent'));
    await trickling(async (url) => mustBe((await endOf(superagent.get(url).buffer(true).timeout({ response: 100 }))).is, 'waiting', 'trickling'));
  } },
  { covers: '^superagent: .*retries', says: 'superagent repeats a POST once it is told to retry', run: async () => mustBe((await answering(503, (url) => quiet(superagent.post(url).retry(2)))).length, 3, 'requests') },
  { covers: '^needle: .*attempt', says: 'the response timeout of needle ends a silent answer', run: () => silent((url) => waitsUnlessSet((limit) => needle('get', url, null, { response_timeout: limit ?? 0 }), 'needle')) },
  { covers: '^needle: .*(connect|idle)', says: 'the timeout and the read timeout of needle do not', run: () => silent(async (url) => {
    mustBe((await endOf(needle('get', url, null, { timeout: 100 }))).is, 'waiting', 'timeout');
    mustBe((await endOf(needle('get', url, null, { read_timeout: 100 }))).is, 'waiting', 'read_timeout');
  }) },
  { covers: '^ofetch: .*retries', says: 'ofetch tries a GET twice, a POST once, and a POST again as soon as a number is set', run: async () => {
    mustBe((await answering(503, async (url) => { await quiet(ofetch(url)); await quiet(ofetch(url, { method: 'POST' })); await quiet(ofetch(url, { method: 'POST', retry: 3 })); })).join(), 'GET,GET,POST,POST,POST,POST,POST', 'requests');
  } },
  { covers: '^ofetch: .*(attempt|total) .*timeout', says: 'the timeout of ofetch ends a silent answer', run: () => silent((url) => waitsUnlessSet((timeout) => ofetch(url, { retry: 0, timeout }), 'ofetch')) },
  { covers: '^wretch: .*\\.post$', says: 'wretch repeats nothing by itself, and everything with its middleware', run: async () => {
    mustBe((await answering(503, (url) => quiet(wretch(url).post({}).res()))).length, 1, 'requests');
    mustBe((await answering(503, (url) => quiet(wretch(url).middlewares([wretchRetry({ delayTimer: 1, maxAttempts: 2 })]).post({}).res()))).length, 3, 'requests with it');
  } },
  { covers: '^undici: RetryAgent', says: 'a retry agent sends a GET six times, a POST once', run: async () => {
    const dispatcher = new RetryAgent(new Agent(), { minTimeout: 1, maxTimeout: 1 });
    mustBe((await answering(503, async (url) => { await quiet(request(url, { dispatcher })); await quiet(request(url, { dispatcher, method: 'POST' })); })).join(), 'GET,GET,GET,GET,GET,GET,POST', 'requests');
  } },
  { covers: '^global: fetch$|^global: fetch \\| total signal$', says: 'fetch waits on without a signal, which ends it', run: () => silent((url) => waitsUnlessSet((limit) => fetch(url, limit === undefined ? {} : { signal: AbortSignal.timeout(limit) }), 'fetch')) },
  { covers: '^node:http: (get|request)$', says: 'the timeout of a plain request only emits', run: () => silent(async (url) => {
    let emitted = 0;
    const ended = new Promise((_resolve, reject) => { http.get(url, { timeout: 100 }).on('timeout', () => { emitted += 1; }).on('error', reject); });
    mustBe((await endOf(ended)).is, 'waiting', 'http.get');
    mustBe(emitted > 0, true, 'the event came');
  }) },
  { covers: '^@grpc/grpc-js: .*\\| total .*deadline', says: 'a call of gRPC waits for ever; its deadline is an absolute time', run: () => silent(async (_url, port) => {
    const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const call = (options) => new Promise((resolve, reject) => client.makeUnaryRequest('/a.B/C', (value) => value, (value) => value, Buffer.alloc(0), options, (error, answer) => (error === null ? resolve(answer) : reject(error))));
    mustBe((await endOf(call({}))).is, 'waiting', 'without a deadline');
    const early = await endOf(call({ deadline: 5000 }), 5000);
    mustBe(early.error?.code, grpc.status.DEADLINE_EXCEEDED, 'a deadline of 5000');
    client.close();
  }) },
  { covers: '^amqplib: connect.*connect|^amqplib: connect$', says: 'connecting to a broker that says nothing waits for ever, a timeout ends it', run: () => silent((_url, port) => waitsUnlessSet((timeout) => amqp.connect(`amqp://127.0.0.1:${port}`, timeout === undefined ? {} : { timeout }), 'amqplib.connect')) },
  { covers: '^ioredis: [^|]*\\.get \\| .*commandTimeout$', says: 'a command of ioredis waits for ever, its command timeout ends it', run: () => silent((_url, port) => waitsUnlessSet(async (commandTimeout) => {
    const redis = new Redis({ host: '127.0.0.1', port, retryStrategy: null, enableReadyCheck: false, ...(commandTimeout === undefined ? {} : { commandTimeout }) });
    redis.on('error', () => undefined);
    try { return await redis.get('x'); } finally { redis.disconnect(); }
  }, 'redis.get')) },
];
