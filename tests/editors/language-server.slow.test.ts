import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { openEditor, type Diagnostic, type Edit } from '../support/language-client.js';
import { TOP } from '../support/own-files.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';
import { BUDGET, POOL, READ, SERVICE } from '../support/three-file-service.js';

// Processes are started, and the disk is looked at once a second.
vi.setConfig({ testTimeout: 300_000 });

const NEXT_LOOK_MS = 1100;
const CONFIG = `
  import seamlint from 'seamlint/eslint';
  import tseslint from 'typescript-eslint';
  export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, { settings: { seamlint: { wait: 60000 } } }, seamlint.configs.strict];
`;

/** A service with the packages installed, as its user has them. */
function service(version: 9 | 10): string {
  const folder = temporaryFolder({ ...SERVICE, 'eslint.config.js': CONFIG, 'node_modules/.keep': '' });
  const installed = { seamlint: TOP, eslint: join(TOP, 'node_modules', version === 9 ? 'eslint9' : 'eslint'), 'typescript-eslint': join(TOP, 'node_modules/typescript-eslint') };
  for (const [name, target] of Object.entries(installed)) symlinkSync(target, join(folder, 'node_modules', name), 'junction');
  return folder;
}

function saidOf(path: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${code.replace('seamlint/', '')} ${path}:${range.start.line + 1}`);
}

function applied(edits: readonly Edit[], text: string): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: Edit['range']['start']) => (starts[line] ?? text.length) + character;
  return edits.toReversed().reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text);
}

describe.each([9, 10] as const)('the language server of VS Code’s extension, ESLint %i', (version) => {
  test('shows what the command shows, follows edits of this file and of others, and offers the repair', async () => {
    const folder = service(version);
    const editor = await openEditor(folder);
    const said = async (path: string) => saidOf(path, await editor.diagnosticsOf(path));
    const [app, store] = [SERVICE['src/app.ts'], SERVICE['src/store.ts']];

    // 1. What is opened is told at once, the finding in the file where it stands.
    for (const path of ['src/app.ts', 'src/store.ts', 'src/page.js'] as const) editor.open(path, SERVICE[path]);
    expect([await said('src/app.ts'), await said('src/store.ts'), await said('src/page.js')]).toEqual([[BUDGET], [POOL], [READ]]);

    // 2. The text that is not saved counts: here, and in the file that it leads to.
    editor.change('src/store.ts', `// one\n// two\n${store}`);
    expect(await said('src/store.ts')).toEqual([POOL.replace(':2', ':4')]);
    editor.change('src/store.ts', store.replace('query_timeout: 1000', 'query_timeout: 1000, connectionTimeoutMillis: 500'));
    expect(await said('src/store.ts')).toEqual([]);
    editor.change('src/store.ts', store);
    expect(await said('src/store.ts')).toEqual([POOL]);
    editor.change('src/app.ts', app.replace('page()', "'page'"));
    expect([await said('src/app.ts'), await said('src/page.js')]).toEqual([[BUDGET], []]);

    // 3. What is saved in another file counts.
    const without = app.replace('await orders()', '[]');
    editor.change('src/app.ts', without);
    await pause(NEXT_LOOK_MS);
    writeFiles(folder, { 'src/app.ts': without });
    editor.save('src/app.ts');
    expect([await said('src/store.ts'), await said('src/page.js')]).toEqual([[], [READ]]);
    editor.change('src/app.ts', app);
    expect([await said('src/app.ts'), await said('src/store.ts')]).toEqual([[BUDGET], [POOL]]);

    // 4. The repair is offered, changes the text when it is chosen, and then there is nothing to say.
    const [pool] = await editor.diagnosticsOf('src/store.ts');
    const actions = pool === undefined ? [] : await editor.actionsAt('src/store.ts', pool);
    const repair = actions.find(({ title }) => title.startsWith('Set connectionTimeoutMillis to')) ?? expect.fail(actions.map(({ title }) => title).join('\n'));
    const repaired = applied(await editor.run(repair), store);
    expect(repaired).toMatch(/new Pool\(\{ query_timeout: 1000, connectionTimeoutMillis: \d+ \}\)/);
    editor.change('src/store.ts', repaired);
    expect(await said('src/store.ts')).toEqual([]);
    expect(await editor.close()).toBe(0);
  });
});
