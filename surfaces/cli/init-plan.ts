import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { workflowsOf, type PackageManager, type ProjectPicture } from '#linter/project-picture.js';

/** One thing that `init` would do, or leaves to the user. */
export type Step =
  | { readonly is: 'create'; readonly path: string; readonly text: string; readonly why: string }
  | { readonly is: 'add'; readonly path: string; readonly text: string; readonly added: readonly string[]; readonly why: string }
  | { readonly is: 'kept'; readonly path: string; readonly why: string }
  | { readonly is: 'by-hand'; readonly why: string; readonly lines: readonly string[] };

/** What setting seamlint up in a project takes, in order. */
export function planInit(picture: ProjectPicture): readonly Step[] {
  return [configStep(picture), ...eslintSteps(picture), ...(picture.ci.includes('github') ? [githubStep(picture)] : []), ...(picture.ci.includes('gitlab') ? [gitlabStep(picture)] : [])];
}

/** The command that installs a development dependency. */
export const INSTALL: Readonly<Record<PackageManager, string>> = {
  npm: 'npm install --save-dev seamlint',
  pnpm: 'pnpm add --save-dev seamlint',
  yarn: 'yarn add --dev seamlint',
  'yarn 1': 'yarn add --dev seamlint',
  bun: 'bun add --dev seamlint',
};

function configStep({ root, config }: ProjectPicture): Step {
  if (config !== undefined) return { is: 'kept', path: config, why: 'the configuration is there already' };
  const text = `${JSON.stringify({ $schema: './node_modules/seamlint/schema/config.json', preset: 'recommended' }, null, 2)}\n`;
  return { is: 'create', path: join(root, '.seamlintrc.json'), text, why: 'the configuration' };
}

const IMPORT = "import seamlint from 'seamlint/eslint';";
const ENTRY = 'seamlint.configs.recommended,';

function eslintSteps({ hasEslint, eslintConfig }: ProjectPicture): readonly Step[] {
  if (!hasEslint) return [];
  const where = eslintConfig === undefined ? 'your ESLint configuration' : basename(eslintConfig);
  const byHand: Step = { is: 'by-hand', why: `add the rules to ${where}, for findings in the editor`, lines: [IMPORT, '', 'export default [', '  // what you have', `  ${ENTRY}`, '];'] };
  if (eslintConfig === undefined) return [byHand];
  const before = readFileSync(eslintConfig, 'utf8');
  if (before.includes('seamlint/eslint')) return [{ is: 'kept', path: eslintConfig, why: 'it has the rules already' }];
  const text = withEntry(before);
  return text === undefined ? [byHand] : [{ is: 'add', path: eslintConfig, text, added: [IMPORT, ENTRY], why: 'findings in the editor' }];
}

// What takes a list of configurations, or is one: `defineConfig([`, `tseslint.config(`. Another function may want something else first.
const LIST = /(?:(?:defineConfig|[\w$]+\.(?:config|defineConfig))\((?:\s*\[)?|[\w$]+\(\s*\[|\[)/.source;

/** An ESLint configuration with our entry first in its list; undefined where its shape is another. */
function withEntry(before: string): string | undefined {
  const named = /^export default ([\w$]+);?[ \t]*$/m.exec(before)?.[1];
  const start = named === undefined ? 'export default' : `(?:const|let) ${named.replaceAll('$', '\\$')}(?:: [^=\\n]+)? =`;
  const list = new RegExp(`^${start} ${LIST}[ \\t]*`, 'm').exec(before);
  if (list === null) return undefined;
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const at = list.index + list[0].length;
  const rest = before.slice(at);
  const indent = /^\r?\n([ \t]+)/.exec(rest)?.[1];
  const isEmpty = /^\s*\]/.test(rest);
  const entry = isEmpty ? `${end}  ${ENTRY}${end}` : indent === undefined ? `${ENTRY} ` : `${end}${indent}${ENTRY}`;
  const text = `${before.slice(0, at)}${entry}${isEmpty ? rest.trimStart() : rest}`;
  const imports = [...text.matchAll(/^import [^;]*?from ['"][^'"]+['"];?[ \t]*$|^import ['"][^'"]+['"];?[ \t]*$/gm)].at(-1);
  const place = imports === undefined ? 0 : imports.index + imports[0].length + end.length;
  return `${text.slice(0, place)}${IMPORT}${end}${imports === undefined ? end : ''}${text.slice(place)}`;
}

/** How a package manager installs what a lockfile says, and how it runs the command. */
export const RUNS: Readonly<Record<PackageManager, { readonly install: readonly string[]; readonly run: string }>> = {
  npm: { install: ['npm ci'], run: 'npx seamlint' },
  pnpm: { install: ['corepack enable', 'pnpm install --frozen-lockfile'], run: 'pnpm exec seamlint' },
  yarn: { install: ['corepack enable', 'yarn install --immutable'], run: 'yarn seamlint' },
  'yarn 1': { install: ['corepack enable', 'yarn install --frozen-lockfile'], run: 'yarn seamlint' },
  bun: { install: ['npm install --global bun', 'bun install --frozen-lockfile'], run: 'bunx seamlint' },
};

// Without a lockfile there is nothing that `npm ci` could install.
function installing(manager: PackageManager, hasLockfile: boolean): readonly string[] {
  return hasLockfile ? RUNS[manager].install : ['npm install'];
}

function githubStep({ top, root, packageManager, hasLockfile, mainBranch }: ProjectPicture): Step {
  const path = join(top, '.github', 'workflows', 'seamlint.yml');
  const { run } = RUNS[packageManager];
  if (existsSync(path)) return { is: 'kept', path, why: 'the workflow is there already' };
  if (workflowsOf(top).some((text) => /\bseamlint\b/.test(text))) return { is: 'kept', path: join(top, '.github', 'workflows'), why: 'a workflow runs seamlint already' };
  const lines = [
    'name: seamlint', 'on:', '  push:', `    branches: [${mainBranch}]`, '  pull_request:', 'permissions:', '  contents: read',
    'jobs:', '  seamlint:', '    runs-on: ubuntu-latest', '    steps:', '      - uses: actions/checkout@v4', '      - uses: actions/setup-node@v4', '        with:', '          node-version: 22',
    ...installing(packageManager, hasLockfile).map((line) => `      - run: ${line}`),
    `      - run: ${run} ${argumentsOf(top, root)}--no-exec-config`,
  ];
  return { is: 'create', path, text: `${lines.join('\n')}\n`, why: 'annotations on pull requests' };
}

function gitlabStep({ top, root, packageManager, hasLockfile }: ProjectPicture): Step {
  const path = join(top, '.gitlab-ci.yml');
  const { run } = RUNS[packageManager];
  const job = [
    'seamlint:', '  image: node:22', '  script:',
    ...installing(packageManager, hasLockfile).map((line) => `    - ${line}`),
    `    - ${run} ${argumentsOf(top, root)}--no-exec-config --format pretty --format gitlab:gl-code-quality-report.json`,
    '  artifacts:', '    when: always', '    reports:', '      codequality: gl-code-quality-report.json',
  ];
  const why = 'findings on merge requests';
  if (!existsSync(path)) return { is: 'create', path, text: `${job.join('\n')}\n`, why };
  const before = readFileSync(path, 'utf8');
  if (/\bseamlint\b/.test(before)) return { is: 'kept', path, why: 'it runs seamlint already' };
  return { is: 'add', path, text: `${before.replace(/\s*$/, '\n')}\n${job.join('\n')}\n`, added: job, why };
}

// From the top of the repository to the service; a name that a shell would take apart is left to the user.
function argumentsOf(top: string, root: string): string {
  const way = relative(top, root).split(sep).join('/');
  return way === '' || !/^[\w./-]+$/.test(way) || way.startsWith('-') ? '' : `check ${way} `;
}
