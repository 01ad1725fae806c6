import type { Library } from './schema.js';

export const library: Library = {
  package: '@smithy/node-http-handler',
  name: 'AWS request handler',
  source: '@smithy/node-http-handler@4.14.2 dist-cjs/index.js, CHANGELOG; ran',
  checkedOn: ['@smithy/node-http-handler@4.14.2'],
  types: { NodeHttpHandler: 'NodeHttpHandler()', NodeHttp2Handler: 'NodeHttp2Handler()' },
  remarks: [
    { options: ['requestTimeout'], default: 0, unit: 'ms', says: 'only logs a warning unless throwOnRequestTimeout is true', versions: '>=4.4.0', see: '@smithy/node-http-handler 4.14.2: pending at 6 s with 1500 ms (ran)' },
    { options: ['requestTimeout'], default: 0, unit: 'ms', says: 'the idle timeout of the socket, which does end the request', versions: '<4.4.0', see: '@smithy/node-http-handler 4.3.0' },
    { options: ['socketTimeout'], default: 'none; 900000 for SQS, 300000 for STS, SSO and Cognito in newer versions', unit: 'ms', says: 'inactivity of the socket; ends the request', see: '@smithy/node-http-handler 4.14.2 (ran)' },
    { options: ['connectionTimeout'], default: 'none', unit: 'ms', says: 'connecting alone', see: '@smithy/node-http-handler 4.14.2' },
    { options: ['socketAcquisitionWarningTimeout'], says: 'only warns; the wait for one of the 50 sockets has no end', see: '@smithy/node-http-handler 4.14.2' },
  ],
};
