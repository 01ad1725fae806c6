import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesIn } from './names-in-files.js';

const known = new Map<string, ReadonlySet<string>>();
const MAX_BYTES = 30_000_000;

/** The names of everything that a package's own typings declare: exports, members, parameters, texts that a type allows. */
export function declaredIn(folder: string): ReadonlySet<string> {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const names = new Set<string>();
  known.set(folder, names);
  let bytes = 0;
  for (const path of existsSync(folder) ? filesIn(folder) : []) {
    if (!/\.d\.[cm]?ts$/.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    bytes += text.length;
    if (bytes > MAX_BYTES) break;
    addDeclared(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, false), names);
  }
  return names;
}

function addDeclared(node: ts.Node, names: Set<string>): void {
  const { name } = node as { readonly name?: ts.Node };
  if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name))) names.add(name.text);
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) names.add(node.literal.text);
  ts.forEachChild(node, (child) => addDeclared(child, names));
}
