import type { Library } from './schema.js';

export const library: Library = {
  package: 'aws-cdk-lib',
  modules: ['aws-cdk-lib/core', 'aws-cdk-lib/aws-lambda', 'aws-cdk-lib/aws-lambda-nodejs', 'aws-cdk-lib/aws-sqs', 'aws-cdk-lib/aws-lambda-event-sources', '@aws-cdk/aws-lambda-nodejs-alpha'],
  name: 'AWS CDK',
  source: 'aws-cdk-lib@2.276.0 core/lib/duration.d.ts, aws-lambda/lib/function.d.ts, aws-lambda-nodejs/lib/function.d.ts',
  checkedOn: ['aws-cdk-lib@2.276.0'],
  same: [
    { path: 'aws_lambda.Function', is: 'Function' },
    { path: 'aws_lambda_nodejs.NodejsFunction', is: 'NodejsFunction' },
    { path: 'aws_sqs.Queue', is: 'Queue' },
    { path: 'aws_lambda_event_sources.SqsEventSource', is: 'SqsEventSource' },
  ],
  eventSources: [{ call: 'SqsEventSource', countAt: '0|2.deadLetterQueue.maxReceiveCount', addedBy: 'addEventSource', see: 'aws-cdk-lib 2.276.0 aws-sqs/lib/queue.d.ts: DeadLetterQueue' }],
  values: [
    { call: 'Duration.millis', gives: 'duration', from: '0' },
    { call: 'Duration.seconds', gives: 'duration', from: '0', unit: 's' },
    { call: 'Duration.minutes', gives: 'duration', from: '0', unit: 'min' },
  ],
  budgets: [
    {
      call: 'NodejsFunction', covers: 'route', deploys: { fileAt: '2.entry', exportAt: '2.handler', exported: 'handler' },
      limit: { limits: 'total', at: ['2.timeout'], default: 3000, unrun: 'it is what the platform sets; needs AWS', note: 'the process is frozen', see: 'aws-cdk-lib 2.276.0 aws-lambda/lib/function.d.ts: 3 s; at most 900 s' },
    },
    {
      call: 'Function', covers: 'route', deploys: { folderAt: '2.code', exportAt: '2.handler' },
      limit: { limits: 'total', at: ['2.timeout'], default: 3000, unrun: 'it is what the platform sets; needs AWS', note: 'the process is frozen', see: 'aws-cdk-lib 2.276.0 aws-lambda/lib/function.d.ts: 3 s; at most 900 s' },
    },
  ],
};
