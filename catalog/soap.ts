import type { Library } from './schema.js';

export const library: Library = {
  package: 'soap',
  name: 'soap',
  source: 'soap@1.13.0 Readme, lib/http.js; ran',
  checkedOn: ['soap@1.13.0', '@types/soap@0.21.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'createClient', is: 'createClientAsync' },
  ],
  operations: [
    {
      call: 'createClientAsync', is: 'outbound', effect: 'read', partnerAt: ['0'],
      limits: [{ limits: 'total', at: ['1.wsdl_options.timeout'], default: 'never', see: 'soap 1.13.0: pending after 1500 s (ran)' }], see: 'soap 1.13.0',
    },
    {
      call: 'createClientAsync().*', is: 'outbound', effect: 'write', partnerAt: ['creation:0'],
      limits: [{ limits: 'attempt', at: ['1.timeout'], default: 'never', see: 'soap 1.13.0: pending after 640 s (ran)' }], see: 'soap 1.13.0',
    },
  ],

  remarks: [
    { says: 'a call takes the options of axios as its second argument: without `timeout` it was pending after 640 s', see: 'soap@1.13.0 Readme' },
  ],
};
