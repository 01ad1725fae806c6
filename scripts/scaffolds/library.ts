/** The newest versions of a package and of the typings that it does not bring itself, as the check pins them; `name@0.0.0` where nobody knows. */
export function newestOf(name: string, ask: (question: readonly string[]) => string | undefined): readonly string[] {
  const own = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
  const described = ask([own, 'version', 'types', 'typings', '--json']);
  if (described === undefined) return [`${own}@0.0.0`];
  const told = JSON.parse(described) as string | { version: string; types?: string; typings?: string };
  const [version, isTyped] = typeof told === 'string' ? [told, false] : [told.version, told.types !== undefined || told.typings !== undefined];
  const typings = `@types/${own.replace('@', '').replace('/', '__')}`;
  const typed = isTyped ? undefined : ask([typings, 'version']);
  return [`${own}@${version}`, ...(typed === undefined ? [] : [`${typings}@${typed.trim()}`])];
}

/** The one file of a new library, at the versions that it is checked on: rows with what silence means left open. All else is generated. */
export function libraryScaffold(name: string, checkedOn: readonly string[] = [`${name}@0.0.0`]): ReadonlyMap<string, string> {
  if (!/^(?:@[\w.~-]+\/)?[\w][\w.~-]*(?:\/[\w.~-]+)*\*?$/.test(name)) throw new Error(`"${name}" is no name of a package`);
  const file = name.replace(/^@/, '').replace(/\*$/, 'family').replaceAll('/', '-');
  return new Map([[`catalog/${file}.ts`, text(name, checkedOn)]]);
}

function text(name: string, checkedOn: readonly string[]): string {
  const see = (checkedOn[0] as string).replace(/(?!^)@/, ' ');
  return `import type { Library } from './schema.js';

export const library: Library = {
  package: '${name}',
  source: '${checkedOn[0] as string}, the file or page where it is written; ran or not',
  checkedOn: [${checkedOn.map((one) => `'${one}'`).join(', ')}],

  // What gives the same thing: the default export, chained calls, what type names stand for.
  same: [{ path: 'default', is: '' }],
  types: { Client: 'createClient()' },

  // What is opened, how its waits are bounded, how it is closed. State what the library does when an option is absent; show it
  // below or in tests/conformance/run/told/, or say why that cannot run: \`unrun: 'needs an Oracle database'\`.
  resources: [
    {
      create: 'createClient', is: 'client', name: '${name} client', mustClose: true,
      close: [{ call: 'close', awaitable: true, waits: true }],
      limits: [{ limits: 'connect', at: ['0.connectTimeout'], default: 'unknown', see: '${see}' }],
      see: '${see}',
    },
  ],

  // What waits for something outside, and what it does there.
  operations: [
    {
      call: 'createClient().get', is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: ['1.timeout', 'creation:0.timeout'], default: 'never', see: '${see}' }],
      see: '${see}',
    },
  ],

  // Each default that is claimed, shown on the real package: a call at a server of the check.
  shown: [{ shows: ['total never'], call: 'createClient().get', given: [[{ url: '$url' }], ['/']] }],

  // What else to know that no rule asks about.
  remarks: [{ options: ['idleTimeout'], default: 0, unit: 'ms', says: 'what it does', see: '${see}' }],
};
`;
}
