import type { Library } from './schema.js';

export const library: Library = {
  package: 'bun',
  name: 'Bun',
  source: 'bun.sh docs, Bun.serve',
  checkedOn: ['@types/bun@1.4.5', 'bun-types@1.4.5'],
  same: [{ path: 'serve', is: 'global|Bun.serve' }],
  blocking: [{ calls: ['sleepSync', 'global|Bun.sleepSync'], blocks: 'wait', cost: 'high', instead: 'Bun.sleep', see: 'bun.sh docs: sleepSync blocks the thread' }],
  bodies: [{ call: 'global|Bun.serve', covers: 'server', limit: { limits: 'body', at: ['0.maxRequestBodySize'], unit: 'bytes', default: 134217728, unrun: 'needs the Bun runtime', see: 'bun.sh docs: 128 MB' } }],
};
