import type { Library, Limit, RetryRow } from './schema.js';

const HEADERS: Limit = { limits: 'headers', at: [], default: 300000, see: '@supabase/supabase-js 2.109.0: on fetch (ran)' };
const FETCH: Limit = { limits: 'total', at: ['creation:creation:2.global.fetch'], unit: 'function', default: 'never', see: '@supabase/supabase-js 2.109.0: global.fetch does the requests' };
const SIGNAL: Limit = { limits: 'total', at: ['chain:abortSignal:0'], unit: 'signal', default: 'never', see: '@supabase/postgrest-js 2.109.0' };
const TIMEOUT: Limit = { limits: 'attempt', at: ['creation:creation:2.db.timeout'], default: 'never', see: '@supabase/postgrest-js 2.109.0: a silent server is waited for (ran)' };
const table: readonly Limit[] = [SIGNAL, TIMEOUT, FETCH, HEADERS];
const retries: RetryRow = { at: [], counts: 'retries', default: 3, writes: false, delay: { default: 1000, factor: 2, cap: 30000 }, see: '@supabase/postgrest-js 2.109.0: GET alone; after 503, 520 and network errors; 1, 2, 4 s (ran)' };

export const library: Library = {
  package: '@supabase/supabase-js',
  name: 'Supabase',
  source: '@supabase/supabase-js@2.109.0, @supabase/postgrest-js@2.109.0 dist/index.cjs; ran',
  checkedOn: ['@supabase/supabase-js@2.119.1', '@supabase/supabase-js@2.50.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'createClient().schema()', is: 'createClient()' },
    { path: 'createClient().from().select().*()', is: 'createClient().from().select()' },
    { path: 'createClient().from().insert().*()', is: 'createClient().from().insert()' },
    { path: 'createClient().from().upsert().*()', is: 'createClient().from().upsert()' },
    { path: 'createClient().from().update().*()', is: 'createClient().from().update()' },
    { path: 'createClient().from().delete().*()', is: 'createClient().from().delete()' },
    { path: 'createClient().rpc().*()', is: 'createClient().rpc()' },
  ],
  types: { SupabaseClient: 'createClient()' },
  operations: [
    { call: 'createClient().from().select', is: 'outbound', effect: 'read', lazy: true, partnerAt: ['creation:creation:0'], limits: table, retries, versions: '>=2.109.0', see: '@supabase/supabase-js 2.109.0' },
    { call: 'createClient().from().select', is: 'outbound', effect: 'read', lazy: true, partnerAt: ['creation:creation:0'], limits: [SIGNAL, FETCH, HEADERS], versions: '<2.109.0', see: '@supabase/supabase-js 2.50.0' },
    { call: 'createClient().from().insert', is: 'outbound', effect: 'write', lazy: true, partnerAt: ['creation:creation:0'], tableAt: ['creation:0'], dataAt: ['0'], limits: table, see: '@supabase/supabase-js 2.109.0: not retried' },
    { call: 'createClient().from().*', members: ['upsert', 'update', 'delete'], is: 'outbound', effect: 'idempotent', lazy: true, partnerAt: ['creation:creation:0'], tableAt: ['creation:0'], limits: table, see: '@supabase/supabase-js 2.109.0: not retried' },
    { call: 'createClient().rpc', is: 'outbound', effect: 'named', lazy: true, partnerAt: ['creation:0'], limits: [SIGNAL, { limits: 'total', at: ['creation:2.global.fetch'], unit: 'function', default: 'never', see: '@supabase/supabase-js 2.109.0' }, HEADERS], see: '@supabase/supabase-js 2.109.0' },
    {
      call: 'createClient().functions.invoke', is: 'outbound', effect: 'named', partnerAt: ['creation:0'], keys: ['1.headers.Idempotency-Key', '1.headers.idempotency-key'], dataAt: ['1.body'],
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@supabase/functions-js 2.109.0' },
        { limits: 'attempt', at: ['1.timeout'], default: 'never', see: '@supabase/functions-js 2.109.0' },
        HEADERS,
      ],
      see: '@supabase/supabase-js 2.109.0',
    },
    { call: 'createClient().auth.*', members: ['getUser', 'getClaims'], is: 'outbound', effect: 'read', partnerAt: ['creation:0'], limits: [{ limits: 'total', at: ['creation:2.global.fetch'], unit: 'function', default: 'never', see: '@supabase/supabase-js 2.109.0' }, HEADERS], see: '@supabase/auth-js 2.109.0' },
    { call: 'createClient().storage.from().*', members: ['download', 'list', 'info', 'exists', 'createSignedUrl'], is: 'outbound', effect: 'read', limits: [FETCH, HEADERS], see: '@supabase/storage-js 2.109.0' },
    { call: 'createClient().storage.from().*', members: ['upload', 'update', 'move', 'copy', 'remove'], is: 'outbound', effect: 'idempotent', limits: [FETCH, HEADERS], see: '@supabase/storage-js 2.109.0: upload fails where the path is taken, unless upsert is set' },
  ],
};
