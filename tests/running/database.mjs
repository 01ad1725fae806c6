import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

// PostgreSQL in memory, for as long as the process lives; its port is the first line of the output.
const db = await PGlite.create();
await db.exec('CREATE TABLE orders (id text PRIMARY KEY, at timestamptz DEFAULT now())');
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 100 });
await server.start();
process.stdout.write(`${server.getServerConn().split(':').at(-1)}\n`);
