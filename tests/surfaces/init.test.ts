import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pictureOf } from '#linter/project-picture.js';
import { planInit } from '#surfaces/cli/init-plan.js';
import { APP, PACKAGE } from '../support/blocking-service.js';
import { seamlint } from '../support/command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SERVICE = { 'package.json': PACKAGE, 'src/app.ts': APP };
const plan = (files: Readonly<Record<string, string>>) => planInit(pictureOf(temporaryFolder({ ...SERVICE, ...files }), []));
const textOf = (steps: ReturnType<typeof plan>, file: string) => steps.flatMap((step) => ((step.is === 'create' || step.is === 'add') && step.path.endsWith(file) ? [step.text] : [])).join('');

test('the picture tells frameworks, libraries, the package manager, ESLint and CI', () => {
  const folder = temporaryFolder({
    '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n',
    'pnpm-lock.yaml': '',
    'eslint.config.mjs': '',
    'services/pay/package.json': '{"dependencies":{"express":"4","pg":"8","@aws-sdk/client-sqs":"3","left-pad":"1"},"devDependencies":{"seamlint":"1"}}',
    'services/pay/tsconfig.json': '{}',
    'services/pay/a.ts': '',
  });
  expect(pictureOf(join(folder, 'services/pay'), [])).toMatchObject({
    top: folder, packageManager: 'pnpm', frameworks: ['express'], libraries: ['@aws-sdk/client-sqs', 'pg'], typescript: true, isInstalled: true, hasEslint: true, ci: ['github'], eslintConfig: join(folder, 'eslint.config.mjs'),
  });
});

test('of the root of a workspace, the picture tells what its packages are made of', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '', 'package.json': '{"workspaces":{"packages":["services/*"]}}', 'pnpm-workspace.yaml': 'packages:\n  - libs/*\n',
    'services/pay/package.json': '{"dependencies":{"fastify":"5"}}', 'services/pay/tsconfig.json': '{}', 'libs/store/package.json': '{"dependencies":{"pg":"8"}}',
  });
  expect(pictureOf(folder, [])).toMatchObject({ frameworks: ['fastify'], libraries: ['pg'], typescript: true });
});

test.each([
  ['TypeScript without a tsconfig.json', { 'package.json': '{}', 'src/app.ts': '' }, true],
  ['JavaScript with declarations and a typed configuration', { 'package.json': '{}', 'src/app.js': '', 'types/app.d.ts': '', 'vite.config.ts': '', 'node_modules/x/index.ts': '' }, false],
])('the picture tells %s', (_what, files, typescript) => {
  expect(pictureOf(temporaryFolder(files), []).typescript).toBe(typescript);
});

describe('the plan', () => {
  test.each([
    ['export default [\n  js.configs.recommended,\n];\n', "import seamlint from 'seamlint/eslint';\n\nexport default [\n  seamlint.configs.recommended,\n  js.configs.recommended,\n];\n"],
    ["import js from '@eslint/js';\n\nexport default defineConfig([\n    js,\n]);\n", "import js from '@eslint/js';\nimport seamlint from 'seamlint/eslint';\n\nexport default defineConfig([\n    seamlint.configs.recommended,\n    js,\n]);\n"],
    ["import {\n  a,\n} from 'a';\r\nexport default tseslint.config(\r\n  a,\r\n);\r\n", "import {\n  a,\n} from 'a';\r\nimport seamlint from 'seamlint/eslint';\r\nexport default tseslint.config(\r\n  seamlint.configs.recommended,\r\n  a,\r\n);\r\n"],
    ["import next from 'eslint-config-next';\n\nconst eslintConfig = defineConfig([\n  ...next,\n]);\n\nexport default eslintConfig;\n", "import next from 'eslint-config-next';\nimport seamlint from 'seamlint/eslint';\n\nconst eslintConfig = defineConfig([\n  seamlint.configs.recommended,\n  ...next,\n]);\n\nexport default eslintConfig;\n"],
    ["import js from '@eslint/js';\nexport default [js.configs.recommended];\n", "import js from '@eslint/js';\nimport seamlint from 'seamlint/eslint';\nexport default [seamlint.configs.recommended, js.configs.recommended];\n"],
    ['export default [\n];\n', "import seamlint from 'seamlint/eslint';\n\nexport default [\n  seamlint.configs.recommended,\n];\n"],
    ['const list = [];\nexport default list;\n', "import seamlint from 'seamlint/eslint';\n\nconst list = [\n  seamlint.configs.recommended,\n];\nexport default list;\n"],
  ])('adds to an ESLint list: %j', (before, after) => {
    expect(textOf(plan({ 'eslint.config.js': before }), 'eslint.config.js')).toBe(after);
  });

  test.each(['module.exports = [\n];\n', 'export default antfu(\n  { vue: true },\n);\n', 'const a = [\n  b,\n];\nexport default c;\n'])('leaves another shape to the user: %j', (before) => {
    expect(plan({ 'eslint.config.js': before }).map(({ is }) => is)).toEqual(['create', 'by-hand']);
  });

  test('keeps what is there', () => {
    const steps = plan({
      'seamlint.config.ts': 'export default {}', 'eslint.config.js': "import seamlint from 'seamlint/eslint';", '.gitlab-ci.yml': 'lint: { script: npx seamlint }\n', '.github/workflows/ci.yaml': 'run: npx seamlint',
    });
    expect(steps.map(({ is }) => is)).toEqual(['kept', 'kept', 'kept', 'kept']);
  });

  test.each([
    ['npm ci', 'main', { 'package-lock.json': '', '.git/refs/heads/main': 'x', '.git/refs/heads/master': 'x' }],
    ['npm install', 'master', { '.git/refs/heads/master': 'x' }],
    ['yarn install --immutable', 'main', { 'yarn.lock': '__metadata:\n  version: 8\n' }],
    ['yarn install --frozen-lockfile', 'main', { 'yarn.lock': '# THIS IS AN AUTOGENERATED FILE.\n# yarn lockfile v1\n' }],
    ['npm install', 'master', { '.git/packed-refs': '# pack-refs\nx refs/remotes/origin/master\n' }],
    ['npm install', 'release/next', { '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/release/next\n' }],
  ])('installs with %s and runs on %s', (install, branch, files) => {
    const workflow = textOf(plan({ '.git/config': 'url = git@github.com:acme/shop.git', ...files }), 'seamlint.yml');
    expect([workflow.includes(`- run: ${install}\n`), workflow.includes(`branches: [${branch}]\n`)]).toEqual([true, true]);
  });

  test.each([['npm', 'package-lock.json'], ['pnpm', 'pnpm-lock.yaml'], ['yarn', 'yarn.lock'], ['bun', 'bun.lock']])('writes CI for %s that reads back', (manager, lockfile) => {
    const before = 'test:\n  script:\n    - npm test';
    const steps = plan({ [lockfile]: '', '.github/x': '', '.gitlab-ci.yml': before });
    const workflow = parse(textOf(steps, 'seamlint.yml')) as { jobs: { seamlint: { steps: { run?: string }[] } } };
    const runs = workflow.jobs.seamlint.steps.flatMap(({ run }) => run ?? []);
    expect(runs.some((run) => run.startsWith(manager))).toBe(true);
    expect(runs.at(-1)).toMatch(/seamlint --no-exec-config$/);
    const pipeline = parse(textOf(steps, '.gitlab-ci.yml')) as Record<string, { script: string[]; artifacts?: object }>;
    expect(pipeline['test']).toEqual({ script: ['npm test'] });
    expect(pipeline['seamlint']).toMatchObject({ artifacts: { reports: { codequality: 'gl-code-quality-report.json' } } });
  });
});

describe('the command', () => {
  test('only shows with --dry-run, and asks otherwise', () => {
    const folder = temporaryFolder(SERVICE);
    const shown = seamlint(folder, 'init', '--dry-run');
    expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('Create .seamlintrc.json')]);
    const asked = seamlint(folder, 'init');
    expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('nobody is there to answer')]);
    expect(existsSync(join(folder, '.seamlintrc.json'))).toBe(false);
  });
});
