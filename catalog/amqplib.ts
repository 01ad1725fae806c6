import type { Library } from './schema.js';

export const library: Library = {
  package: 'amqplib',
  modules: ['amqplib/callback_api'],
  name: 'amqplib',
  source: 'amqplib@2.3.1, 0.10.9 lib/connect.js, lib/channel_model.js; ran against RabbitMQ 3.10.8',
  checkedOn: ['amqplib@2.3.1', '@types/amqplib@0.10.8'],
  same: [
    { path: 'default', is: '' },
    { path: 'connect().createConfirmChannel()', is: 'connect().createChannel()' },
  ],
  types: { Channel: 'connect().createChannel()', ConfirmChannel: 'connect().createChannel()', Connection: 'connect()', ChannelModel: 'connect()' },
  callbacks: [
    { call: 'connect().on', callback: '1', runs: 'later' },
    { call: 'connect().createChannel().on', callback: '1', runs: 'later' },
  ],
  entryPoints: [
    {
      kind: 'consumer', call: 'connect().createChannel().consume', nameAt: '0', orNameAt: ['0|0'], handlers: ['1'], answers: false, repeats: 'redelivery', repeatsUnless: { at: '2.noAck', is: [true] },
      see: 'amqplib 2.3.1: forgetting ack() redelivers, nack() requeues by default',
    },
  ],
  resources: [
    {
      create: 'connect', is: 'client', name: 'RabbitMQ connection', close: [{ call: 'close', awaitable: true, waits: false }], mustClose: true,
      limits: [{ limits: 'connect', at: ['1.timeout'], default: 'never', see: 'amqplib 2.3.1: pending after 640 s (ran)' }], see: 'amqplib 2.3.1: close() waits for no handler (ran)',
    },
    {
      create: 'connect().createChannel', is: 'consumer', name: 'RabbitMQ channel', opens: ['consume'],
      close: [{ call: 'close', awaitable: true, waits: false }, { call: 'cancel', awaitable: true, waits: false, intakeOnly: true }], see: 'amqplib 2.3.1: resolved in 3 ms while a handler ran (ran)',
    },
    { create: 'connect().createConfirmChannel', is: 'producer', name: 'RabbitMQ confirm channel', close: [{ call: 'close', awaitable: true, waits: false }], see: 'amqplib 2.3.1' },
  ],
  operations: [
    {
      call: 'connect().createChannel().publish', is: 'publish', effect: 'write', keys: ['3.messageId'],
      limits: [{ limits: 'total', at: [], default: 0, see: 'amqplib 2.3.1: writes into a buffer' }], see: 'amqplib 2.3.1: a plain channel gives a boolean, no promise',
    },
    {
      call: 'connect().createChannel().sendToQueue', is: 'publish', effect: 'write', keys: ['2.messageId'], limits: [{ limits: 'total', at: [], default: 0, see: 'amqplib 2.3.1' }],
      see: 'amqplib 2.3.1',
    },
    {
      call: 'connect().createChannel().waitForConfirms', is: 'publish', effect: 'none', limits: [{ limits: 'total', at: [], default: 'never', see: 'amqplib 2.3.1: no limit' }],
      see: 'amqplib 2.3.1',
    },
    {
      call: 'connect().createChannel().*', members: ['assertQueue', 'assertExchange', 'bindQueue', 'checkQueue', 'checkExchange', 'get', 'deleteQueue', 'purgeQueue'], is: 'command',
      effect: 'idempotent', limits: [{ limits: 'total', at: [], default: 'never', see: 'amqplib 2.3.1: no limit for RPC calls' }], see: 'amqplib 2.3.1',
    },
    { call: 'connect().createChannel().nack', is: 'release', effect: 'none', requeues: { unless: { at: '2', is: [false] } }, see: 'amqplib 2.3.1: requeues unless told not to (ran)' },
    { call: 'connect().createChannel().reject', is: 'release', effect: 'none', requeues: { unless: { at: '1', is: [false] } }, see: 'amqplib 2.3.1: requeues unless told not to' },
    { call: 'connect', is: 'command', effect: 'none', limits: [{ limits: 'connect', at: ['1.timeout'], default: 'never', see: 'amqplib 2.3.1 (ran)' }], see: 'amqplib 2.3.1' },
  ],

  words: [{ is: 'gives-back', names: ['nack', 'nackAll', 'reject'], see: 'amqplib@2.3.1' }],
  remarks: [
    { options: ['heartbeat'], default: 'server-suggested', unit: 'seconds', says: 'dead connection detection', see: 'amqplib@2.3.1 lib/connect.js' },
    { says: 'noAck default false: forgetting ack() redelivers on reconnect; nack(msg) requeues by default -> hot loop', see: 'amqplib@2.3.1 lib/connect.js' },
    { says: 'publish/sendToQueue on a plain channel return a boolean (back-pressure), not a promise, and give no delivery guarantee', see: 'amqplib@2.3.1' },
    { says: 'correct drain: cancel(), wait for own handlers to ack, then channel.close(), then connection.close()', see: 'amqplib@2.3.1' },
    { says: 'a connection that the server drops: a channel error (e.g. publish to a missing exchange) CRASHES the process without channel.on("error"); an operator-forced connection close only emits "close"', see: 'amqplib@2.3.1' },
    { says: 'channel.cancel(consumerTag) does not wait for work in flight: stops new deliveries only', see: 'amqplib@2.3.1' },
    { says: 'channel.close() does not wait for work in flight: resolved in 3 ms while a handler ran; the handler\'s later ack throws IllegalOperationError "Channel closed"', see: 'amqplib@2.3.1' },
    { says: 'connection.close() does not wait for work in flight: NO for handlers', see: 'amqplib@2.3.1' },
  ],
};
