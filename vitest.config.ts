import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const from = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      ...['project', 'facts', 'program', 'model'].map((layer) => ({ find: new RegExp(`^#${layer}/`), replacement: from(`./analyzer/${layer}/`) })),
      ...['catalog', 'rules', 'linter', 'surfaces'].map((layer) => ({ find: new RegExp(`^#${layer}/`), replacement: from(`./${layer}/`) })),
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: [from('./tests/support/environment.ts')],
    // Nobody types meanwhile: no core is left free.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'sources', include: ['tests/**/*.test.ts'], exclude: ['tests/running/**', '**/node_modules/**'] } },
      // Services are run and timed when the other tests are done.
      { extends: true, test: { name: 'running services', include: ['tests/running/**/*.test.ts'], exclude: ['**/node_modules/**'], sequence: { groupOrder: 1 } } },
    ],
  },
});
