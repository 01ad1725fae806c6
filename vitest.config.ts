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
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
