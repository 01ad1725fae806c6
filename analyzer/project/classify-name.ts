/** Why a file or folder is not part of the service. */
export interface LeftOut {
  readonly reason: 'test' | 'script' | 'generated' | 'build-output' | 'minified';
  readonly detail: string;
}

/** What the folder that holds an entry tells about it. */
export interface Surroundings {
  /** The folder holds a package.json or is where the analysis starts. */
  readonly isPackageRoot: boolean;
  readonly siblings: { readonly files: ReadonlySet<string>; readonly directories: ReadonlySet<string> };
}

const SOURCE = /\.[cm]?[jt]sx?$/;
const DECLARATION = /\.d(\.[\w-]+)?\.[cm]?ts$/;

const INVISIBLE_FOLDERS = new Set('node_modules bower_components jspm_packages .git .hg .svn .yarn .pnpm-store .idea .vscode .husky'.split(' '));
const OUTPUT_FOLDERS = new Set(
  'dist .next .nuxt .output .svelte-kit .vercel .serverless .turbo .webpack .aws-sam .nyc_output cdk.out'.split(' '),
);
const OUTPUT_FOLDERS_AT_ROOT = new Set('build out output coverage dist-types dist-esm dist-cjs storybook-static'.split(' '));
const GENERATED_FOLDERS = new Set(['generated', '__generated__']);
const SCRIPT_FOLDERS = new Set(['migrations', 'seeds', 'seeders']);
const NUMBERED = /^V?\d{3,}/;

// Lower case only: a component called Testing is part of the product.
const TEST_FOLDER = new RegExp(
  [
    '^(?:__)?(?:tests?|e2e|fixtures?|mocks?|cypress|playwright|testing|snapshots)(?:__)?$',
    '^test-?(?:utils?|helpers?|data|support|setup|fixtures?)$',
    '^test(?:Utils|Helpers|Data)$',
    '[-_.](?:tests|e2e|fixtures|mocks)$',
  ].join('|'),
);
const TEST_FOLDER_AT_ROOT = /^(?:tests?|e2e)[-_.]|[-_.]test$/;
// Domains use these words too (an OpenAPI spec, a feed of stories): the content decides below the top of a package.
const TEST_FOLDER_BY_CONTENT = /^(?:__)?(?:specs?|stories)(?:__)?$/;
const TEST_FILE = new RegExp(
  [
    String.raw`\.(?!latest\.)(?:\w*[-_]?tests?|\w*[-_]?spec|e2e|stories|story|cy|test-d|bench|fixtures?|mocks?)\.[cm]?[jt]sx?$`,
    String.raw`^test\.[\w.-]+\.[cm]?[jt]sx?$`,
    String.raw`[-_]spec\.[cm]?[jt]sx?$`,
    String.raw`_test\.[cm]?[jt]sx?$`,
    String.raw`^stories\.[jt]sx$`,
    String.raw`(?:^|[-.])(?:jest|vitest)[-.]?setup\b`,
  ].join('|'),
  'i',
);

const TOOLS = `jest vitest vite webpack rollup tsup tsdown esbuild rspack rsbuild eslint prettier stylelint babel swc tailwind postcss next nuxt svelte astro
  remix metro playwright cypress karma drizzle prisma commitlint lint-staged knip codegen graphql-codegen typedoc release semantic-release oxlint oxfmt biome
  dependency-cruiser syncpack size-limit nodemon ava mocha nyc c8 i18next i18next-parser next-i18next sst trigger docusaurus sentry wallaby relativeci unocss
  uno windi vue quasar craco turbo changelog renovate depcheck openapi-ts orval kysely contentlayer`;
const TOOL_CONFIG = new RegExp(
  `^(?:${TOOLS.split(/\s+/).join('|')})\\.(?:[\\w-]+\\.)*(?:config|conf|setup|workspace|preset)(?:\\.[\\w-]+)*\\.[cm]?[jt]sx?$`,
  'i',
);
const ANY_CONFIG = /^[\w.-]+\.(?:config|conf)\.[cm]?[jt]sx?$/i;
const TOOL_FILE_AT_ROOT = /^(?:gulp|grunt|danger|jake)file\b|^(?:wallaby|codegen|commitlint|webpack|jest|vitest|karma)(?:[.-][\w.-]+)?\.[cm]?[jt]s$/i;

/** Whether the name is that of a JavaScript or TypeScript file. */
export function isSourceName(name: string): boolean {
  return SOURCE.test(name);
}

/** Whether the name is that of a declaration file, which holds types only. */
export function isDeclarationName(name: string): boolean {
  return DECLARATION.test(name);
}

/** Whether a folder is passed over without a word: installed packages and the bookkeeping of tools. */
export function isInvisibleFolder(name: string): boolean {
  return INVISIBLE_FOLDERS.has(name);
}

/** Whether a folder of this name holds compiler output: some names say so anywhere, some only at the top of a package. */
export function isOutputFolder(name: string, around: Surroundings): boolean {
  return OUTPUT_FOLDERS.has(name) || (around.isPackageRoot && OUTPUT_FOLDERS_AT_ROOT.has(name));
}

/** Judges a folder by its name; `contents` lists its files when the name alone does not decide. */
export function judgeFolder(name: string, around: Surroundings, contents: () => readonly string[]): LeftOut | undefined {
  if (name.startsWith('.')) return { reason: 'script', detail: 'a folder of a tool' };
  const isTest =
    TEST_FOLDER.test(name) ||
    (around.isPackageRoot && (TEST_FOLDER_AT_ROOT.test(name) || TEST_FOLDER_BY_CONTENT.test(name))) ||
    (TEST_FOLDER_BY_CONTENT.test(name) && isMostly(contents().filter(isSourceName), TEST_FILE));
  if (isTest) return { reason: 'test', detail: 'a folder of tests' };
  if (GENERATED_FOLDERS.has(name)) return { reason: 'generated', detail: 'a folder of generated code' };
  if (SCRIPT_FOLDERS.has(name) || (name === 'migration' && isMostly(contents(), NUMBERED))) return { reason: 'script', detail: 'a folder of database scripts' };
  if (name === 'scripts' && around.isPackageRoot) return { reason: 'script', detail: 'a folder of developer scripts' };
  if (name === 'tools' && around.isPackageRoot && around.siblings.directories.has('src')) {
    return { reason: 'script', detail: 'a folder of developer tools' };
  }
  return undefined;
}

function isMostly(names: readonly string[], pattern: RegExp): boolean {
  return names.filter((name) => pattern.test(name)).length * 2 > names.length;
}

/** Judges a source file by its name and its neighbours. */
export function judgeFile(name: string, around: Surroundings): LeftOut | undefined {
  if (isDeclarationName(name)) return undefined;
  if (TEST_FILE.test(name)) return { reason: 'test', detail: 'a test by its name' };
  if (name.startsWith('.') || TOOL_CONFIG.test(name)) return { reason: 'script', detail: 'configuration of a tool' };
  if (around.isPackageRoot && (ANY_CONFIG.test(name) || TOOL_FILE_AT_ROOT.test(name))) return { reason: 'script', detail: 'configuration of a tool' };
  if (/[.-]min\.[cm]?js$/.test(name)) return { reason: 'minified', detail: 'minified by its name' };
  if (/\.generated\.[cm]?[jt]sx?$/.test(name)) return { reason: 'generated', detail: 'generated by its name' };
  const source = typescriptBeside(name, around.siblings.files);
  return source === undefined ? undefined : { reason: 'build-output', detail: `compiled from ${source}` };
}

/** The TypeScript file of the same name beside a JavaScript file. */
export function typescriptBeside(name: string, siblings: ReadonlySet<string>): string | undefined {
  const script = /^(.*)\.([cm]?)jsx?$/.exec(name);
  if (script === null) return undefined;
  const [, stem, kind] = script;
  return [`${stem}.${kind}ts`, `${stem}.${kind}tsx`].find((each) => siblings.has(each));
}
