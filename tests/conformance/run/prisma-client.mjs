import { createRequire } from 'node:module';

/** What `prisma generate` writes for one table. */
export function prismaClient() {
  const require = createRequire(import.meta.url);
  const { getPrismaClient } = require('@prisma/client/runtime/client');
  return getPrismaClient({
    previewFeatures: [], clientVersion: require('@prisma/client/package.json').version, engineVersion: '', activeProvider: 'postgresql',
    inlineSchema: 'datasource db {\n provider = "postgresql"\n}\nmodel Row {\n id Int @id\n}\n', parameterizationSchema: { strings: [], graph: 'AAAA' },
    runtimeDataModel: { models: { Row: { fields: [{ name: 'id', kind: 'scalar', type: 'Int' }], dbName: null, schema: null } }, enums: {}, types: {} },
    compilerWasm: {
      getRuntime: async () => require('@prisma/client/runtime/query_compiler_fast_bg.postgresql.js'), importName: './query_compiler_fast_bg.js',
      getQueryCompilerWasmModule: async () => new WebAssembly.Module(Buffer.from(require('@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.js').wasm, 'base64')),
    },
  });
}
