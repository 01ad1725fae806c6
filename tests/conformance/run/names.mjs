import { withDatabase } from './database.mjs';
import { AMPLE_MS, endOf, mustBe, silent } from './tools.mjs';

/** What no typings tell: names of exports and methods, codes of errors, what a schema gives. */
export const names = [
  { covers: '^hystrixjs: commandFactory\\.getOrCreate\\(\\).*', says: 'the builder of hystrixjs gives itself', run: async () => {
    const { default: hystrix } = await import('hystrixjs');
    const builder = hystrix.commandFactory.getOrCreate('names');
    const steps = { run: async () => 1, timeout: 100, fallbackTo: async () => 2, circuitBreakerErrorThresholdPercentage: 50, circuitBreakerRequestVolumeThreshold: 5, circuitBreakerSleepWindowInMilliseconds: 100, errorHandler: () => true, requestVolumeRejectionThreshold: 0, statisticalWindowLength: 1000 };
    for (const [name, value] of Object.entries(steps)) mustBe(builder[name](value) === builder, true, name);
    mustBe(await builder.build().execute(), 1, 'execute');
  } },
  { covers: '^brakes: (type Brakes|\\(\\).*)', says: 'brakes runs its function, that of a sub-circuit, and the fallback in their stead', run: async () => {
    const { default: Brakes } = await import('brakes');
    const failing = async () => { throw new Error('no'); };
    const brake = new Brakes(async () => 1);
    mustBe([await brake.exec(), await brake.subCircuit(async () => 2).exec()], [1, 2], 'exec');
    const broken = new Brakes(failing);
    broken.fallback(async () => 3);
    mustBe(await broken.exec(), 3, 'the fallback');
    for (const one of [brake, broken]) one.destroy();
  } },
  { covers: '^@grpc/grpc-js: loadPackageDefinition\\(\\)\\.\\*\\*(\\(\\)\\..*)?( \\| .*)?$', says: 'a client of a loaded definition calls, waits for its server, and closes', run: () => silent(async (_url, port) => {
    const { default: grpc } = await import('@grpc/grpc-js');
    const method = { path: '/a.B/C', requestStream: false, responseStream: false, requestSerialize: (value) => value, requestDeserialize: (value) => value, responseSerialize: (value) => value, responseDeserialize: (value) => value, originalName: 'call' };
    const client = new (grpc.loadPackageDefinition({ 'a.B': { C: method } }).a.B)(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    mustBe((await endOf(new Promise((resolve) => { client.C(Buffer.alloc(0), resolve); }))).is, 'waiting', 'the call');
    mustBe((await endOf(new Promise((_resolve, reject) => { client.waitForReady(Date.now() + 100, (error) => error && reject(error)); }), AMPLE_MS)).is, 'ended', 'waitForReady');
    client.close();
  }) },
  { covers: '^node:process: reallyExit$', says: 'process.reallyExit is there', run: async () => mustBe(typeof process.reallyExit, 'function', 'reallyExit') },
  { covers: '^express: \\(\\)\\.del( \\| .*)?$', says: 'an app of Express 4 has `del`', run: async () => {
    const { default: express } = await import('express-at-4');
    mustBe(typeof express().del, 'function', 'del');
  } },
  { covers: '^sequelize: useCLS$', says: 'the class of Sequelize has useCLS', run: async () => {
    const { default: Sequelize } = await import('sequelize');
    mustBe(typeof Sequelize.useCLS, 'function', 'useCLS');
  } },
  { covers: '^got: got$', says: 'got is exported by its name too', run: async () => mustBe(typeof (await import('got')).got, 'function', 'got') },
  { covers: '^zod: \\*\\*\\.(default|prefault|catch|default\\(\\)\\.parse)( \\| from .*)?$', says: 'a default of Zod is what nothing becomes', run: async () => {
    const { z } = await import('zod');
    mustBe([z.number().default(3).parse(undefined), z.number().prefault(4).parse(undefined), z.number().catch(5).parse('x')], [3, 4, 5], 'what nothing becomes');
  } },
  { covers: '^(mysql|mysql2): error (ER_DUP_ENTRY|1062)$', says: 'MySQL calls 1062 ER_DUP_ENTRY', run: async () => {
    const [{ default: old }, { default: current }] = [await import('./node_modules/mysql/lib/protocol/constants/errors.js'), await import('./node_modules/mysql2/lib/constants/errors.js')];
    mustBe([old[1062], current[1062]], ['ER_DUP_ENTRY', 'ER_DUP_ENTRY'], 'the name of 1062');
  } },
  { covers: '^(pg|postgres): error 23505$|^knex: \\(\\)\\.(commit|rollback)$', says: 'a row that is there already is error 23505; a transaction of Knex commits and rolls back', run: async () => {
    const [{ default: pg }, { default: postgres }, { default: knex }] = [await import('pg'), await import('postgres'), await import('knex')];
    return withDatabase(async (at) => {
      const client = new pg.Client(at);
      client.on('error', () => undefined);
      await client.connect();
      await client.query('CREATE TABLE a (id int PRIMARY KEY)');
      await client.query('INSERT INTO a VALUES (1)');
      mustBe((await endOf(client.query('INSERT INTO a VALUES (1)'), AMPLE_MS)).error?.code, '23505', 'pg');
      await client.end();
      const sql = postgres({ ...at, max: 1, fetch_types: false });
      mustBe((await endOf(sql`INSERT INTO a VALUES (1)`, AMPLE_MS)).error?.code, '23505', 'postgres.js');
      await sql.end({ timeout: 1 });
      const query = knex({ client: 'pg', version: '15', connection: at, pool: { min: 0, max: 1 } });
      for (const end of ['commit', 'rollback']) {
        const transaction = await query.transaction();
        await transaction('a').insert({ id: 2 });
        await transaction[end]();
        await query('a').where({ id: 2 }).delete();
      }
      await query.destroy();
    });
  } },
];
