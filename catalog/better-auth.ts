import type { Library } from './schema.js';

export const library: Library = {
  package: 'better-auth',
  modules: ['better-auth/api', 'better-auth/minimal'],
  name: 'Better Auth',
  source: 'better-auth@1.3.27 d.mts of betterAuth() and createAuthMiddleware()',
  values: [{ call: 'createAuthMiddleware', gives: 'function', from: '0' }],
  entryPoints: [
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth password check', handlers: ['0.emailAndPassword.password.verify'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth password hash', handlers: ['0.emailAndPassword.password.hash'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth password reset mail', handlers: ['0.emailAndPassword.sendResetPassword'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth password reset hook', handlers: ['0.emailAndPassword.onPasswordReset'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth verification mail', handlers: ['0.emailVerification.sendVerificationEmail'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth verification hook', handlers: ['0.emailVerification.afterEmailVerification'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth verification hook', handlers: ['0.emailVerification.onEmailVerification'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth user hook', handlers: ['0.databaseHooks.user.create.before'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth user hook', handlers: ['0.databaseHooks.user.create.after'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth user hook', handlers: ['0.databaseHooks.user.update.before'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth user hook', handlers: ['0.databaseHooks.user.update.after'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth session hook', handlers: ['0.databaseHooks.session.create.before'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth session hook', handlers: ['0.databaseHooks.session.create.after'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth account hook', handlers: ['0.databaseHooks.account.create.before'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth account hook', handlers: ['0.databaseHooks.account.create.after'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth auth hook', handlers: ['0.hooks.before'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
    { kind: 'middleware', call: 'betterAuth', name: 'better-auth auth hook', handlers: ['0.hooks.after'], answers: true, see: 'better-auth 1.3.27: runs within a request to its handler' },
  ],
};
