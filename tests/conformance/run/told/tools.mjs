import { now, stir, untilSettled } from './clock.mjs';
import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';

/** A server that accepts connections and says nothing. `greeting`: what it says first; `onData`: what it answers. */
export async function silent(use, { greeting, onData } = {}) {
  const sockets = new Set();
  const server = net.createServer((socket) => {
    stir();
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => { stir(); onData?.(bytes, socket); });
    if (greeting !== undefined) socket.write(greeting);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  return use(`http://127.0.0.1:${port}`, port, sockets);
}

/** A server that sends its headers at once and a byte every ten seconds, for ever. */
export async function trickling(use) {
  const server = http.createServer((_request, response) => {
    stir();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('[');
    setInterval(() => { stir(); response.write(' '); }, 10_000);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  return use(`http://127.0.0.1:${port}`, port);
}

/** A port at which connecting never comes to an end: the server accepts nobody and its queue is full. */
export async function deaf(use) {
  const child = spawn(process.execPath, ['-e', "require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () { require('fs').writeSync(1, this.address().port + '\\n'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); })"], { stdio: ['ignore', 'pipe', 'ignore'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const port = Number(await new Promise((resolve) => { child.stdout.once('data', resolve); }));
  for (let count = 0; count < 4; count += 1) net.connect({ port, host: '127.0.0.1', noDelay: true }).on('error', () => undefined);
  return use(`http://127.0.0.1:${port}`, port);
}

/** A server that answers each request as it is told; gives the method and time of each. */
export async function answering(status, use, { headers = {}, body = '', paths } = {}) {
  const seen = [];
  const server = http.createServer((request, response) => {
    stir();
    if (paths === undefined || paths.test(request.url)) seen.push({ method: request.method, at: now(), url: request.url, headers: request.headers });
    request.resume();
    request.on('end', () => { stir(); response.writeHead(status, { connection: 'close', ...headers }).end(body); });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  await use(`http://127.0.0.1:${server.address().port}`, seen, server.address().port);
  return seen;
}

export function mustBe(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** The number that a claim names. */
export const numberOf = (claim) => Number(/ (\d+|Infinity)(?: [<>=].*)?$/.exec(claim)?.[1]);

/** A call on a silent server: nothing ends it, within a quarter of an hour of time that passes, longer than any default. */
export const waits = (claims, call, options = {}) => ({
  of: options.of, defaults: [claims].flat(), says: options.says ?? 'a server that says nothing is waited for without end',
  run: () => (options.on ?? (options.trickles === true ? trickling : silent))(async (url, port, sockets) => {
    const end = await untilSettled(call(url, port, sockets));
    mustBe([end.is, end.is === 'waiting' ? '' : `after ${end.at} ms: ${end.error?.stack ?? JSON.stringify(end.value)}`], ['waiting', ''], 'the call');
  }, options),
});

/** A call on a silent server ends when its default says, give or take a share. */
export const ends = (claim, call, options = {}) => ({
  of: options.of, defaults: [claim].flat(), says: options.says ?? `a server that says nothing is waited for for ${numberOf([claim].flat()[0])} ms`,
  run: () => (options.on ?? silent)(async (url, port, sockets) => {
    const end = await untilSettled(call(url, port, sockets));
    const ms = (options.times ?? 1) * numberOf([claim].flat()[0]) + (options.plus ?? 0);
    const give = options.give ?? Math.max(2, ms * 0.01);
    mustBe([end.is === 'waiting' ? 'waiting' : 'settled', Math.abs(end.at - ms) <= give ? '' : `after ${end.at} ms instead of ${ms}: ${end.error?.stack ?? String(end.value)}`], ['settled', ''], 'the call');
  }, options),
});

/** Jitter of up to a quarter is not part of a row's delay. */
const A_LITTLE_JITTER = 1.25;

/** Are these the times that the claims of retries and of the first delay, which is the largest it can be, say? */
export function countsOf(claims, times, options = {}) {
  const [retries, delay] = [claims].flat();
  mustBe(times.length, options.times ?? numberOf(retries) + (options.counts === 'attempts' ? 0 : 1), `tries${times.length > 1 ? '' : ` (${seenError?.stack})`}`);
  if (delay === undefined) return;
  const gap = times[1] - times[0];
  const most = numberOf(delay);
  mustBe([gap <= most * A_LITTLE_JITTER + 2, gap >= most * (options.least ?? 0.4) - 2], [true, true], `the first delay, ${gap} ms, is at most, and no less than`);
}

/** How often a call is tried on a server that answers 503, and how late. */
export const tries = (claims, call, options = {}) => ({
  of: options.of, defaults: [claims].flat(), says: options.says ?? 'a server that answers 503 is asked again as often, and as late, as is said',
  run: async () => {
    const seen = await answering(options.status ?? 503, (url, _seen, port) => untilSettled(Promise.resolve().then(() => call(url, port)).catch((error) => { seenError = error; }), 20_000_000), options);
    countsOf(claims, seen.map(({ at }) => at), options);
  },
});
let seenError;

/** What is read from the constructed object or from the package's constants. */
export const reads = (claims, read, says = 'what is made without options has this in it') => ({
  defaults: [claims].flat(), says,
  run: async () => {
    const found = [await read()].flat();
    mustBe(found.map((value) => (value === Infinity ? 'Infinity' : Number(value))), [claims].flat().map((claim) => (/ Infinity/.test(claim) ? 'Infinity' : numberOf(claim))), 'what is read');
  },
});

/** Something of its own. */
export const shows = (claims, says, run) => ({ defaults: [claims].flat(), says, run });

/** Requests over TLS go to this server instead, without TLS: for clients that know no other way. */
export async function overHttp(url) {
  const [{ default: https }, { default: plain }, { syncBuiltinESMExports }] = [await import('node:https'), await import('node:http'), await import('node:module')];
  https.request = (...all) => {
    const options = all.find((one) => typeof one === 'object' && !(one instanceof URL)) ?? {};
    return plain.request({ ...options, protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port: new URL(url).port, agent: false }, ...all.filter((one) => typeof one === 'function'));
  };
  syncBuiltinESMExports();
}
