import type { ts } from 'ts-morph';
import { parseFile } from '../parse.js';
import { findCall } from './find-call.js';
import { optionEdits } from './option-edits.js';
import { promiseEdits } from './promise-edits.js';
import { awaitCallbackEdits, awaitEdits } from './await-edits.js';
import type { Change, TextEdit } from './types.js';

/** Parses a text once, for the edits that make changes in it; undefined where its shape does not allow one. */
export function editorOf(path: string, text: string): (change: Change) => readonly TextEdit[] | undefined {
  const file = parseFile(path, text);
  return (change) => {
    const found = file === undefined ? undefined : findCall(file, text, change.at);
    if (file === undefined || found === undefined) return undefined;
    const edits = editsOf({ file, text, ...found }, change);
    return edits === undefined || overlap(edits) ? undefined : [...edits].sort((a, b) => a.start - b.start);
  };
}

/** A call with everything around it, outermost first. */
export interface Spot {
  readonly file: ts.SourceFile;
  readonly text: string;
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly around: readonly ts.Node[];
}

function editsOf(spot: Spot, change: Change): TextEdit[] | undefined {
  if (change.is === 'set-option') return optionEdits(spot, change);
  if (change.is === 'promise-form') return promiseEdits(spot, change.member);
  return change.is === 'await' ? awaitEdits(spot) : awaitCallbackEdits(spot);
}

function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  return sorted.some((edit, index) => index > 0 && edit.start < (sorted[index - 1]?.end ?? 0));
}
