import type { Library } from './schema.js';

export const library: Library = {
  package: 'http-terminator',
  source: 'http-terminator@3.2.0 dist/src/factories/createInternalHttpTerminator.js; ran',
  checkedOn: ['http-terminator@3.2.0'],
  types: { HttpTerminator: 'createHttpTerminator()' },
  closers: [
    {
      call: 'createHttpTerminator().terminate', serverAt: 'creation:0.server', signals: false, server: 'first',
      deadline: { limits: 'total', at: ['creation:0.gracefulTerminationTimeout'], default: 1000, note: 'requests still running are cut', see: 'http-terminator 3.2.0: a 3 s request was cut at 1.0 s (ran)' },
      see: 'http-terminator 3.2.0: the port keeps accepting while it drains (ran)',
    },
  ],

  remarks: [
    { says: 'the port keeps accepting TCP connections during the drain (they are destroyed), so clients see resets instead of refusals', see: 'http-terminator@3.2.0' },
  ],
};
