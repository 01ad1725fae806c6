import type { Notification } from 'sarif';
import type { LintResult } from '#linter/types.js';
import { comparisonRows } from './comparison.js';
import type { FormatContext } from './format.js';
import { physicalLocation } from './sarif.js';
import { groupSkipped, type SkippedGroup } from './skipped-text.js';

/** What was left out, remarked and broken, so that no reader takes silence for a clean bill. */
export function notificationsOf(result: LintResult, { uriPrefix, stopped }: FormatContext): Notification[] {
  const at = (file: string, line?: number, column?: number) => [
    { physicalLocation: physicalLocation({ file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }, uriPrefix) },
  ];
  return [
    ...(stopped ? [{ level: 'error', descriptor: { id: 'stopped' }, message: { text: 'The run was stopped before its end: what is here is not all.' } } satisfies Notification] : []),
    ...comparisonRows(result).map(([name, text]): Notification => ({ level: 'note', descriptor: { id: name.toLowerCase() }, message: { text } })),
    ...result.incidents.map(({ where, message }): Notification => ({ level: 'error', descriptor: { id: 'incident' }, message: { text: `${where}: ${message}` } })),
    ...groupSkipped(result.skipped).flatMap((group): Notification[] => (group.loss ? losses(group, at) : [leftOut(group)])),
    ...result.notes.map(({ path, line, column, message }): Notification => ({
      level: 'note',
      descriptor: { id: 'note' },
      message: { text: message },
      ...(path === undefined ? {} : { locations: at(path, line, column) }),
    })),
  ];
}

function losses({ reason, all }: SkippedGroup, at: (file: string) => NonNullable<Notification['locations']>): Notification[] {
  return all.map(({ path, detail }) => ({
    level: 'warning',
    descriptor: { id: `skipped/${reason}` },
    message: { text: `Not analysed (${reason}): ${detail}` },
    locations: at(path),
  }));
}

// Tests and build output can be thousands: one notification says how many.
function leftOut({ reason, all }: SkippedGroup): Notification {
  const names = all.slice(0, 5).map(({ path }) => path).join(', ');
  return {
    level: 'note',
    descriptor: { id: `skipped/${reason}` },
    message: { text: `${all.length} left out (${reason}): ${names}${all.length > 5 ? ' …' : ''}` },
  };
}
