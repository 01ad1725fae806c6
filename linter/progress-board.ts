import type { Progress } from './options.js';

/** Memory that the analysing thread writes its progress to and the watching one reads: a message for each file would cost more than small files do. */
export type ProgressBoard = SharedArrayBuffer;

const HEAD_BYTES = 8;
/** Longer than any path can be. */
const TEXT_BYTES = 32_768;
const [SEQUENCE, LENGTH] = [0, 1];

export function makeProgressBoard(): ProgressBoard {
  return new SharedArrayBuffer(HEAD_BYTES + TEXT_BYTES);
}

/** Puts the progress in the place of the one before. */
export function writeProgress(board: ProgressBoard, progress: Progress): void {
  const head = new Int32Array(board, 0, HEAD_BYTES / Int32Array.BYTES_PER_ELEMENT);
  const text = JSON.stringify(progress);
  const bytes = Buffer.from(board, HEAD_BYTES, TEXT_BYTES);
  // Odd while it is being written.
  Atomics.add(head, SEQUENCE, 1);
  const written = Buffer.byteLength(text) > TEXT_BYTES ? bytes.write(JSON.stringify({ ...progress, file: undefined })) : bytes.write(text);
  Atomics.store(head, LENGTH, written);
  Atomics.add(head, SEQUENCE, 1);
}

/** The progress, with a number that grows with each one; undefined while none is there or it is just being written. */
export function readProgress(board: ProgressBoard): { readonly number: number; readonly progress: Progress } | undefined {
  const head = new Int32Array(board, 0, HEAD_BYTES / Int32Array.BYTES_PER_ELEMENT);
  const number = Atomics.load(head, SEQUENCE);
  if (number === 0 || number % 2 === 1) return undefined;
  const text = Buffer.from(board, HEAD_BYTES, Atomics.load(head, LENGTH)).toString();
  return Atomics.load(head, SEQUENCE) === number ? { number, progress: JSON.parse(text) as Progress } : undefined;
}
