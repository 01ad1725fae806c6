import type { Library } from './schema.js';

export const library: Library = {
  package: '@godaddy/terminus',
  name: 'Terminus',
  source: '@godaddy/terminus@4.12.1 lib/terminus.js; ran',
  checkedOn: ['@godaddy/terminus@4.12.1'],
  same: [{ path: 'default', is: '' }],
  entryPoints: [{ kind: 'http', call: 'createTerminus', handlers: ['1.healthChecks.*'], method: 'GET', repeats: 'client', answers: true, see: '@godaddy/terminus 4.12.1' }],
  closers: [
    { call: 'createTerminus', serverAt: '0', cleanups: ['1.beforeShutdown'], signals: true, otherSignals: { at: ['1.signals', '1.signal'], default: 'none' }, server: 'last', order: 'registered', see: '@godaddy/terminus 4.12.1: beforeShutdown runs while requests are served (ran)' },
    {
      call: 'createTerminus', serverAt: '0', cleanups: ['1.onSignal', '1.onShutdown'], signals: true, otherSignals: { at: ['1.signals', '1.signal'], default: 'none' }, server: 'first', order: 'registered',
      deadline: { limits: 'total', at: ['1.timeout'], default: 1000, see: '@godaddy/terminus 4.12.1: in-flight requests get it, the clean-up has none (ran)' },
      see: '@godaddy/terminus 4.12.1: beforeShutdown, drain, onSignal, onShutdown (ran)',
    },
  ],

  remarks: [
    { says: 'health checks return 503 during beforeShutdown (sendFailuresDuringShutdown true)', see: '@godaddy/terminus@4.12.1' },
    { says: 'closing the pool in onSignal is after the drain: safe', see: '@godaddy/terminus@4.12.1' },
  ],
  provisions: [{ call: 'createTerminus', is: 'health', turnsUnready: true }],
};
