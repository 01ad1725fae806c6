import type { Library } from './schema.js';

export const library: Library = {
  package: 'serverless-http',
  modules: ['@vendia/serverless-express', '@codegenie/serverless-express', 'aws-serverless-express', '@fastify/aws-lambda'],
  source: 'serverless-http (README)',
  checkedOn: ['serverless-http@4.0.0', '@types/aws-serverless-express@3.3.10', 'aws-serverless-express@3.4.0'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [
    {
      kind: 'serverless', call: '', name: 'handler', handlers: [], mount: { childAt: '0' }, platform: { framework: 'AWS Lambda', servesAt: ['0', '0.app'] }, answers: true,
      see: 'serverless-http; @codegenie/serverless-express README: ({ app })',
    },
    { kind: 'serverless', call: 'proxy', name: 'handler', handlers: [], mount: { childAt: '0' }, platform: { framework: 'AWS Lambda', servesAt: ['0'] }, answers: true, see: 'aws-serverless-express 3.4.0' },
    { kind: 'serverless', call: 'createServer', name: 'handler', handlers: [], mount: { childAt: '0' }, platform: { framework: 'AWS Lambda', servesAt: ['0'] }, answers: true, see: 'aws-serverless-express 3.4.0' },
  ],
};
