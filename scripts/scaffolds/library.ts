/** The one file of a new library: rows with what silence means left open. The index, the page and the schema are generated. */
export function libraryScaffold(name: string): ReadonlyMap<string, string> {
  if (!/^(?:@[\w.~-]+\/)?[\w][\w.~-]*(?:\/[\w.~-]+)*\*?$/.test(name)) throw new Error(`"${name}" is no name of a package`);
  const file = name.replace(/^@/, '').replace(/\*$/, 'family').replaceAll('/', '-');
  return new Map([[`catalog/${file}.ts`, text(name)]]);
}

function text(name: string): string {
  return `import type { Library } from './schema.js';

export const library: Library = {
  package: '${name}',
  source: '${name}@0.0.0, the file or page where it is written; ran or not',

  // What gives the same thing: the default export, chained calls, what type names stand for.
  same: [{ path: 'default', is: '' }],
  types: { Client: 'createClient()' },

  // What is opened, how its waits are bounded, how it is closed. State what the library does when an option is absent; show it
  // in tests/conformance/run/told/, or say why that cannot run: \`unrun: 'needs an Oracle database'\`.
  resources: [
    {
      create: 'createClient', is: 'client', name: '${name} client', mustClose: true,
      close: [{ call: 'close', awaitable: true, waits: true }],
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 'unknown', see: '${name} 0.0.0' }],
      see: '${name} 0.0.0',
    },
  ],

  // What waits for something outside, and what it does there.
  operations: [
    {
      call: 'createClient().get', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'unknown', see: '${name} 0.0.0' }],
      see: '${name} 0.0.0',
    },
  ],

  // What else to know that no rule asks about.
  remarks: [{ options: ['idleTimeout'], default: 0, unit: 'ms', says: 'what it does', see: '${name} 0.0.0' }],
};
`;
}
