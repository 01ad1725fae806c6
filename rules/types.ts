import type { SeenName, ServiceModel } from '#model/types.js';
import type { Site, TraceStep } from '#model/site.js';

export type Severity = 'error' | 'warn';

/** The answer to a rule's question at one place. */
export type Verdict = Satisfied | Violated | Unproven;

export interface Satisfied {
  readonly verdict: 'satisfied';
  readonly site: Site;
  /** Which guard holds, in words, and where it stands. */
  readonly evidence: string;
  readonly related?: readonly TraceStep[];
  /** Ids of the entry points for which this holds; absent where it is not about paths. */
  readonly entryPoints?: readonly string[];
}

export interface Violated {
  readonly verdict: 'violated';
  readonly site: Site;
  /** A fact with names in it, a whole clause, no advice. */
  readonly message: string;
  /** An imperative, with the number to set where the remaining budget is known. */
  readonly remedy: string;
  /** From the entry point to the place; empty where no path is involved. */
  readonly trace: readonly TraceStep[];
  readonly related?: readonly TraceStep[];
  /** Ids of the entry points that reach the place; the first is the trace's. */
  readonly entryPoints?: readonly string[];
  /** Ids of entry points that reach the same place and for which the answer is yes. */
  readonly holdsFor?: readonly string[];
  readonly budgetMs?: number;
  readonly worstCaseMs?: number;
  /** What places are grouped under in summaries: a partner's host or package, for instance. */
  readonly group?: string;
  /** What could be done about it, best first. */
  readonly repairs?: readonly Repair[];
  /** What happens in production here, where the rule's own consequence says more or less than that. */
  readonly consequence?: string;
  /** What fails holds nothing but itself: nobody waits for it. */
  readonly holdsItself?: true;
  /** Overrides the rule's severity for this place. */
  readonly severity?: Severity;
}

/** A change after which the answer may be yes, for a person to choose. What it is stands here; where in the text, the linter works out. */
export interface Repair {
  /** An imperative with the names and numbers in it. */
  readonly title: string;
  /** The call or creation that is changed. */
  readonly site: Site;
  readonly change:
    /** Sets an option in the object given as this argument to what `value` writes; only where it is not there at all, if so told. */
    | { readonly is: 'set-option'; readonly argument: number; readonly option: readonly string[]; readonly value: string; readonly sees?: SeenName; readonly onlyIfAbsent?: true }
    /** Calls and awaits the form without `Sync`, on this member of the same module (empty for the module itself). */
    | { readonly is: 'promise-form'; readonly member: string }
    | { readonly is: 'await' }
    /** Awaits a call that tells its end to a callback, which it is not given yet. */
    | { readonly is: 'await-callback' };
}

export interface Unproven {
  readonly verdict: 'unproven';
  readonly site: Site;
  /** What could not be resolved, as a whole clause. */
  readonly because: string;
  /** Ids of the entry points that reach the place; absent where it is not about paths. */
  readonly entryPoints?: readonly string[];
}

/** A production hazard: a question to the service model with a verdict for every place where it arises. */
export interface Rule {
  readonly id: string;
  /** What belongs together in the report: `timeouts`, `event-loop`, `pool`, `breaker`, `idempotency`, `shutdown`. */
  readonly concern: string;
  /** The question asked at each place, ending with a question mark. */
  readonly question: string;
  /** What happens in production where the answer is no. */
  readonly consequence: string;
  readonly severity: Severity;
  /** In the `recommended` preset. The bar is 95 % of true findings on real services; `docs/real-services.md` says where a rule stands. */
  readonly recommended: boolean;
  judge(service: ServiceModel): Iterable<Verdict>;
}

/** Gives a rule its type. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** The answer yes, with the evidence. */
export function satisfied(site: Site, evidence: string, related: readonly TraceStep[] = []): Satisfied {
  return { verdict: 'satisfied', site, evidence, related };
}

/** The answer no, with what to tell people. */
export function violated(site: Site, finding: Omit<Violated, 'verdict' | 'site'>): Violated {
  return { verdict: 'violated', site, ...finding };
}

/** No answer, with the reason. */
export function unproven(site: Site, because: string): Unproven {
  return { verdict: 'unproven', site, because };
}
