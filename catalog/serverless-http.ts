import type { Library } from './schema.js';

export const library: Library = {
  package: 'serverless-http',
  modules: ['@vendia/serverless-express', '@codegenie/serverless-express', 'aws-serverless-express', '@fastify/aws-lambda'],
  source: 'serverless-http (README)',
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'serverless', call: '', name: 'handler', handlers: [], mount: { childAt: '0' }, answers: true, see: 'serverless-http' }],
};
