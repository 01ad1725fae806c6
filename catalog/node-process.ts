import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:process',
  modules: ['process'],
  name: 'Node process',
  source: 'nodejs.org process; signals ran on Node 24',
  same: [{ path: 'default', is: '' }, { path: 'on()', is: '' }, { path: 'once()', is: '' }],
  callbacks: [{ call: 'nextTick', callback: '0', runs: 'later', soon: true }],
  signals: [
    { call: 'on', signalAt: '0', handlerAt: '1' },
    { call: 'once', signalAt: '0', handlerAt: '1' },
    { call: 'addListener', signalAt: '0', handlerAt: '1' },
    { call: 'prependListener', signalAt: '0', handlerAt: '1' },
  ],
  exits: ['exit', 'abort', 'reallyExit'],
  kills: [{ call: 'kill', to: '0', self: 'pid', signalAt: '1', signals: ['SIGKILL', 'SIGABRT'], see: 'nodejs.org process.kill: no listener hears SIGKILL' }],
  blocking: [
    { calls: ['loadEnvFile', 'dlopen'], blocks: 'disk', cost: 'low', see: 'Node 24.21.0' },
    { calls: ['report.writeReport'], blocks: 'disk', cost: 'high', see: 'Node 24.21.0: tens of ms' },
  ],
};
