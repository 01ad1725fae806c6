import type { Library } from './schema.js';

export const library: Library = {
  package: 'effect',
  modules: ['effect/Effect', 'effect/Schedule', 'effect/Duration', 'effect/Function'],
  name: 'Effect',
  source: 'effect@4.1.0 and 3.22.4 dist/Effect.d.ts, Schedule.d.ts, Duration.d.ts; ran',
  checkedOn: ['effect@4.1.0', 'effect@3.22.4'],
  same: [
    { path: 'Effect.*()', is: 'Effect.succeed()' },
    { path: 'Effect.succeed().pipe()', is: 'Effect.succeed()' },
  ],
  callbacks: [
    { call: 'Effect.gen', callback: '-1', runs: 'now', gives: true },
    { call: 'Effect.*', callback: '0', runs: 'now' },
    { call: 'Effect.*', callback: '1', runs: 'now' },
    { call: 'Effect.tryPromise', callback: '0.try', runs: 'now' },
    { call: 'Effect.try', callback: '0.try', runs: 'now' },
  ],
  values: [
    { call: 'Duration.millis', gives: 'duration', from: '0' },
    { call: 'Duration.seconds', gives: 'duration', from: '0', unit: 's' },
    { call: 'Duration.minutes', gives: 'duration', from: '0', unit: 'min' },
    { call: 'Schedule.recurs', gives: 'number', from: '0' },
  ],
  wrappers: [
    { call: 'Effect.succeed().pipe', guard: 'compose', function: 'of:', policies: '0..', innermostFirst: true, gives: 'result', see: 'effect 4.1.0: from the inside out' },
    { call: 'pipe', guard: 'compose', function: '0', policies: '1..', innermostFirst: true, gives: 'result', see: 'effect 4.1.0 dist/Function.d.ts' },
    { call: 'Effect.timeout', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0'], default: 'unknown', note: 'interrupts the effect; a promise below goes on unless it takes the signal', see: 'effect 4.1.0 (ran)' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutOption', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0'], default: 'unknown', see: 'effect 4.1.0' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutOrElse', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0.duration'], default: 'unknown', see: 'effect 4.1.0' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutFail', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4 dist/dts/Effect.d.ts' },
    { call: 'Effect.timeoutFailCause', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4' },
    { call: 'Effect.timeoutTo', guard: 'timeout', gives: 'policy', timeout: { limits: 'total', at: ['0.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4' },
    { call: 'Effect.retry', guard: 'retry', gives: 'policy', retries: { at: ['0.times', '0'], counts: 'retries', default: 'Infinity', writes: true, see: 'effect 4.1.0: a schedule may end it (ran)' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeout', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1'], default: 'unknown', see: 'effect 4.1.0 (ran)' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutOption', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1'], default: 'unknown', see: 'effect 4.1.0' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutOrElse', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1.duration'], default: 'unknown', see: 'effect 4.1.0' }, see: 'effect 4.1.0' },
    { call: 'Effect.timeoutFail', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4' },
    { call: 'Effect.timeoutFailCause', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4' },
    { call: 'Effect.timeoutTo', guard: 'timeout', function: '0', gives: 'result', withArguments: 2, timeout: { limits: 'total', at: ['1.duration'], default: 'unknown', see: 'effect 3.22.4', versions: '<4.0.0' }, see: 'effect 3.22.4' },
    { call: 'Effect.retry', guard: 'retry', function: '0', gives: 'result', withArguments: 2, retries: { at: ['1.times', '1'], counts: 'retries', default: 'Infinity', writes: true, see: 'effect 4.1.0: a schedule may end it (ran)' }, see: 'effect 4.1.0' },
  ],
};
