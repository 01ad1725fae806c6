import type { Library } from './schema.js';

export const library: Library = {
  package: 'amqp-connection-manager',
  source: 'amqp-connection-manager (README)',
  checkedOn: ['amqp-connection-manager@5.0.0'],
  same: [{ path: 'default', is: '' }],
  callbacks: [
    { call: 'connect().createChannel', callback: '0.setup', runs: 'later', parameters: ['amqplib|connect().createChannel()'] },
    { call: 'connect().createChannel().addSetup', callback: '0', runs: 'later', parameters: ['amqplib|connect().createChannel()'] },
  ],
  entryPoints: [{ kind: 'consumer', call: 'connect().createChannel().consume', nameAt: '0', handlers: ['1'], answers: false, repeats: 'redelivery', see: 'amqp-connection-manager' }],
  resources: [{ create: 'connect', is: 'client', name: 'RabbitMQ connection', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true, see: 'amqp-connection-manager' }],
  operations: [
    {
      call: 'connect().createChannel().publish', is: 'publish', effect: 'write', keys: ['3.messageId'],
      limits: [{ limits: 'total', at: ['creation:0.publishTimeout'], default: 'never', see: 'amqp-connection-manager' }], see: 'amqp-connection-manager: waits for a connection',
    },
    {
      call: 'connect().createChannel().sendToQueue', is: 'publish', effect: 'write', keys: ['2.messageId'],
      limits: [{ limits: 'total', at: ['creation:0.publishTimeout'], default: 'never', see: 'amqp-connection-manager' }], see: 'amqp-connection-manager',
    },
  ],
};
