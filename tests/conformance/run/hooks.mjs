import 'reflect-metadata';
import { createRequire } from 'node:module';
import { withDatabase } from './database.mjs';
import { prismaClient } from './prisma-client.mjs';
import { mustBe } from './tools.mjs';

/** Functions that object mappers run within a call: each call that a row names is made, and the function that it says must have run by then. */
export const hooks = [
  { covers: '^mongoose: Schema\\(\\)\\.(pre|post)|^mongoose: Model(\\(\\))?\\.(save|create|insertMany|find\\w*|update\\w+|delete\\w+|aggregate)$|^@nestjs/mongoose: SchemaFactory\\.createForClass$', says: 'what is registered on a schema of Mongoose runs within the calls of its model; Nest makes such schemas', run: async () => {
    const [{ default: mongoose }, { Schema, SchemaFactory, Prop }] = [await import('mongoose'), await import('@nestjs/mongoose')];
    class Cat {}
    Prop({ type: String })(Cat.prototype, 'name');
    Schema()(Cat);
    const made = { own: () => new mongoose.Schema({ name: String }), nest: () => SchemaFactory.createForClass(Cat) };
    for (const [kind, schemaOf] of Object.entries(made)) for (const [event, calls] of Object.entries(OF_MONGOOSE)) for (const when of ['pre', 'post']) for (const [name, call] of Object.entries(calls)) {
      let ran = 0;
      const schema = schemaOf();
      schema[when](event, function hook() { ran += 1; });
      const Model = mongoose.createConnection().model(`${kind}${event}${when}${name}`.replace(/\W/g, ''), schema);
      answering(Model.collection);
      await call(Model);
      mustBe(ran > 0, true, `${when} ${event}, ${name}`);
    }
  } },
  { covers: '^sequelize: (Model|Sequelize)(\\(\\))?\\.(before|after|addHook|init|define|create|findOrCreate|save|update|bulkCreate|destroy|find)\\w*', says: 'hooks of Sequelize run within the calls of their model, however they are registered', run: () => withDatabase(async (at) => {
    const { DataTypes, Model, Sequelize } = (await import('sequelize')).default;
    const sequelize = new Sequelize(at.database, at.user, at.password, { host: at.host, port: at.port, dialect: 'postgres', logging: false });
    try {
      await sequelize.query('CREATE TABLE rows (id serial PRIMARY KEY, name text)');
      const settings = { sequelize, tableName: 'rows', timestamps: false };
      const columns = () => ({ name: DataTypes.TEXT });
      const ways = {
        method: (event, hook) => { const Row = sequelize.define('Row', columns(), settings); Row[event](hook); return Row; },
        addHook: (event, hook) => { const Row = sequelize.define('Row', columns(), settings); Row.addHook(event, hook); return Row; },
        define: (event, hook) => sequelize.define('Row', columns(), { ...settings, hooks: { [event]: hook } }),
        init: (event, hook) => class Row extends Model {}.init(columns(), { ...settings, hooks: { [event]: hook } }),
      };
      for (const [event, calls] of Object.entries(OF_SEQUELIZE)) for (const [way, register] of Object.entries(ways)) for (const [name, call] of Object.entries(calls)) {
        let ran = 0;
        const Row = register(event, () => { ran += 1; });
        const row = await Row.create({ name: 'a' }, { hooks: false });
        await call(Row, row);
        mustBe(ran > 0, true, `${event} by ${way}, ${name}`);
      }
    } finally { await sequelize.close(); }
  }) },
  { covers: '^typeorm: (Before|After)\\w+$|^typeorm: \\*\\(\\)\\.(save|remove|find\\w*)$', says: 'decorated methods of an entity of TypeORM run within save, remove and find', run: () => withDatabase(async (at) => {
    const typeorm = await import('typeorm');
    let ran = [];
    class Row {}
    typeorm.Entity()(Row);
    typeorm.PrimaryGeneratedColumn()(Row.prototype, 'id');
    typeorm.Column({ type: 'text' })(Row.prototype, 'name');
    const events = ['BeforeInsert', 'AfterInsert', 'BeforeUpdate', 'AfterUpdate', 'BeforeRemove', 'AfterRemove', 'AfterLoad'];
    for (const event of events) { Row.prototype[event] = () => { ran.push(event); }; typeorm[event]()(Row.prototype, event); }
    const source = await new typeorm.DataSource({ type: 'postgres', ...at, username: at.user, entities: [Row], synchronize: true }).initialize();
    try {
      for (const holder of [source.getRepository(Row), source.manager]) {
        const find = (name, ...given) => (holder === source.manager ? holder[name](Row, ...given) : holder[name](...given));
        const row = Object.assign(new Row(), { name: 'a' });
        const seen = async (call) => { ran = []; await call(); return ran.filter((one, index) => ran.indexOf(one) === index).sort(); };
        mustBe(await seen(() => holder.save(row)), ['AfterInsert', 'BeforeInsert'], 'save of what is new');
        row.name = 'b';
        mustBe((await seen(() => holder.save(row))).filter((one) => one !== 'AfterLoad'), ['AfterUpdate', 'BeforeUpdate'], 'save of what is there');
        for (const [name, given] of [['find', {}], ['findBy', {}], ['findOne', { where: { name: 'b' } }], ['findOneBy', { name: 'b' }], ['findOneOrFail', { where: { name: 'b' } }], ['findOneByOrFail', { name: 'b' }], ['findAndCount', {}]]) mustBe(await seen(() => find(name, given)), ['AfterLoad'], name);
        mustBe((await seen(() => holder.remove(row))).filter((one) => one !== 'AfterLoad'), ['AfterRemove', 'BeforeRemove'], 'remove');
      }
    } finally { await source.destroy(); }
  }) },
  { covers: '^@mikro-orm/core: (Before|After)(Create|Update|Delete|Upsert)$|^@mikro-orm/core: OnLoad$|^@mikro-orm/core: Entity(Manager|Repository)\\(\\)\\.(create|persist|persistAndFlush|assign|remove|removeAndFlush|upsert|find|findOne|findOneOrFail)$', says: 'decorated methods of an entity of MikroORM run once what was created, changed or removed is flushed, within upsert, and when it is loaded', run: () => withDatabase(async (at) => {
    const [core, { MikroORM, PostgreSqlDriver }] = [await import('@mikro-orm/core'), await import('@mikro-orm/postgresql')];
    let ran = [];
    class Row {}
    core.PrimaryKey({ type: 'number' })(Row.prototype, 'id');
    core.Property({ type: 'string' })(Row.prototype, 'name');
    const events = ['BeforeCreate', 'AfterCreate', 'BeforeUpdate', 'AfterUpdate', 'BeforeDelete', 'AfterDelete', 'BeforeUpsert', 'AfterUpsert', 'OnLoad'];
    for (const event of events) { Row.prototype[event] = () => { ran.push(event); }; core[event]()(Row.prototype, event); }
    core.Entity()(Row);
    const orm = await MikroORM.init({ driver: PostgreSqlDriver, entities: [Row], host: at.host, port: at.port, user: at.user, password: at.password, dbName: at.database, discovery: { warnWhenNoEntities: false } });
    try {
      await orm.schema.createSchema();
      const seen = async (call) => { ran = []; const em = orm.em.fork(); await call(em, em.getRepository(Row)); await em.flush(); return ran; };
      mustBe(await seen((em) => { em.create(Row, { id: 1, name: 'a' }); }), ['BeforeCreate', 'AfterCreate'], 'create');
      mustBe(await seen((em, rows) => { rows.create({ id: 2, name: 'a' }); }), ['BeforeCreate', 'AfterCreate'], 'create of a repository');
      mustBe(await seen((em) => { em.persist(Object.assign(new Row(), { id: 3, name: 'a' })); }), ['BeforeCreate', 'AfterCreate'], 'persist');
      mustBe(await seen(async (em) => { await em.persistAndFlush(Object.assign(new Row(), { id: 4, name: 'a' })); }), ['BeforeCreate', 'AfterCreate'], 'persistAndFlush');
      mustBe(await seen(async (em) => { await em.findOne(Row, 1); }), ['OnLoad'], 'findOne');
      mustBe(await seen(async (em) => { await em.findOneOrFail(Row, 1); }), ['OnLoad'], 'findOneOrFail');
      mustBe(await seen(async (em, rows) => { await rows.find({ id: 1 }); }), ['OnLoad'], 'find');
      mustBe((await seen(async (em) => { em.assign(await em.findOneOrFail(Row, 1), { name: 'b' }); })).slice(1), ['BeforeUpdate', 'AfterUpdate'], 'assign');
      mustBe(await seen(async (em) => { await em.upsert(Row, { id: 9, name: 'u' }); }), ['BeforeUpsert', 'AfterUpsert'], 'upsert');
      mustBe((await seen(async (em) => { em.remove(await em.findOneOrFail(Row, 1)); })).slice(1), ['BeforeDelete', 'AfterDelete'], 'remove');
      mustBe((await seen(async (em) => { await em.removeAndFlush(await em.findOneOrFail(Row, 2)); })).slice(1), ['BeforeDelete', 'AfterDelete'], 'removeAndFlush');
    } finally { await orm.close(true); }
  }) },
  { covers: '^objection: Model(\\(\\))?\\.\\$?query(\\(\\)\\.(insert|insertAndFetch|insertGraph|insertGraphAndFetch|update|updateAndFetch|updateAndFetchById|patch|patchAndFetch|patchAndFetchById|delete|deleteById))?$', says: 'methods of these names of a model of Objection run within its queries', run: () => withDatabase(async (at) => {
    const [{ Model }, { default: knex }] = [createRequire(import.meta.url)('objection'), await import('knex')];
    const query = knex({ client: 'pg', version: '15', connection: at, pool: { min: 0, max: 2 } });
    let ran = [];
    class Row extends Model { static get tableName() { return 'rows'; } }
    for (const name of ['$beforeInsert', '$afterInsert', '$beforeUpdate', '$afterUpdate', '$beforeDelete', '$afterDelete', '$afterFind']) Row.prototype[name] = () => { ran.push(name); };
    for (const name of ['beforeInsert', 'afterInsert', 'beforeUpdate', 'afterUpdate', 'beforeDelete', 'afterDelete', 'beforeFind', 'afterFind']) Row[name] = () => { ran.push(name); };
    Row.knex(query);
    try {
      await query.raw('CREATE TABLE rows (id serial PRIMARY KEY, name text)');
      for (const [name, [call, own, both]] of Object.entries(OF_OBJECTION)) {
        const row = await Row.query().insert({ name: 'a' });
        ran = [];
        await call(Row, row);
        const must = [`before${own}`, `after${own}`, ...(both ? [...(own === 'Find' ? [] : [`$before${own}`]), `$after${own}`] : [])];
        mustBe(must.filter((one) => !ran.includes(one)), [], `${name} (${ran.join(' ')})`);
      }
    } finally { await query.destroy(); }
  }) },
  { covers: '^@prisma/client: PrismaClient\\(\\)\\.\\$extends|^@prisma/client: PrismaClient\\(\\)\\.\\*\\.(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany|find\\w+|count|aggregate|groupBy)$', says: 'extensions of queries run around the operations of the extended client: those of one model, of all, of all operations', run: async () => {
    const [PrismaClient, { PrismaPg }] = [prismaClient(), await import('@prisma/adapter-pg')];
    return withDatabase(async (at) => {
      const prisma = new PrismaClient({ adapter: new PrismaPg({ ...at, max: 2 }) });
      try {
        await prisma.$executeRawUnsafe('CREATE TABLE "Row" (id int PRIMARY KEY)');
        for (const [name, call] of Object.entries(OF_PRISMA)) for (const [way, queryOf] of Object.entries(WAYS_OF_PRISMA)) {
          let ran = 0;
          const extended = prisma.$extends({ query: queryOf(name, ({ args, query }) => { ran += 1; return query(args); }) });
          await prisma.row.deleteMany({});
          await prisma.row.create({ data: { id: 1 } });
          await call(prisma.row);
          mustBe(ran, 0, `${way} ${name} of the client itself`);
          await prisma.row.deleteMany({});
          await prisma.row.create({ data: { id: 1 } });
          await call(extended.row);
          mustBe(ran, 1, `${way} ${name}`);
        }
      } finally { await prisma.$disconnect(); }
    });
  } },
];

const document = (Model) => new Model({ name: 'a' }).save();
const OF_MONGOOSE = {
  save: { save: document, create: (Model) => Model.create({ name: 'a' }) },
  validate: { save: document, create: (Model) => Model.create({ name: 'a' }), insertMany: (Model) => Model.insertMany([{ name: 'a' }]) },
  insertMany: { insertMany: (Model) => Model.insertMany([{ name: 'a' }]) },
  findOneAndUpdate: { findOneAndUpdate: (Model) => Model.findOneAndUpdate({}, { name: 'b' }), findByIdAndUpdate: (Model) => Model.findByIdAndUpdate('0'.repeat(24), { name: 'b' }) },
  findOneAndDelete: { findOneAndDelete: (Model) => Model.findOneAndDelete({}), findByIdAndDelete: (Model) => Model.findByIdAndDelete('0'.repeat(24)) },
  findOneAndReplace: { findOneAndReplace: (Model) => Model.findOneAndReplace({}, { name: 'b' }) },
  find: { find: (Model) => Model.find({}) },
  findOne: { findOne: (Model) => Model.findOne({}), findById: (Model) => Model.findById('0'.repeat(24)) },
  updateOne: { updateOne: (Model) => Model.updateOne({}, { name: 'b' }) },
  updateMany: { updateMany: (Model) => Model.updateMany({}, { name: 'b' }) },
  deleteOne: { deleteOne: (Model) => Model.deleteOne({}) },
  deleteMany: { deleteMany: (Model) => Model.deleteMany({}) },
  aggregate: { aggregate: (Model) => Model.aggregate([{ $match: {} }]) },
};

// What a server would answer.
function answering(collection) {
  const cursor = { toArray: async () => [{ _id: '0'.repeat(24), name: 'a' }], close: async () => undefined };
  const answers = { insertOne: { acknowledged: true }, insertMany: { acknowledged: true, insertedCount: 1, insertedIds: {} }, findOne: { name: 'a' }, findOneAndUpdate: { name: 'a' }, findOneAndDelete: { name: 'a' }, findOneAndReplace: { name: 'a' }, updateOne: {}, updateMany: {}, deleteOne: {}, deleteMany: {} };
  for (const [name, answer] of Object.entries(answers)) collection[name] = async () => answer;
  collection.find = () => cursor;
  collection.aggregate = () => cursor;
}

const OF_CREATED = { create: (Row) => Row.create({ name: 'b' }), save: (Row) => Row.build({ name: 'b' }).save() };
const OF_UPDATED = { save: (_Row, row) => Object.assign(row, { name: 'c' }).save(), update: (_Row, row) => row.update({ name: 'd' }) };
const OF_FOUND = { findAll: (Row) => Row.findAll(), findOne: (Row) => Row.findOne(), findByPk: (Row, row) => Row.findByPk(row.id) };
const FOUND_OR_CREATED = { findOrCreate: (Row) => Row.findOrCreate({ where: { name: `n${Math.random()}` } }) };
const OF_SEQUELIZE = {
  beforeCreate: { ...OF_CREATED, ...FOUND_OR_CREATED }, afterCreate: { ...OF_CREATED, ...FOUND_OR_CREATED }, beforeSave: { ...OF_CREATED, ...OF_UPDATED }, afterSave: { ...OF_CREATED, ...OF_UPDATED }, beforeUpdate: OF_UPDATED, afterUpdate: OF_UPDATED,
  beforeBulkCreate: { bulkCreate: (Row) => Row.bulkCreate([{ name: 'b' }]) }, beforeDestroy: { destroy: (_Row, row) => row.destroy() }, afterFind: OF_FOUND, beforeValidate: OF_CREATED,
};

const OF_OBJECTION = {
  insert: [(Row) => Row.query().insert({ name: 'b' }), 'Insert', true], insertAndFetch: [(Row) => Row.query().insertAndFetch({ name: 'b' }), 'Insert', true],
  insertGraph: [(Row) => Row.query().insertGraph({ name: 'b' }), 'Insert', true], insertGraphAndFetch: [(Row) => Row.query().insertGraphAndFetch({ name: 'b' }), 'Insert', true],
  update: [(Row) => Row.query().update({ name: 'c' }), 'Update', true], patch: [(Row) => Row.query().patch({ name: 'c' }), 'Update', true],
  updateAndFetchById: [(Row, row) => Row.query().updateAndFetchById(row.id, { name: 'c' }), 'Update', true], patchAndFetchById: [(Row, row) => Row.query().patchAndFetchById(row.id, { name: 'c' }), 'Update', true],
  '$query.patch': [(_Row, row) => row.$query().patch({ name: 'c' }), 'Update', true], '$query.patchAndFetch': [(_Row, row) => row.$query().patchAndFetch({ name: 'c' }), 'Update', true],
  '$query.update': [(_Row, row) => row.$query().update({ name: 'c' }), 'Update', true], '$query.updateAndFetch': [(_Row, row) => row.$query().updateAndFetch({ name: 'c' }), 'Update', true],
  delete: [(Row) => Row.query().delete().where('name', 'z'), 'Delete', false], deleteById: [(Row, row) => Row.query().deleteById(row.id), 'Delete', false], '$query.delete': [(_Row, row) => row.$query().delete(), 'Delete', true],
  query: [(Row) => Row.query(), 'Find', true],
};

const OF_PRISMA = {
  create: (row) => row.create({ data: { id: 2 } }), createMany: (row) => row.createMany({ data: [{ id: 2 }] }), createManyAndReturn: (row) => row.createManyAndReturn({ data: [{ id: 2 }] }),
  update: (row) => row.update({ where: { id: 1 }, data: { id: 3 } }), updateMany: (row) => row.updateMany({ data: { id: 3 } }), updateManyAndReturn: (row) => row.updateManyAndReturn({ data: { id: 3 } }),
  upsert: (row) => row.upsert({ where: { id: 1 }, create: { id: 1 }, update: { id: 1 } }), delete: (row) => row.delete({ where: { id: 1 } }), deleteMany: (row) => row.deleteMany({}),
  findMany: (row) => row.findMany({}), findFirst: (row) => row.findFirst({}), findFirstOrThrow: (row) => row.findFirstOrThrow({}), findUnique: (row) => row.findUnique({ where: { id: 1 } }), findUniqueOrThrow: (row) => row.findUniqueOrThrow({ where: { id: 1 } }),
  count: (row) => row.count({}), aggregate: (row) => row.aggregate({ _count: true }), groupBy: (row) => row.groupBy({ by: ['id'] }),
};
const WAYS_OF_PRISMA = {
  model: (name, hook) => ({ row: { [name]: hook } }), 'all models': (name, hook) => ({ $allModels: { [name]: hook } }), 'all operations of a model': (_name, hook) => ({ row: { $allOperations: hook } }),
  'all operations of all models': (_name, hook) => ({ $allModels: { $allOperations: hook } }), 'all operations': (_name, hook) => ({ $allOperations: hook }),
};
