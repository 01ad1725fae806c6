import type { Library } from './schema.js';

export const library: Library = {
  package: 'koa-bodyparser',
  modules: ['@koa/bodyparser', 'koa-body'],
  source: 'koa-bodyparser@4.4.1 index.js; @koa/bodyparser@6.1.0; koa-body@8.0.1',
  checkedOn: ['koa-bodyparser@4.4.1', '@koa/bodyparser@6.1.0', '@types/koa-bodyparser@4.3.13', 'koa-body@8.0.1'],
  same: [{ path: 'default', is: '' }, { path: 'bodyParser', is: '' }, { path: 'koaBody', is: '' }],
  bodies: [
    { call: '', covers: 'chain', limit: { limits: 'body', at: ['0.jsonLimit'], unit: 'bytes', default: 1048576, note: 'forms have a limit of their own: 56 kB', see: 'koa-bodyparser 4.4.1: 1100 KiB -> 413 (ran)' } },
    { call: '', covers: 'chain', limit: { limits: 'body', at: ['0.formLimit'], unit: 'bytes', default: 57344, see: 'koa-bodyparser 4.4.1 index.js; co-body lib/form.js' } },
    { call: '', covers: 'chain', limit: { limits: 'body', at: ['0.textLimit'], unit: 'bytes', default: 1048576, note: 'koa-body: 56 kB', see: 'koa-bodyparser 4.4.1; co-body lib/text.js' } },
    { call: '', covers: 'chain', limit: { limits: 'body', at: ['0.xmlLimit'], unit: 'bytes', default: 1048576, see: 'koa-bodyparser 4.4.1' } },
  ],

  words: [{ is: 'request-part', names: ['body', 'rawBody'], see: 'koa-bodyparser@4.4.1' }],
  remarks: [
    { options: ['formLimit'], default: '56kb', unit: 'bytes-string', says: 'limits the size', see: 'koa-bodyparser@4.4.1 index.js' },
    { options: ['textLimit', 'xmlLimit'], default: '1mb', unit: 'bytes-string', says: 'limits the size', see: 'koa-bodyparser@4.4.1 index.js' },
    { options: ['formLimit', 'textLimit'], default: '56kb', unit: 'bytes or string', says: 'limits the size', see: 'koa-body@8.0.1 README' },
    { options: ['maxFileSize'], default: '209715200 (200 MiB, formidable 3 default)', unit: 'bytes', says: 'limits the size', see: 'koa-body@8.0.1 README' },
    { options: ['maxFieldsSize'], default: '20971520 (formidable 3); README still says 2mb', unit: 'bytes', says: 'limits the size', see: 'koa-body@8.0.1 README' },
  ],
};
