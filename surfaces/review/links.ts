import type { Site } from '#model/site.js';
import { UserError } from '#linter/user-error.js';
import { uriOf } from '../escape.js';

/** Where places of the code can be opened. */
export interface LinkTemplates {
  /** `https://example.com/shop/blob/main/{path}#L{line}` */
  readonly repository?: string;
  /** `vscode://file/{root}/{path}:{line}:{column}` */
  readonly editor?: string;
  /** The analysed folder, absolute; only an editor's links name it. */
  readonly root: string;
}

const REPOSITORY = /^https?:\/\/[^\s"'<>{}]+\{/;
// Schemes that open a file in an editor; anything else could run something.
const EDITOR = /^(?:vscode|vscode-insiders|vscodium|cursor|windsurf|zed|idea|webstorm|jetbrains|subl|txmt|mvim|emacs|nova|atom):\/\/[^\s"'<>]*\{/;

const EDITORS: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{root}/{path}:{line}:{column}',
  cursor: 'cursor://file{root}/{path}:{line}:{column}',
  zed: 'zed://file{root}/{path}:{line}:{column}',
  webstorm: 'webstorm://open?file={root}/{path}&line={line}',
  idea: 'idea://open?file={root}/{path}&line={line}',
};

/** Checks templates given by a user or a configuration. Throws `UserError` where a link could do more than open a file. */
export function checkLinks({ repository, editor, root }: LinkTemplates): LinkTemplates {
  const known = editor === undefined ? undefined : (EDITORS[editor] ?? editor);
  if (repository !== undefined && !REPOSITORY.test(repository))
    throw new UserError(`"${repository}" is no template of repository links.`, 'Write it as https://example.com/shop/blob/main/{path}#L{line}.');
  if (known !== undefined && !EDITOR.test(known))
    throw new UserError(`"${editor}" is no editor that links can open.`, `Name one of ${Object.keys(EDITORS).join(', ')}, or write vscode://file{root}/{path}:{line}:{column}.`);
  return { root, ...(repository === undefined ? {} : { repository }), ...(known === undefined ? {} : { editor: known }) };
}

/** The link of a place; undefined where no template is given. */
export function linkOf(template: string | undefined, { file, line, column }: Site, root: string): string | undefined {
  const values: Readonly<Record<string, string>> = { path: uriOf(file), line: String(line), column: String(column), root: uriOf(root.replaceAll('\\', '/')) };
  return template?.replace(/\{(path|line|column|root)\}/g, (_, name: string) => values[name] ?? '');
}
