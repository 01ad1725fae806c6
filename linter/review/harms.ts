import type { Rule, Violated } from '#rules/types.js';
import type { Finding, LintResult } from '../types.js';
import { concernOf, type Concern } from './concerns.js';
import type { Evidence, Harm, Review } from './types.js';

const SHOWN = 5;
const SHOWN_OF_ONE_RULE = 2;
const ITSELF = { text: 'what it has open, and nobody else', weight: 1 };
/** An error fails as soon as the dependency misbehaves, a warning when load or the moment do their part. */
const FAILURES = { error: { weight: 2, text: 'certain once the case arises' }, warn: { weight: 1, text: 'fails under load or at a bad moment' } } as const;

/** The findings grouped by cause (those that say the same are one) and ordered by blast radius: the first few of different kinds in full, the others in a line each. */
export function harmsOf(result: LintResult, evidence: readonly Evidence[]): Pick<Review, 'harms' | 'furtherHarms'> {
  const all = groups(result, evidence).map((group) => harmOf(group, result)).toSorted(byRadius);
  const ofRule = new Map<string, number>();
  const isShown = ({ rule }: Harm) => {
    const before = ofRule.get(rule) ?? 0;
    ofRule.set(rule, before + 1);
    return before < SHOWN_OF_ONE_RULE;
  };
  const shown = all.filter(isShown).slice(0, SHOWN).map((harm, index) => ({ ...harm, id: `h${index + 1}` }));
  const told = new Set(shown.map(({ evidence: [first] }) => first));
  const further = all.filter(({ evidence: [first] }) => !told.has(first));
  return { harms: shown, furtherHarms: further.map(({ rule, severity, message, site, places, radius, evidence: of }) => ({ rule, severity, message, site, places, radius, evidence: of })) };
}

interface Group {
  readonly rule: Rule;
  readonly members: readonly { readonly finding: Finding; readonly item: Evidence }[];
}

function groups({ findings, rules }: LintResult, evidence: readonly Evidence[]): readonly Group[] {
  const found = new Map<string, { rule: Rule; members: { finding: Finding; item: Evidence }[] }>();
  findings.forEach((finding, index) => {
    const item = evidence[index];
    const rule = rules.find(({ id }) => id === finding.ruleId);
    const { verdict } = finding;
    if (item?.state !== 'violated' || verdict.verdict !== 'violated' || rule === undefined) return;
    const key = `${rule.id}|${verdict.group ?? verdict.message}`;
    const group = found.get(key) ?? { rule, members: [] };
    found.set(key, group);
    group.members.push({ finding, item });
  });
  return [...found.values()];
}

function harmOf({ rule, members }: Group, result: LintResult): Harm {
  const concern = concernOf(rule.concern);
  const felt = members.filter(({ finding: { verdict } }) => verdict.verdict === 'violated' && verdict.holdsItself !== true);
  const worst = (felt.length > 0 ? felt : members).toSorted((a, b) => rank(b.item) - rank(a.item))[0] as Group['members'][number];
  const { item } = worst;
  const through = [...new Set(members.flatMap((member) => member.item.entryPoints))];
  const suffer = SUFFERING[concern.spreads](through, result);
  const failure = FAILURES[item.severity];
  const verdict = worst.finding.verdict as Violated;
  const holds = verdict.holdsItself === true ? ITSELF : concern.holds;
  const radius = { entryPoints: Math.max(suffer.length, 1), held: holds.weight, failure: failure.weight };
  return {
    id: '', concern: concern.id, rule: rule.id, severity: item.severity, message: item.text, consequence: verdict.consequence ?? rule.consequence, remedy: item.remedy ?? '',
    trace: item.trace, site: item.site, places: members.length, entryPoints: suffer, through: concern.spreads === 'process' ? through : [],
    holds: holds.text, fails: failure.text, radius: { ...radius, product: radius.entryPoints * radius.held * radius.failure },
    evidence: members.map((member) => member.item.id),
  };
}

type Suffering = (through: readonly string[], result: LintResult) => readonly string[];

// One process answers all its entry points: what stops it stops them all.
const SUFFERING: Readonly<Record<Concern['spreads'], Suffering>> = { path: (through) => through, process: besides, end: together };

/** Of some entry points, those of the process that has most of them; all where no process is in sight. */
function together(through: readonly string[], { processes = [] }: LintResult): readonly string[] {
  const own = processes.map((process) => through.filter((id) => process.entryPoints.includes(id))).toSorted((a, b) => b.length - a.length);
  return own[0] === undefined || own[0].length === 0 ? through : own[0];
}

/** Everything that enters the processes of some entry points; all there is where no process is in sight. */
function besides(through: readonly string[], { entryPoints, processes = [] }: LintResult): readonly string[] {
  if (processes.length === 0) return entryPoints.map(({ id }) => id);
  const shared = processes.filter((process) => process.entryPoints.some((id) => through.includes(id))).flatMap((process) => process.entryPoints);
  return [...new Set([...through, ...shared])];
}

function rank({ severity, entryPoints }: Evidence): number {
  return (severity === 'error' ? 1e6 : 0) + entryPoints.length;
}

function byRadius(a: Harm, b: Harm): number {
  return b.radius.product - a.radius.product || (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1) || b.places - a.places;
}
