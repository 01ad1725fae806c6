import type { BindingIndex, Export, FileFacts, FunctionIndex, Statement } from '#facts/types.js';
import type { FileIndex } from './file-index.js';

/** The parts of a file's index that need no walk over its code. */
export function tablesOf(facts: FileFacts): Pick<FileIndex, 'inner' | 'running' | 'held' | 'exports'> {
  const running = new Map(facts.functions.map(({ body }, index): [FunctionIndex, readonly Statement[]] => [index, body.filter(runs)]));
  return { inner: innerFunctions(facts), running, held: heldNames(facts), exports: exportsByName(facts) };
}

function innerFunctions({ functions }: FileFacts): ReadonlyMap<FunctionIndex, readonly { readonly function: FunctionIndex }[]> {
  const inner = new Map<FunctionIndex, { function: FunctionIndex }[]>();
  functions.forEach(({ parent }, index) => {
    if (parent >= 0) put(inner, parent, { function: index });
  });
  return inner;
}

function runs(statement: Statement): boolean {
  return statement.is !== 'declare' || (statement.value.is !== 'function' && statement.value.is !== 'literal' && statement.value.is !== 'undefined');
}

function heldNames({ bindings }: FileFacts): ReadonlyMap<FunctionIndex, readonly { readonly binding: BindingIndex }[]> {
  const held = new Map<FunctionIndex, { binding: BindingIndex }[]>();
  bindings.forEach(({ owner }, binding) => put(held, owner, { binding }));
  return held;
}

function exportsByName({ exports }: FileFacts): ReadonlyMap<string, readonly Export[]> {
  const byName = new Map<string, Export[]>();
  for (const exported of exports) put(byName, exported.is === 'all' ? '*' : exported.is === 'equals' ? '=' : exported.name, exported);
  return byName;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
