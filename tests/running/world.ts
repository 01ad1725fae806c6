import { spawn } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import net from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** An embedded PostgreSQL in a process of its own. */
export interface Database {
  readonly port: number;
  readonly stop: () => void;
}

/** Starts it and waits until it takes connections. */
export async function startDatabase(): Promise<Database> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('database.mjs', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(Number(line)));
    child.once('exit', (code) => reject(new Error(`the database ended with ${code}`)));
  });
  return { port, stop: () => void child.kill('SIGKILL') };
}

/** The wire between a service and its database: it can be slow, or dead while it looks alive. */
export class Wire {
  /** How late answers come. */
  delayMs = 0;
  #thawed: Promise<void> | undefined;
  #thaw: () => void = () => undefined;
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(database: number) {
    this.#server = net.createServer((near) => {
      const far = net.connect(database, '127.0.0.1');
      for (const [from, to] of [[near, far], [far, near]] as const) {
        this.#sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
        from.on('data', (chunk) => void this.#pass(from === far, () => to.write(chunk)));
      }
    });
  }

  static async open(database: number): Promise<Wire> {
    const wire = new Wire(database);
    await listening(wire.#server);
    return wire;
  }

  get port(): number {
    return portOf(this.#server);
  }

  freeze(): void {
    this.#thawed ??= new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  thaw(): void {
    this.#thaw();
    this.#thawed = undefined;
  }

  close(): void {
    this.thaw();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  async #pass(isAnswer: boolean, write: () => void): Promise<void> {
    if (this.#thawed !== undefined) await this.#thawed;
    if (isAnswer && this.delayMs > 0) await passed(this.delayMs);
    write();
  }
}

/** A partner on loopback: it answers, late if it must, or takes requests and never answers. */
export class Partner {
  delayMs = 0;
  hangs = false;
  /** When requests arrived. */
  readonly seen: number[] = [];
  /** When an answer was given to somebody who still wanted it. */
  readonly answered: number[] = [];
  readonly #server: HttpServer;
  #arrived: () => void = () => undefined;

  private constructor() {
    this.#server = createHttpServer((request, response) => {
      request.resume();
      this.seen.push(performance.now());
      this.#arrived();
      if (this.hangs) return;
      setTimeout(() => {
        if (response.destroyed || response.socket?.destroyed !== false) return;
        this.answered.push(performance.now());
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"price":1,"paid":true}');
      }, this.delayMs);
    });
  }

  static async open(): Promise<Partner> {
    const partner = new Partner();
    await listening(partner.#server);
    return partner;
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server)}`;
  }

  /** The next request. */
  async arrival(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#arrived = resolve;
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

function listening(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: net.Server): number {
  return (server.address() as net.AddressInfo).port;
}
