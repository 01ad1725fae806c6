import type { Library } from './schema.js';

export const library: Library = {
  package: 'lightship',
  source: 'lightship@9.0.4 dist/esm/factories/createLightship.js',
  checkedOn: ['lightship@9.0.4'],
  types: { Lightship: 'createLightship()' },
  closers: [
    {
      call: 'createLightship().registerShutdownHandler', cleanups: ['0'], signals: true, server: 'no', order: 'registered',
      deadline: { limits: 'total', at: ['creation:0.shutdownHandlerTimeout'], default: 5000, see: 'lightship 9.0.4: all handlers together' },
      see: 'lightship 9.0.4: handlers one after another as registered',
    },
  ],

  remarks: [
    { says: 'a throwing handler is logged and the next runs', see: 'lightship@9.0.4' },
    { says: 'does not close your HTTP server: register a handler', see: 'lightship@9.0.4' },
    { says: 'ESM + CJS, async factory', see: 'lightship@9.0.4' },
  ],
  provisions: [{ call: 'createLightship', is: 'health', turnsUnready: true }],
};
