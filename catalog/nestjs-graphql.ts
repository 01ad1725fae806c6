import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/graphql',
  name: 'Nest GraphQL',
  source: '@nestjs/graphql decorators (d.ts)',
  checkedOn: ['@nestjs/graphql@14.0.3'],
  entryPoints: [
    { kind: 'graphql', decorator: 'Query', nameAt: '1.name', method: 'QUERY', repeats: 'client', answers: true, see: '@nestjs/graphql' },
    { kind: 'graphql', decorator: 'Mutation', nameAt: '1.name', method: 'MUTATION', repeats: 'client', answers: true, see: '@nestjs/graphql' },
    { kind: 'graphql', decorator: 'Subscription', nameAt: '1.name', method: 'SUBSCRIPTION', repeats: 'never', answers: true, see: '@nestjs/graphql' },
    { kind: 'graphql', decorator: 'ResolveField', nameAt: '0', method: 'FIELD', classDecorator: 'Resolver', repeats: 'client', answers: true, see: '@nestjs/graphql' },
    { kind: 'graphql', decorator: 'ResolveReference', name: 'reference', method: 'FIELD', repeats: 'client', answers: true, see: '@nestjs/graphql' },
  ],
};
