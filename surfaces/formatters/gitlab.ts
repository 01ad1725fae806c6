import { createHash } from 'node:crypto';
import { identitiesOf } from '#linter/identity.js';
import { isOpen, isUndecided } from '#linter/open-findings.js';
import type { LintResult } from '#linter/types.js';
import { jsonText } from '../escape.js';
import type { FormatContext } from './format.js';
import { groupSkipped } from './skipped-text.js';

/** One entry of GitLab's code quality report. */
interface Issue {
  readonly type: 'issue';
  readonly check_name: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** The result as GitLab's code quality report. What was skipped, remarked or broken is in it as `info`. */
export function formatGitlab(result: LintResult, context: FormatContext): string {
  const identities = identitiesOf(result.findings, context.linesOf);
  const findings = result.findings.flatMap((finding, index): Issue[] => {
    const { verdict, severity, ruleId } = finding;
    const fingerprint = identities[index]?.fingerprint ?? '';
    const place = { fingerprint: digest([context.uriPrefix, fingerprint]), location: locationOf(verdict.site.file, verdict.site.line, context) };
    if (isOpen(finding) && !(context.quiet && severity !== 'error')) {
      const { message, remedy } = finding.verdict;
      return [{ ...issue(ruleId, `${message}. ${remedy}.`, severity === 'error' ? 'major' : 'minor'), ...place }];
    }
    return context.unproven && isUndecided(finding) ? [{ ...issue(ruleId, `Unproven: ${finding.verdict.because}`, 'info'), ...place }] : [];
  });
  return jsonText([...findings, ...remarks(result, context)]);
}

function remarks(result: LintResult, context: FormatContext): Issue[] {
  const remark = (name: string, text: string, path: string | undefined, line = 1, severity: Issue['severity'] = 'info'): Issue => ({
    ...issue(name, text, severity),
    fingerprint: digest([context.uriPrefix, name, text, path ?? '']),
    // An entry must name a file.
    location: locationOf(path ?? 'package.json', line, context),
  });
  return [
    ...result.incidents.map(({ where, message }) => remark('seamlint/incident', `Incident: ${where}: ${message}`, undefined, 1, 'critical')),
    ...(context.stopped ? [remark('seamlint/stopped', 'The run was stopped before its end: what is shown is not all.', undefined, 1, 'critical')] : []),
    ...groupSkipped(result.skipped).flatMap(({ reason, loss, all }) =>
      loss
        ? all.map(({ path, detail }) => remark(`seamlint/skipped/${reason}`, `Not analysed (${reason}): ${detail}`, path))
        : [remark(`seamlint/skipped/${reason}`, `${all.length} left out (${reason})`, all[0]?.path)],
    ),
    ...result.notes.map(({ path, line, message }) => remark('seamlint/note', message, path, line)),
  ];
}

function issue(name: string, description: string, severity: Issue['severity']): Omit<Issue, 'fingerprint' | 'location'> {
  return { type: 'issue', check_name: name, description: description.replace(/\.\.$/, '.'), categories: ['Bug Risk'], severity };
}

function locationOf(file: string, line: number, { uriPrefix }: FormatContext): Issue['location'] {
  return { path: uriPrefix + file, lines: { begin: line } };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
