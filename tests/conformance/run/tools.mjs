import { createServer } from 'node:http';
import net from 'node:net';
import { mock } from 'node:test';

/** What a wait is compared with: nothing here takes as long where a limit of 100 ms fired. */
const PATIENCE_MS = 900;
/** What must end may take so long on a busy machine; where it ends at once, nobody waits for it. */
export const AMPLE_MS = 40_000;

/** A server that accepts connections and never answers. */
export async function silent(use) {
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`, server.address().port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A server that answers every request with a status; gives the methods it saw. What `use` puts on its third argument sees each request. */
export async function answering(status, use) {
  const seen = [];
  const watchers = [];
  const server = createServer((request, response) => {
    seen.push(request.method);
    for (const watch of watchers) watch(request);
    request.resume();
    // A connection that is kept may be closed between two tries: then one is not seen.
    response.writeHead(status, { connection: 'close' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`, seen, watchers);
    return seen;
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A server that sends its headers at once and a byte now and then, for ever. */
export async function trickling(use) {
  const server = createServer((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 40);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** `ended` with the error's name or code, `answered`, or `waiting` when nothing came within the patience. */
export async function endOf(promise, patience = PATIENCE_MS) {
  let timer;
  const waiting = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ is: 'waiting' }), patience);
  });
  const end = Promise.resolve(promise).then((value) => ({ is: 'answered', value }), (error) => ({ is: 'ended', error }));
  const first = await Promise.race([end, waiting]);
  clearTimeout(timer);
  return first;
}

/** Fails with a sentence where something is not so. */
export function mustBe(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** Nothing set: it waits on; the option set: it ends. */
export async function waitsUnlessSet(call, what) {
  const without = await endOf(call(undefined));
  mustBe(without.is, 'waiting', `${what} without a limit${without.error === undefined ? '' : ` (${without.error.message})`}`);
  mustBe((await endOf(call(100), AMPLE_MS)).is, 'ended', `${what} with one`);
}

/** Runs with a clock that only moves when it is told, and shows whether a promise is still open just before and just after a time. */
export async function endsAt(ms, start) {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  try {
    let state = 'waiting';
    Promise.resolve(start()).then(() => (state = 'answered'), () => (state = 'ended'));
    await settle();
    mock.timers.tick(ms - 1);
    await settle();
    const before = state;
    mock.timers.tick(1);
    await settle();
    return [before, state];
  } finally {
    mock.timers.reset();
  }
}

async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** How often a function was called until its wrapper gave up, with every wait cut to nothing. */
export async function countRuns(wrap) {
  let runs = 0;
  await wrap(async () => {
    runs += 1;
    throw new Error('no');
  }).catch(() => undefined);
  return runs;
}
