import type { Library } from './schema.js';

export const library: Library = {
  package: 'telegraf',
  name: 'Telegraf',
  source: 'telegraf@4.16.3 lib/telegraf.js, lib/core/network/client.js',
  checkedOn: ['telegraf@4.16.3'],
  types: { Telegraf: 'Telegraf()', Context: 'Context()', Telegram: 'Telegraf().telegram' },
  same: [{ path: 'Context().telegram', is: 'Telegraf().telegram' }],
  entryPoints: [
    { kind: 'socket', call: 'Telegraf().command', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], answers: false, repeats: 'never', see: 'telegraf 4.16.3' },
    { kind: 'socket', call: 'Telegraf().on', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], answers: false, repeats: 'never', see: 'telegraf 4.16.3' },
    { kind: 'socket', call: 'Telegraf().hears', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], answers: false, repeats: 'never', see: 'telegraf 4.16.3' },
    { kind: 'socket', call: 'Telegraf().action', nameAt: '0', handlers: ['1..'], parameters: ['Context()'], answers: false, repeats: 'never', see: 'telegraf 4.16.3' },
    { kind: 'socket', call: 'Telegraf().start', name: '/start', handlers: ['0..'], parameters: ['Context()'], answers: false, repeats: 'never', see: 'telegraf 4.16.3' },
  ],
  operations: [
    {
      call: 'Telegraf().telegram.*', members: ['getMe', 'getChat', 'getChatMember', 'getFile', 'getFileLink'], is: 'outbound', effect: 'read',
      limits: [{ limits: 'total', at: [], default: 500000, see: 'telegraf 4.16.3 lib/core/network/client.js: node-fetch with 500 s (ran)' }], see: 'telegraf 4.16.3',
    },
    {
      call: 'Telegraf().telegram.*', members: ['sendMessage', 'sendPhoto', 'sendDocument', 'sendVideo', 'sendMediaGroup', 'forwardMessage', 'copyMessage', 'sendInvoice'], is: 'outbound', effect: 'write', dataAt: [],
      limits: [{ limits: 'total', at: [], default: 500000, see: 'telegraf 4.16.3 lib/core/network/client.js: node-fetch with 500 s (ran)' }], see: 'telegraf 4.16.3',
    },
    {
      call: 'Context().*', members: ['reply', 'replyWithHTML', 'replyWithMarkdown', 'replyWithMarkdownV2', 'replyWithPhoto', 'replyWithDocument', 'sendMessage'], is: 'outbound', effect: 'write', dataAt: [],
      limits: [{ limits: 'total', at: [], default: 500000, see: 'telegraf 4.16.3 lib/core/network/client.js: node-fetch with 500 s (ran)' }], see: 'telegraf 4.16.3',
    },
    {
      call: 'Context().*', members: ['answerCbQuery', 'editMessageText', 'editMessageReplyMarkup', 'deleteMessage', 'sendChatAction'], is: 'outbound', effect: 'idempotent',
      limits: [{ limits: 'total', at: [], default: 500000, see: 'telegraf 4.16.3 lib/core/network/client.js: node-fetch with 500 s (ran)' }], see: 'telegraf 4.16.3',
    },
  ],
  remarks: [
    { options: ['handlerTimeout'], default: 90000, unit: 'ms', says: 'a handler that takes longer ends the polling with an error; its work goes on', see: 'telegraf 4.16.3 lib/telegraf.js' },
    { says: 'stop() ends the polling at once and does not wait for handlers', see: 'telegraf 4.16.3' },
  ],
};
