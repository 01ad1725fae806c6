import type { Library } from './schema.js';

const MAPPINGS = { typeAt: 'Type', is: 'AWS::Lambda::EventSourceMapping', sourceAt: 'Properties.EventSourceArn', functionAt: 'Properties.FunctionName' };

export const library: Library = {
  package: 'aws-lambda',
  modules: ['@types/aws-lambda'],
  name: 'AWS Lambda',
  source: '@types/aws-lambda@8.10.164; AWS docs configuration-timeout',
  checkedOn: ['aws-lambda@1.0.7', '@aws-cdk/aws-sam@1.204.0', '@serverless/typescript@4.30.0', '@types/aws-lambda@8.10.164', 'aws-cdk-lib@2.276.0'],
  answersBy: ['Callback()', 'APIGatewayProxyCallback()', 'APIGatewayProxyCallbackV2()'],
  entryPoints: [
    {
      kind: 'serverless', name: 'handler',
      typed: [
        'APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2', 'APIGatewayProxyHandlerV2WithJWTAuthorizer', 'APIGatewayProxyWithCognitoAuthorizerHandler', 'ALBHandler',
        'CloudFrontRequestHandler', 'CloudFrontResponseHandler', 'LambdaFunctionURLHandler', 'AppSyncResolverHandler', 'APIGatewayProxyEvent', 'APIGatewayProxyEventV2',
        'APIGatewayEvent', 'ALBEvent', 'CloudFrontRequestEvent', 'LambdaFunctionURLEvent', 'AppSyncResolverEvent',
      ],
      answersAt: ['2'], repeats: 'client', answers: true, see: '@types/aws-lambda 8.10.164',
    },
    {
      kind: 'serverless', name: 'authorizer',
      typed: [
        'APIGatewayAuthorizerHandler', 'APIGatewayTokenAuthorizerHandler', 'APIGatewayRequestAuthorizerHandler', 'APIGatewayAuthorizerEvent', 'APIGatewayTokenAuthorizerEvent',
        'APIGatewayRequestAuthorizerEvent', 'APIGatewayRequestAuthorizerEventV2',
      ],
      repeats: 'client', answers: true, see: '@types/aws-lambda 8.10.164',
    },
    {
      kind: 'serverless', name: 'event handler',
      typed: [
        'SQSHandler', 'SNSHandler', 'DynamoDBStreamHandler', 'KinesisStreamHandler', 'S3Handler', 'S3BatchHandler', 'EventBridgeHandler', 'MSKHandler', 'SESHandler',
        'SelfManagedKafkaHandler', 'FirehoseTransformationHandler', 'SQSEvent', 'SNSEvent', 'DynamoDBStreamEvent', 'KinesisStreamEvent', 'S3Event', 'EventBridgeEvent', 'MSKEvent',
        'SelfManagedKafkaEvent',
      ],
      answers: false, repeats: 'redelivery', see: '@types/aws-lambda 8.10.164: at-least-once delivery',
    },
    { kind: 'serverless', name: 'scheduled handler', typed: ['ScheduledHandler', 'ScheduledEvent'], answers: false, repeats: 'schedule', see: '@types/aws-lambda 8.10.164' },
    { kind: 'serverless', name: 'handler', typed: ['Handler'], typedSecond: ['Context'], answersAt: ['2'], repeats: 'invoker', answers: true, see: '@types/aws-lambda 8.10.164: whatever the event' },
    {
      kind: 'serverless', name: 'handler', answersAt: ['2'], repeats: 'invoker', answers: true, see: 'serverless 3.40.0',
      settings: {
        files: ['serverless.yml', 'serverless.yaml', 'serverless.json', 'serverless.ts', 'serverless.js'], handlerAt: 'functions.*.handler', eventsAt: 'functions.*.events', reports: 'ReportBatchItemFailures',
        events: [
          { is: ['http', 'httpApi', 'alb', 'websocket'], answers: true, repeats: 'client' },
          { is: ['sqs', 'sns', 'stream', 's3', 'eventBridge', 'msk', 'kafka', 'activemq', 'rabbitmq', 'cloudwatchEvent', 'cloudwatchLog', 'iot'], answers: false, repeats: 'redelivery' },
          { is: ['schedule'], answers: false, repeats: 'schedule' },
        ],
        deliveries: { sourceAt: ['sqs.arn', 'sqs'], resourcesAt: 'resources.Resources', countAt: 'Properties.RedrivePolicy.maxReceiveCount', mappings: MAPPINGS },
      },
    },
    {
      kind: 'serverless', name: 'handler', answersAt: ['2'], repeats: 'invoker', answers: true, see: 'AWS SAM: AWS::Serverless::Function, its Events; CloudFormation: AWS::Lambda::EventSourceMapping',
      settings: {
        files: ['template.yml', 'template.yaml', 'template.json', 'sam.yml', 'sam.yaml', 'cloudformation.yml', 'cloudformation.yaml', 'cloudformation.json'], handlerAt: 'Resources.*.Properties.Handler',
        folderAt: ['Resources.*.Properties.CodeUri', 'Globals.Function.CodeUri', 'Resources.*.Properties.Code'],
        sourcesAt: 'Resources.*.Metadata.BuildProperties.EntryPoints', eventsAt: 'Resources.*.Properties.Events', eventType: 'Type', reports: 'ReportBatchItemFailures',
        events: [
          { is: ['Api', 'HttpApi'], answers: true, repeats: 'client' },
          {
            is: ['SQS', 'SNS', 'Kinesis', 'DynamoDB', 'S3', 'EventBridgeRule', 'CloudWatchEvent', 'CloudWatchLogs', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB', 'IoTRule'],
            answers: false, repeats: 'redelivery',
          },
          { is: ['Schedule', 'ScheduleV2'], answers: false, repeats: 'schedule' },
        ],
        deliveries: { sourceAt: ['Properties.Queue'], resourcesAt: 'Resources', countAt: 'Properties.RedrivePolicy.maxReceiveCount', parametersAt: 'Parameters.*.Default', mappings: MAPPINGS },
      },
    },
    { kind: 'serverless', name: 'handler', shape: { exports: ['handler'], parameter: ['event', '_event', 'evt'] }, answersAt: ['2'], repeats: 'invoker', answers: true, see: 'AWS docs nodejs-handler' },
  ],
  budgets: [
    {
      call: 'serverless.yml', covers: 'route',
      settings: { files: ['serverless.yml', 'serverless.yaml', 'serverless.json', 'serverless.ts', 'serverless.js'], handlerAt: 'functions.*.handler', limitAt: ['functions.*.timeout', 'provider.timeout'] },
      limit: { limits: 'total', at: [], unit: 's', default: 6000, unrun: 'it is what the platform sets; needs AWS', note: 'the process is frozen', see: 'serverless 3.40.0: writes 6 s; at most 900 s' },
    },
    {
      call: 'template.yaml', covers: 'route',
      settings: {
        files: ['template.yml', 'template.yaml', 'template.json', 'sam.yml', 'sam.yaml', 'cloudformation.yml', 'cloudformation.yaml', 'cloudformation.json'], handlerAt: 'Resources.*.Properties.Handler',
        folderAt: ['Resources.*.Properties.CodeUri', 'Globals.Function.CodeUri', 'Resources.*.Properties.Code'],
        sourcesAt: 'Resources.*.Metadata.BuildProperties.EntryPoints', limitAt: ['Resources.*.Properties.Timeout', 'Globals.Function.Timeout'], parametersAt: 'Parameters.*.Default',
      },
      limit: { limits: 'total', at: [], unit: 's', default: 3000, unrun: 'it is what the platform sets; needs AWS', note: 'the process is frozen', see: 'AWS docs configuration-timeout: 3 s; at most 900 s' },
    },
    {
      call: 'handler', covers: 'route',
      always: { kinds: ['serverless'], because: 'no template in sight says when the platform ends it (after 3 s unless set, after 900 s at the latest)' },
      limit: { limits: 'total', at: [], unit: 's', default: 'unknown', note: 'the process is frozen', see: 'AWS docs configuration-timeout: each function has one' },
    },
  ],

  bodies: [
    {
      call: 'handler', covers: 'route', always: { kinds: ['serverless'], because: 'the platform refuses what is larger' },
      limit: { limits: 'body', at: [], unit: 'bytes', default: 6291456, unrun: 'it is what the platform sets; needs AWS', see: 'AWS docs gettingstarted-limits: 6 MB for the payload of a synchronous invocation' },
    },
  ],
  words: [{ is: 'gives-back-list', names: ['batchItemFailures'], see: 'AWS docs services-sqs-errorhandling' }],
  remarks: [
    { says: 'batchItemFailures counts only where the event source has ReportBatchItemFailures; without it the whole batch is taken as done', see: 'AWS docs services-sqs-errorhandling' },
    { says: 'API Gateway gives up after 29 s (REST, can be raised) or 30 s (HTTP API), whatever the function may take', see: 'AWS quotas of API Gateway' },
    { says: 'the CDK takes a Duration for timeout, 3 s where there is none; its code is no settings file and is not read', see: 'aws-cdk-lib aws-lambda' },
    { options: ['getRemainingTimeInMillis'], default: '-', unit: 'ms', says: 'remaining budget, use to derive outbound timeouts', see: 'aws-cdk-lib@2.276.0 aws-lambda/lib/function.d.ts' },
    { says: 'outbound client default of 300 s or none always exceeds a 3-30 s function budget', see: 'aws-cdk-lib@2.276.0 aws-lambda/lib/function.d.ts' },
    { says: 'SQS event source: function timeout vs queue visibility timeout must be coordinated', see: 'aws-cdk-lib@2.276.0 aws-lambda/lib/function.d.ts' },
  ],
};
