import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '#linter/fingerprint.js';
import type { WrittenRepair } from '#linter/repairs/repairs-of.js';
import type { ShownFinding } from '#linter/session/messages.js';
import type { Rule } from '#rules/types.js';
import { visible } from '../escape.js';
import { answerFor } from './answer-for.js';
import { locationOf } from './location-of.js';
import type { Problem, RuleContext, RuleModule, Suggestion } from './types.js';

/** A rule of ours as one of ESLint's: it shows what the session found in the file. */
export function ruleModuleOf(rule: Rule): RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.question, url: pageOf(rule.id), recommended: rule.recommended },
      messages: {
        violated: '{{message}}. {{remedy}}.{{way}}{{age}}',
        failed: 'seamlint has no findings for this file: {{message}} {{hint}}',
        repair: '{{title}}',
      },
      schema: [],
      hasSuggestions: true,
    },
    create: (context: RuleContext) => ({ Program: () => report(rule.id, context) }),
  };
}

function report(id: string, context: RuleContext): void {
  const answer = answerFor(context, id);
  if (answer === undefined) return;
  if (answer.is === 'failed') {
    if (answer.firstTold) context.report(failure(answer.message, answer.hint));
    return;
  }
  for (const finding of answer.findings)
    if (finding.ruleId === id) context.report(problemOf(finding, context, answer.stale));
}

function failure(message: string, hint: string): Problem {
  const start = { line: 1, column: 0 };
  return { loc: { start, end: start }, messageId: 'failed', data: { message: visible(/[.?!]$/.test(message) ? message : `${message}.`), hint: visible(hint) } };
}

function problemOf(finding: ShownFinding, context: RuleContext, stale: boolean): Problem {
  const { message, remedy, repairs } = finding;
  return {
    loc: locationOf(finding, context.sourceCode),
    messageId: 'violated',
    data: { message: visible(message), remedy: visible(remedy.replace(/\.$/, '')), way: visible(wayOf(finding)), age: stale ? ' (As of the last finished analysis.)' : '' },
    suggest: repairs.flatMap((repair) => (isHere(repair, finding, context) ? [suggestionOf(repair)] : [])),
  };
}

// ESLint changes the file that it lints, and no other.
function isHere({ file }: WrittenRepair, finding: ShownFinding, { filename }: RuleContext): boolean {
  return finding.repairs.length > 0 && filename.replaceAll('\\', '/').endsWith(`/${file}`);
}

function suggestionOf({ title, edits }: WrittenRepair): Suggestion {
  return {
    messageId: 'repair',
    data: { title: visible(title) },
    fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
  };
}

// ESLint knows one place a message: the others are named in words.
function wayOf({ trace, entryPoints }: ShownFinding): string {
  const places = [...new Set(trace.map(({ site }) => `${site.file}:${site.line}`))];
  const way = places.length === 0 ? '' : ` Way: ${places.length > 5 ? [...places.slice(0, 2), '…', ...places.slice(-2)].join(' → ') : places.join(' → ')}.`;
  const others = entryPoints.length - 1;
  return others < 1 ? way : `${way} ${others} further entry point${others === 1 ? '' : 's'} lead${others === 1 ? 's' : ''} here.`;
}

// The page that came with this version: it is there without a network.
function pageOf(id: string): string {
  return pathToFileURL(join(packageFolder(), 'docs', 'rules', `${id}.md`)).href;
}
