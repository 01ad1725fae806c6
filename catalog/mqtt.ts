import type { Library } from './schema.js';

export const library: Library = {
  package: 'mqtt',
  name: 'MQTT.js',
  source: 'mqtt@5.16.0 build/lib/client.js; ran',
  checkedOn: ['mqtt@5.16.0'],
  same: [
    { path: 'default', is: '' },
    { path: 'connectAsync()', is: 'connect()' },
  ],
  types: { MqttClient: 'connect()' },
  callbacks: [{ call: 'connect().on', callback: '1', runs: 'later' }, { call: 'connect().publish', callback: '-1', runs: 'later' }, { call: 'connect().subscribe', callback: '-1', runs: 'later' }],
  entryPoints: [
    { kind: 'consumer', when: { at: '0', is: ['message'] }, call: 'connect().on', name: 'MQTT message', handlers: ['1'], answers: false, repeats: 'never', see: 'mqtt 5.16.0: acknowledged before the listener ends, unless customHandleAcks is given' },
  ],
  resources: [
    {
      create: 'connect', is: 'client', name: 'MQTT client', mustClose: true,
      close: [{ call: 'endAsync', awaitable: true, waits: true, versions: '>=5.0.0' }, { call: 'end', awaitable: false, waits: true, callbackAt: '-1' }],
      limits: [{ limits: 'connect', at: ['1.connectTimeout', '0.connectTimeout'], default: 30000, see: 'mqtt 5.16.0: the wait for CONNACK; then it connects again (ran)' }], see: 'mqtt 5.16.0: end() waits for what was published, end(true) does not',
    },
    {
      create: 'connectAsync', is: 'client', name: 'MQTT client', mustClose: true, close: [{ call: 'endAsync', awaitable: true, waits: true }, { call: 'end', awaitable: false, waits: true, callbackAt: '-1' }],
      limits: [{ limits: 'connect', at: ['1.connectTimeout', '0.connectTimeout'], default: 30000, see: 'mqtt 5.16.0' }], versions: '>=5.0.0', see: 'mqtt 5.16.0',
    },
  ],
  operations: [
    {
      call: 'connect().publishAsync', is: 'publish', effect: 'write', dataAt: ['1'],
      limits: [{ limits: 'total', at: [], default: 'never', note: 'without a connection it is kept until there is one', see: 'mqtt 5.16.0: a broker that acknowledges nothing is waited for (ran)' }], versions: '>=5.0.0', see: 'mqtt 5.16.0',
    },
    { call: 'connect().publish', is: 'publish', effect: 'write', dataAt: ['1'], limits: [{ limits: 'total', at: [], default: 0, note: 'it gives no promise', see: 'mqtt 5.16.0' }], see: 'mqtt 5.16.0' },
    { call: 'connect().subscribeAsync', is: 'command', effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'never', see: 'mqtt 5.16.0 (ran)' }], versions: '>=5.0.0', see: 'mqtt 5.16.0' },
    { call: 'connect().unsubscribeAsync', is: 'command', effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'never', see: 'mqtt 5.16.0' }], versions: '>=5.0.0', see: 'mqtt 5.16.0' },
  ],
  remarks: [
    { options: ['reconnectPeriod'], default: 1000, unit: 'ms', says: 'it connects again for ever, without growing delays; 0 switches that off', see: 'mqtt 5.16.0' },
    { options: ['queueQoSZero'], default: true, says: 'messages of QoS 0 are kept in memory while there is no connection', see: 'mqtt 5.16.0' },
  ],
};
