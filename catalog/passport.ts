import type { Library } from './schema.js';

export const library: Library = {
  package: 'passport',
  modules: ['passport-local', 'passport-jwt', 'passport-http', 'passport-http-bearer', 'passport-custom', 'passport-oauth2', 'passport-google-oauth20', 'passport-github2'],
  name: 'Passport',
  source: 'passport@0.7.0 lib/authenticator.js, middleware/authenticate.js; passport-local@1.0.0, passport-jwt@4.0.1 lib/strategy.js',
  checkedOn: [
    'passport@0.7.0', '@types/passport@1.0.17', 'passport-local@1.0.0', '@types/passport-local@1.0.38', 'passport-jwt@4.0.1', '@types/passport-jwt@4.0.1', 'passport-http@0.3.0', '@types/passport-http@0.3.11',
    'passport-http-bearer@1.0.1', '@types/passport-http-bearer@1.0.42', 'passport-custom@1.2.1', 'passport-oauth2@1.8.0', '@types/passport-oauth2@1.8.0',
    'passport-google-oauth20@2.0.0', '@types/passport-google-oauth20@2.0.17', 'passport-github2@0.1.12', '@types/passport-github2@1.2.9',
  ],
  same: [{ path: 'default', is: '' }, { path: 'BasicStrategy', is: 'Strategy' }, { path: 'DigestStrategy', is: 'Strategy' }],
  entryPoints: [
    { kind: 'middleware', call: 'Strategy', name: 'passport strategy', handlers: ['-1'], answers: true, see: 'passport 0.7.0: authenticate() runs the strategy, which runs what it was given to verify with, within a request' },
    { kind: 'middleware', call: 'Strategy', name: 'passport secretOrKeyProvider', handlers: ['0.secretOrKeyProvider'], answers: true, see: 'passport-jwt 4.0.1 lib/strategy.js: for each token' },
    { kind: 'middleware', call: 'deserializeUser', name: 'passport deserializeUser', handlers: ['0'], answers: true, see: 'passport 0.7.0 lib/strategies/session.js: for each request of a session' },
    { kind: 'middleware', call: 'serializeUser', name: 'passport serializeUser', handlers: ['0'], answers: true, see: 'passport 0.7.0 lib/sessionmanager.js: when somebody logs in' },
  ],
};
