import type { Library } from './schema.js';

export const library: Library = {
  package: 'aws-lambda',
  modules: ['@types/aws-lambda'],
  name: 'AWS Lambda',
  source: '@types/aws-lambda@8.10.164; AWS docs configuration-timeout',
  entryPoints: [
    {
      kind: 'serverless', name: 'handler',
      typed: [
        'Handler', 'APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2', 'APIGatewayProxyHandlerV2WithJWTAuthorizer', 'APIGatewayProxyWithCognitoAuthorizerHandler', 'ALBHandler',
        'CloudFrontRequestHandler', 'CloudFrontResponseHandler', 'LambdaFunctionURLHandler', 'AppSyncResolverHandler', 'APIGatewayProxyEvent', 'APIGatewayProxyEventV2',
        'APIGatewayEvent', 'ALBEvent', 'CloudFrontRequestEvent', 'LambdaFunctionURLEvent', 'AppSyncResolverEvent',
      ],
      repeats: 'client', answers: true, see: '@types/aws-lambda 8.10.164',
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
  ],
};
