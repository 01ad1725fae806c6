import type { Library } from './schema.js';

export const library: Library = {
  package: '@sinclair/typebox',
  name: 'TypeBox',
  source: '@sinclair/typebox@0.34.52 (d.ts)',
  checkedOn: ['@sinclair/typebox@0.34.52'],
  // A schema of a plain value is what it is described by, its default among that.
  values: [
    { call: 'Type.Number', gives: 'argument', from: '0', scalar: true },
    { call: 'Type.Integer', gives: 'argument', from: '0', scalar: true },
    { call: 'Type.String', gives: 'argument', from: '0', scalar: true },
    { call: 'Type.Boolean', gives: 'argument', from: '0', scalar: true },
    { call: 'Type.Union', gives: 'argument', from: '1', scalar: true },
    { call: 'Type.Enum', gives: 'argument', from: '1', scalar: true },
    { call: 'Type.Optional', gives: 'argument', from: '0' },
    { call: 'Type.Readonly', gives: 'argument', from: '0' },
  ],
};
