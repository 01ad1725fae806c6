import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOBODY = 65_534;

/** A PostgreSQL of this machine where it has one, else PGlite in this process. Gives what it was, for the report. */
export async function withDatabase(use) {
  const programs = programsOf();
  return programs === undefined ? withPGlite(use) : withPostgres(programs, use);
}

function programsOf() {
  const all = '/usr/lib/postgresql';
  const folders = [...(process.env.PATH ?? '').split(':'), ...(existsSync(all) ? readdirSync(all).map((version) => join(all, version, 'bin')) : [])];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

// It refuses to run as root.
async function withPostgres(programs, use) {
  const folder = mkdtempSync(join(tmpdir(), 'seamlint-postgres-'));
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  chmodSync(folder, 0o777);
  const made = spawnSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--no-sync', '--locale=C', '-E', 'UTF8'], { ...as, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) return withPGlite(use);
  const port = await freePort();
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'], { ...as, stdio: 'ignore', cwd: folder });
  try {
    await accepting(port);
    await use({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'postgres' });
    return `PostgreSQL ${/\d+/.exec(spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)?.[0]}`;
  } finally {
    server.kill('SIGKILL');
    await new Promise((resolve) => { server.once('exit', resolve); });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withPGlite(use) {
  const [{ PGlite }, { PGLiteSocketServer }] = [await import('@electric-sql/pglite'), await import('@electric-sql/pglite-socket')];
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 10 });
  await server.start();
  const port = server.port ?? Number(String(server.getServerConn?.() ?? '').split(':').pop());
  try {
    await use({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'postgres' });
    return 'PGlite';
  } finally {
    await server.stop();
    await db.close();
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => resolve(port)); });
  });
}

async function accepting(port) {
  for (let turn = 0; turn < 300; turn += 1) {
    const isOpen = await new Promise((resolve) => { net.connect(port, '127.0.0.1').on('connect', function connected() { this.destroy(); resolve(true); }).on('error', () => resolve(false)); });
    if (isOpen) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error('the database does not start');
}
