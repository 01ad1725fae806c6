/** Typings that describe the settings files of platforms, and the way in them to a place of the file. */
export const DESCRIBED: readonly { readonly files: readonly string[]; readonly module: string; readonly type: string; readonly stepsOf: (way: string) => readonly string[] }[] = [
  { files: ['serverless.yml'], module: '@serverless/typescript', type: 'AWS', stepsOf: (way) => way.split('.') },
  // A function's properties, its globals included, begin with a small letter here.
  { files: ['template.yml'], module: '@aws-cdk/aws-sam', type: 'CfnFunctionProps', stepsOf: lastInSmall },
  // Plain CloudFormation, which a template may hold as well.
  { files: ['template.yml'], module: 'aws-cdk-lib/aws-lambda', type: 'CfnFunctionProps', stepsOf: lastInSmall },
];

function lastInSmall(way: string): readonly string[] {
  return way.split('.').slice(-1).map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
}
