import type { Library } from './schema.js';

export const library: Library = {
  package: 'graphql-upload',
  modules: ['graphql-upload/graphqlUploadExpress.mjs', 'graphql-upload/graphqlUploadExpress.js', 'graphql-upload/graphqlUploadKoa.mjs', 'graphql-upload/graphqlUploadKoa.js', 'graphql-upload/processRequest.mjs', 'graphql-upload/processRequest.js'],
  name: 'GraphQL Upload',
  source: 'graphql-upload@17.1.0 processRequest.mjs',
  checkedOn: ['graphql-upload@17.1.0', '@types/graphql-upload@17.0.0', '@types/graphql-upload-at-12@npm:@types/graphql-upload@8.0.12', 'graphql-upload@12.0.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'graphqlUploadExpress', is: '' },
    { path: 'graphqlUploadKoa', is: '' },
  ],
  bodies: [{ call: '', covers: 'chain', limit: { limits: 'body', at: ['0.maxFileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], note: 'of one file', see: 'graphql-upload 17.1.0: maxFileSize Infinity, maxFiles Infinity' } }],
  remarks: [{ options: ['maxFieldSize'], default: 1000000, unit: 'bytes', says: 'limits each field that is no file', see: 'graphql-upload 17.1.0 processRequest.mjs' }],
};
