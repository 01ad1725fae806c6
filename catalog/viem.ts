import type { Library } from './schema.js';

export const library: Library = {
  package: 'viem',
  name: 'viem',
  source: 'viem (d.ts)',
  checkedOn: ['viem@2.57.20'],
  operations: [
    {
      call: 'createPublicClient().*',
      members: ['getBlock', 'getBalance', 'readContract', 'getTransaction', 'getLogs', 'getBlockNumber', 'waitForTransactionReceipt', 'multicall', 'simulateContract'], is: 'outbound',
      effect: 'read', limits: [{ limits: 'attempt', at: ['creation:0.transport|1.timeout'], default: 10000, see: 'viem: http transport' }],
      retries: { at: ['creation:0.transport|1.retryCount'], counts: 'retries', default: 3, writes: true, delay: { default: 150, factor: 2 }, see: 'viem' }, see: 'viem',
    },
    {
      call: 'createWalletClient().*', members: ['sendTransaction', 'writeContract', 'deployContract'], is: 'outbound', effect: 'write',
      limits: [{ limits: 'attempt', at: ['creation:0.transport|1.timeout'], default: 10000, see: 'viem' }],
      retries: { at: ['creation:0.transport|1.retryCount'], counts: 'retries', default: 3, writes: true, delay: { default: 150, factor: 2 }, see: 'viem' }, see: 'viem',
    },
  ],
};
