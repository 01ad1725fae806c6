import type { Directive, FileFacts } from '#facts/types.js';
import type { Note } from '#project/types.js';
import { didYouMean } from './nearest.js';
import type { Finding } from './types.js';

/** Findings with the silenced ones marked, and what to say about the comments themselves. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

/** The rules there are, and those that ran: a comment for a rule that did not run is not unused. */
export interface KnownRules {
  readonly all: readonly string[];
  readonly ran: readonly string[];
}

interface Silence {
  readonly directive: Directive;
  readonly rule: string;
  /** First and last line it silences. */
  readonly from: number;
  readonly to: number;
  used: boolean;
}

/** Applies the comments of the analysed files to the findings. A comment without a reason silences nothing. */
export function applySuppressions(findings: readonly Finding[], files: ReadonlyMap<string, FileFacts>, rules: KnownRules): Suppressed {
  const silences = new Map<string, Silence[]>();
  const notes: Note[] = [];
  for (const [path, facts] of files) {
    if (facts.suppressions.length === 0) continue;
    notes.push(...facts.suppressions.flatMap((directive) => complaintsAbout(directive, path, rules.all)));
    silences.set(path, silencesOf(facts.suppressions));
  }
  const marked = findings.map((finding) => silenced(finding, silences.get(finding.verdict.site.file) ?? []));
  for (const [path, ofFile] of silences)
    for (const silence of ofFile)
      if (!silence.used && rules.ran.includes(silence.rule))
        notes.push({ path, line: silence.directive.line, message: `unused suppression: ${silence.rule} has nothing to report here` });
  return { findings: marked, notes };
}

function silenced(finding: Finding, silences: readonly Silence[]): Finding {
  if (finding.verdict.verdict === 'satisfied') return finding;
  const { line } = finding.verdict.site;
  const match = silences.find((silence) => silence.rule === finding.ruleId && silence.from <= line && line <= silence.to);
  if (match === undefined) return finding;
  match.used = true;
  return { ...finding, suppressed: { reason: match.directive.reason, line: match.directive.line } };
}

function silencesOf(directives: readonly Directive[]): Silence[] {
  const silences: Silence[] = [];
  for (const directive of directives) {
    const { kind, line } = directive;
    if (kind === 'malformed' || kind === 'enable' || directive.reason.trim() === '') continue;
    const [from, to] = kind === 'disable-next-line' ? [line + 1, line + 1] : kind === 'disable-line' ? [line, line] : [line, Infinity];
    for (const rule of directive.rules.map(bareId))
      silences.push({ directive, rule, from, to: kind === 'disable' ? endOf(directive, rule, directives) : to, used: false });
  }
  return silences;
}

function endOf(start: Directive, rule: string, directives: readonly Directive[]): number {
  const end = directives.find(({ kind, line, rules }) => kind === 'enable' && line > start.line && (rules.length === 0 || rules.map(bareId).includes(rule)));
  return end === undefined ? Infinity : end.line;
}

function complaintsAbout(directive: Directive, path: string, all: readonly string[]): Note[] {
  const { kind, line } = directive;
  if (kind === 'malformed')
    return [{ path, line, message: 'this suppression cannot be read; write `seamlint-disable-next-line <rule> -- reason`' }];
  const unknown = directive.rules.map(bareId).filter((rule) => !all.includes(rule));
  const complaints: Note[] = unknown.map((rule) => ({ path, line, message: `suppression of an unknown rule "${rule}".${didYouMean(rule, all)}` }));
  if (kind !== 'enable' && directive.reason.trim() === '')
    complaints.push({ path, line, message: 'this suppression has no reason, so it silences nothing; add `-- reason`' });
  if (kind !== 'enable' && directive.rules.length === 0)
    complaints.push({ path, line, message: 'this suppression names no rule, so it silences nothing' });
  return complaints;
}

// ESLint's name of a rule is understood too.
function bareId(rule: string): string {
  return rule.replace(/^seamlint\//, '');
}
