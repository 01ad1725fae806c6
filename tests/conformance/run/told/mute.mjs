/** Servers that let everyone in and then answer no statement, as options of `waits` and `ends`. */

const first = (answer) => {
  const seen = new WeakSet();
  return (bytes, socket) => { if (!seen.has(socket)) { seen.add(socket); socket.write(answer(bytes)); } };
};

/** PostgreSQL: authenticated, ready. */
export const postgres = () => ({ onData: first(() => Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])), says: 'a PostgreSQL that answers no statement is waited for without end' });

/** MySQL: its greeting, then OK. */
export function mysql() {
  const salt = Buffer.from('abcdefgh');
  const rest = Buffer.from('ijklmnopqrst\0');
  const payload = Buffer.concat([Buffer.from([10]), Buffer.from('5.7.40\0'), Buffer.from([1, 0, 0, 0]), salt, Buffer.from([0, 0xff, 0xf7, 0x21, 2, 0, 0x0f, 0x80, 21]), Buffer.alloc(10), rest, Buffer.from('mysql_native_password\0')]);
  return { greeting: Buffer.concat([Buffer.from([payload.length, 0, 0, 0]), payload]), onData: first(() => Buffer.from([7, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0])), says: 'a MySQL that answers no statement is waited for without end' };
}

/** Redis: it greets and says who it is. */
export const redis = () => ({
  onData: (bytes, socket) => {
    for (const command of String(bytes).match(/\$\d+\r\n(HELLO|CLIENT|PING|INFO)\r\n/gi) ?? []) socket.write(/HELLO/i.test(command) ? '%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n' : /INFO/i.test(command) ? '$21\r\nredis_version:7.2.0\r\n\r\n' : '+OK\r\n');
  },
  says: 'a Redis that answers no command is waited for without end',
});

/** MongoDB: it says that it is there. `reply`: what it answers to a command, and what it says of itself then. */
export function mongodb(reply = () => undefined, more = () => ({})) {
  const hello = { ok: 1, isWritablePrimary: true, helloOk: true, maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000, maxWriteBatchSize: 100_000, minWireVersion: 0, maxWireVersion: 25 };
  return {
    onData: async (message, socket) => {
      const { BSON } = await import('mongodb');
      const isMessage = message.readInt32LE(12) === 2013;
      const answer = /hello|ismaster/i.test(message.toString('latin1', 16, 120)) ? { ...hello, ...more(socket.localPort) } : reply(isMessage ? BSON.deserialize(message.subarray(21, 21 + message.readInt32LE(21))) : {});
      if (answer === undefined) return;
      const body = Buffer.from(BSON.serialize(answer));
      const start = isMessage ? Buffer.alloc(5) : Buffer.concat([Buffer.alloc(16), Buffer.from([1, 0, 0, 0])]);
      const head = Buffer.alloc(16);
      [16 + start.length + body.length, 0, message.readInt32LE(4), isMessage ? 2013 : 1].forEach((value, index) => head.writeInt32LE(value, index * 4));
      socket.write(Buffer.concat([head, start, body]));
    },
    says: 'a MongoDB that answers no operation is waited for without end',
  };
}

/** NATS: it says who it is and answers the first ping. */
export const nats = () => ({ greeting: 'INFO {"server_id":"a","version":"2.10.0","proto":1,"max_payload":1048576,"headers":true}\r\n', onData: first(() => 'PONG\r\n'), says: 'a NATS server that says nothing more is waited for' });
