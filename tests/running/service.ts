import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as passed } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { FIXTURES } from '../support/scenarios.js';
import { Partner, Wire } from './world.js';

const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/running/', import.meta.url));
const PATIENCE_MS = 10_000;

/** What became of a request. */
export interface Answer {
  /** Undefined where the connection was cut, or nothing had come when patience ended. */
  readonly status: number | undefined;
  readonly cut: string | undefined;
  readonly ms: number;
  /** How much of it this machine was busy with other things. */
  readonly lagMs: number;
  readonly at: number;
}

/** A service of the fixtures that runs in a process of its own, with its own wire to the database and its own partners. */
export class RunningService {
  readonly wire: Wire;
  readonly provider: Partner;
  readonly stock: Partner;
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #ended: Promise<number | undefined>;
  #said = '';

  private constructor(name: string, port: number, { wire, provider, stock }: { readonly wire: Wire; readonly provider: Partner; readonly stock: Partner }) {
    this.wire = wire;
    this.provider = provider;
    this.stock = stock;
    this.#port = port;
    this.#child = spawn(process.execPath, [compiled(name)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH, PORT: String(port), PROVIDER_URL: provider.url, STOCK_URL: stock.url,
        PGHOST: '127.0.0.1', PGPORT: String(wire.port), PGUSER: 'postgres', PGDATABASE: 'postgres', PGPASSWORD: 'postgres',
      },
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#said = `${this.#said}${chunk}`.slice(-2_000);
    });
    this.#ended = new Promise((resolve) => this.#child.once('exit', (code) => resolve(code ?? undefined)));
  }

  static async start(name: string, database: number): Promise<RunningService> {
    const [port, wire, provider, stock] = await Promise.all([freePort(), Wire.open(database), Partner.open(), Partner.open()]);
    const service = new RunningService(name, port, { wire, provider, stock });
    for (let tries = 0; !(await accepts(port)); tries += 1) {
      if (service.#child.exitCode !== null || tries > 600) throw new Error(`${name} does not start: ${service.#said}`);
      await passed(50);
    }
    return service;
  }

  /** One request on a connection of its own. */
  ask(method: string, path: string, { patience = PATIENCE_MS, bare = method !== 'POST' }: { readonly patience?: number; readonly bare?: boolean } = {}): Promise<Answer> {
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const started = performance.now();
    return new Promise((resolve) => {
      const end = (status: number | undefined, cut: string | undefined): void => {
        lag.disable();
        resolve({ status, cut, ms: performance.now() - started, lagMs: lag.max / 1e6, at: performance.now() });
      };
      const body = JSON.stringify({ id: `${method}-${started}`, item: 'book' });
      const asked = request({ host: '127.0.0.1', port: this.#port, method, path, agent: false, timeout: patience, headers: bare ? {} : { 'content-type': 'application/json', 'content-length': body.length } }, (response) => {
        response.resume();
        response.once('end', () => end(response.statusCode, undefined));
        response.once('error', () => end(undefined, 'cut'));
      });
      asked.once('timeout', () => {
        end(undefined, undefined);
        asked.destroy();
      });
      asked.once('error', (error: NodeJS.ErrnoException) => end(undefined, error.code ?? error.message));
      asked.end(bare ? undefined : body);
    });
  }

  /** Sends SIGTERM; gives the exit code and how long it took to leave. */
  async terminate(): Promise<{ readonly code: number | undefined; readonly ms: number }> {
    const started = performance.now();
    this.#child.kill('SIGTERM');
    const code = await this.#ended;
    return { code, ms: performance.now() - started };
  }

  stop(): void {
    this.#child.kill('SIGKILL');
    for (const part of [this.wire, this.provider, this.stock]) part.close();
  }
}

/** Its sources as JavaScript, where the packages of this project are found. */
function compiled(name: string): string {
  const from = join(FIXTURES, 'running', name, 'src');
  const to = join(COMPILED, name);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'package.json'), '{"type":"module"}');
  for (const file of readdirSync(from)) {
    const { outputText } = ts.transpileModule(readFileSync(join(from, file), 'utf8'), { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, experimentalDecorators: true, emitDecoratorMetadata: true } });
    writeFileSync(join(to, file.replace(/\.ts$/, '.js')), outputText);
  }
  return join(to, 'app.js');
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
