import type { Library } from './schema.js';

export const library: Library = {
  package: 'express-session',
  name: 'express-session',
  source: 'express-session@1.19.0 index.js, session/memory.js',
  checkedOn: ['express-session@1.19.0', '@types/express-session@1.19.0'],
  same: [{ path: 'express|Request().session', is: 'Session()' }],
  callbacks: [
    { call: 'Session().save', callback: '0', runs: 'now' },
    { call: 'Session().regenerate', callback: '0', runs: 'now' },
    { call: 'Session().destroy', callback: '0', runs: 'now' },
    { call: 'Session().reload', callback: '0', runs: 'now' },
  ],
  remarks: [
    { options: ['store'], says: 'without one, sessions are kept in the memory of this process, which grows without end', see: 'express-session@1.19.0 index.js: warns in production' },
    { options: ['resave'], default: true, says: 'every request writes its session back, so that requests at the same time overwrite one another', see: 'express-session@1.19.0 index.js' },
    { options: ['maxAge'], unit: 'ms', says: 'how long the cookie lives; not set, until the browser is closed', see: 'express-session@1.19.0 session/cookie.js' },
    { says: 'each request waits for its store before its handler, and again before the answer ends; no limit of its own ends these waits', see: 'express-session@1.19.0 index.js' },
  ],
};
