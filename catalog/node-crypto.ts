import type { Library } from './schema.js';

export const library: Library = {
  package: 'node:crypto',
  modules: ['crypto'],
  name: 'Node crypto',
  source: 'exports of Node 24.21.0, timings measured',
  same: [{ path: 'default', is: '' }],
  draws: [{ call: 'randomUUID' }, { call: 'randomBytes' }, { call: 'randomInt' }, { call: 'getRandomValues' }, { call: 'webcrypto.randomUUID' }],
  callbacks: [
    { call: 'pbkdf2', callback: '-1', runs: 'now' },
    { call: 'scrypt', callback: '-1', runs: 'now' },
    { call: 'randomBytes', callback: '-1', runs: 'now' },
    { call: 'generateKeyPair', callback: '-1', runs: 'now' },
  ],
  blocking: [
    { calls: ['pbkdf2Sync'], blocks: 'cpu', cost: 'high', instead: 'pbkdf2', see: 'Node 24.21.0: 275 ms for 100 000 rounds of sha512' },
    { calls: ['scryptSync'], blocks: 'cpu', cost: 'high', instead: 'scrypt', see: 'Node 24.21.0: 145 ms with its defaults' },
    { calls: ['argon2Sync'], blocks: 'cpu', cost: 'high', instead: 'argon2', versions: '>=24.0.0', see: 'Node 24.21.0: 535 ms' },
    // EC and Ed25519 keys take 0.08 ms.
    { calls: ['generateKeyPairSync'], when: { at: '0', is: ['rsa', 'rsa-pss', 'dsa', 'dh'] }, blocks: 'cpu', cost: 'high', instead: 'generateKeyPair', see: 'Node 24.21.0: rsa 2048 223 ms, rsa 4096 1298 ms' },
    { calls: ['generatePrimeSync'], blocks: 'cpu', cost: 'high', instead: 'generatePrime', see: 'Node 24.21.0: 2364 ms for 2048 bits' },
    // Searching a prime of so many bits takes seconds; a known prime given as a buffer does not.
    { calls: ['createDiffieHellman'], when: { at: '0', is: [512, 768, 1024, 1536, 2048, 3072, 4096] }, blocks: 'cpu', cost: 'high', instead: 'getDiffieHellman', see: 'Node 24.21.0: seconds' },
    { calls: ['checkPrimeSync'], blocks: 'cpu', cost: 'high', instead: 'checkPrime', see: 'Node 24.21.0' },
  ],

  remarks: [
    { says: 'cheap, no hazard: hkdfSync, generateKeySync, randomFillSync, randomBytes without a callback, randomUUID, timingSafeEqual, hashes and HMACs of small input', see: 'Node 24.21.0: 0.001 to 0.02 ms (measured)' },
    { says: 'createSign().sign(), privateDecrypt, publicEncrypt: about 0.8 ms with RSA 2048, more with longer keys', see: 'Node 24.21.0 (measured)' },
    { says: 'the asynchronous forms share four threads with the file system and dns.lookup: 8 queued pbkdf2 delayed fs.readFile by 1.5 s', see: 'Node 20.20.2 (ran)' },
  ],
};
