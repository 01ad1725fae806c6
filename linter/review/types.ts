import type { Site, TraceStep } from '#model/site.js';
import type { Severity } from '#rules/types.js';

/** The readiness review as plain data: what every format of it shows. */
export interface Review {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'seamlint'; readonly version: string };
  readonly service: string;
  /** When it was made, ISO 8601. */
  readonly madeAt: string;
  readonly decision: Decision;
  readonly counts: Counts;
  /** The findings that would hurt most, worst first. */
  readonly harms: readonly Harm[];
  /** The other causes, ranked the same way. */
  readonly furtherHarms: readonly Pick<Harm, 'rule' | 'severity' | 'message' | 'site' | 'places' | 'radius' | 'evidence'>[];
  /** Columns of the matrix, in the order in which a request meets them. */
  readonly concerns: readonly ConcernSummary[];
  /** Rows of the matrix, worst first. */
  readonly entryPoints: readonly ReviewedEntryPoint[];
  /** Every verdict, in the order of files. */
  readonly evidence: readonly Evidence[];
  readonly dependencies: readonly ReviewedDependency[];
  readonly picture: Picture;
  readonly shutdown: ShutdownPicture;
  readonly checklist: readonly ChecklistItem[];
  readonly comparison?: Comparison;
  readonly coverage: {
    readonly files: number;
    readonly lines: number;
    readonly calls: { readonly total: number; readonly resolved: number };
    readonly timeouts: { readonly total: number; readonly resolved: number };
  };
  readonly rules: readonly { readonly id: string; readonly concern: ConcernId; readonly question: string; readonly consequence: string }[];
  /** Rules that a preset or the configuration leaves out: what they ask is not answered here. */
  readonly notAsked: readonly string[];
  /** What could not be looked at. */
  readonly skipped: readonly { readonly path: string; readonly reason: string; readonly detail: string }[];
  readonly notes: readonly { readonly path?: string; readonly line?: number; readonly message: string }[];
  readonly incidents: readonly { readonly where: string; readonly message: string }[];
}

/** A column of the matrix. */
export type ConcernId = 'accept' | 'budget' | 'event-loop' | 'pool' | 'outbound' | 'idempotency' | 'shutdown' | 'load' | 'observability';

/** `not-asked`: no rule that asks it was in this run; `accepted`: violated, and silenced with a reason. */
export type CellState = 'violated' | 'unproven' | 'accepted' | 'satisfied' | 'not-applicable' | 'not-asked';

/** The answer to the question of the page, by the stated policy. */
export interface Decision {
  readonly is: 'ready' | 'not-ready' | 'undecided';
  /** Each condition of the policy with how it came out. */
  readonly conditions: readonly { readonly text: string; readonly holds: boolean; readonly found: string }[];
}

export interface Counts {
  readonly entryPoints: number;
  readonly errors: number;
  readonly warnings: number;
  readonly accepted: number;
  readonly satisfied: number;
  readonly unproven: number;
}

/** Findings of one kind and one cause, with how far they reach. */
export interface Harm {
  readonly id: string;
  readonly concern: ConcernId;
  readonly rule: string;
  readonly severity: Severity;
  /** The fact, as the first finding says it. */
  readonly message: string;
  readonly consequence: string;
  readonly remedy: string;
  readonly trace: readonly TraceStep[];
  readonly site: Site;
  /** How many places are of this kind and cause. */
  readonly places: number;
  /** Entry points that suffer, by id. */
  readonly entryPoints: readonly string[];
  /** Entry points that lead there, where fewer than suffer. */
  readonly through: readonly string[];
  readonly holds: string;
  readonly fails: string;
  /** Entry points × weight of what is held × weight of how it fails: what the order is made of. */
  readonly radius: { readonly entryPoints: number; readonly held: number; readonly failure: number; readonly product: number };
  readonly evidence: readonly string[];
}

export interface ConcernSummary {
  readonly id: ConcernId;
  readonly title: string;
  readonly question: string;
  /** What it means that a cell is empty. */
  readonly notApplicable: string;
  readonly rules: readonly string[];
  readonly asked: boolean;
  readonly counts: { readonly satisfied: number; readonly violated: number; readonly unproven: number; readonly accepted: number };
}

export interface ReviewedEntryPoint {
  /** What tells it from all others, the same in every run: its name, and its file where others have the same name. */
  readonly id: string;
  /** Where it stands on the page. */
  readonly anchor: string;
  readonly name: string;
  readonly kind: string;
  readonly site: Site;
  readonly middleware: readonly string[];
  readonly cells: readonly Cell[];
  readonly path?: ReviewedPath;
}

export interface Cell {
  readonly concern: ConcernId;
  readonly state: CellState;
  /** Ids of the evidence behind it, worst first. */
  readonly evidence: readonly string[];
  /** What else is to know. */
  readonly note?: string;
}

/** A number of ms, none at all, or unknown; with its origin in words. */
export interface ReviewedBound {
  readonly is: 'bounded' | 'unbounded' | 'unknown';
  readonly ms?: number;
  readonly from: string;
  readonly site?: Site;
  /** Something takes longer than is known. */
  readonly atLeast?: true;
}

/** What the requests of an entry point wait for, and how long at worst. */
export interface ReviewedPath {
  readonly worstCase: ReviewedBound;
  readonly budget?: ReviewedBound;
  readonly marginMs: number;
  readonly slices: readonly ReviewedSlice[];
  readonly omitted: number;
  readonly unproven: readonly { readonly site: Site; readonly because: string }[];
}

export interface ReviewedSlice {
  readonly step: string;
  readonly layer: string;
  readonly operation: string;
  readonly on?: string;
  readonly guards: readonly { readonly name: string; readonly site: Site }[];
  readonly site: Site;
  readonly attempts: ReviewedBound;
  readonly perAttempt: ReviewedBound;
  readonly delays: ReviewedBound;
  readonly total: ReviewedBound;
  readonly startMs?: number;
  /** The same at the earliest, where it stands behind what has no known end. */
  readonly earliestMs?: number;
  readonly counts: boolean;
}

/** One verdict of one rule at one place. */
export interface Evidence {
  readonly id: string;
  readonly rule: string;
  readonly concern: ConcernId;
  readonly state: 'satisfied' | 'violated' | 'unproven' | 'accepted';
  readonly severity: Severity;
  readonly site: Site;
  readonly text: string;
  readonly remedy?: string;
  readonly trace: readonly TraceStep[];
  readonly related: readonly TraceStep[];
  /** Ids of entry points that lead there. */
  readonly entryPoints: readonly string[];
  /** Why it is accepted. */
  readonly reason?: string;
  /** The same for the same finding in another run, whatever else changes in its file. */
  readonly fingerprint: string;
}

/** Something that the service waits for. */
export interface ReviewedDependency {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly site: Site;
  /** Ids of entry points. */
  readonly calledBy: readonly string[];
  readonly operations: readonly { readonly text: string; readonly site: Site; readonly perAttempt: ReviewedBound; readonly attempts: ReviewedBound }[];
  /** Guards on the ways to it. */
  readonly breakers: readonly { readonly name: string; readonly site: Site }[];
  /** There are breakers, and some way to it passes none. */
  readonly unguarded?: true;
  readonly retries: readonly { readonly name: string; readonly site: Site; readonly attempts: ReviewedBound }[];
  /** Attempts that one request can make on it, at most. */
  readonly amplification: ReviewedBound;
  /** What happens while it does not answer. */
  readonly hang: {
    /** The longest that any request is held. */
    readonly longest: ReviewedBound;
    readonly entryPoints: readonly { readonly entryPoint: string; readonly held: ReviewedBound; readonly attempts: ReviewedBound; readonly endsFor?: string }[];
    readonly pools: readonly { readonly name: string; readonly site: Site; readonly size: ReviewedBound; readonly held: ReviewedBound; readonly drainsAt?: number; readonly heldBy: readonly string[]; readonly sharedBy: readonly string[] }[];
  };
  /** Ids of findings about it. */
  readonly evidence: readonly string[];
}

/** Nodes and arrows of the service, from what enters to what is waited for. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureNode {
  readonly id: string;
  readonly text: string;
  readonly kind: 'entry' | 'server' | 'worker' | 'pool' | 'client' | 'partner' | 'timer';
  /** Ids of the entry points it stands for. */
  readonly entryPoints?: readonly string[];
  readonly site?: Site;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `wrong`: closed before, or together with, what needs it. */
  readonly is: 'needs' | 'wrong';
}

export interface ShutdownStep {
  readonly text: string;
  readonly kind: PictureNode['kind'];
  readonly site: Site;
  readonly state: 'closed' | 'violated' | 'unproven' | 'unknown';
  readonly neededBy: readonly string[];
  readonly evidence: readonly string[];
}

/** What SIGTERM has to undo, in the order in which it should: nothing is closed before what needs it. */
export interface ShutdownPicture {
  readonly steps: readonly ShutdownStep[];
  /** Between steps, `s0` the first: who is closed before whom. */
  readonly edges: readonly PictureEdge[];
  readonly evidence: readonly string[];
}

/** A line of the readiness meeting. */
export interface ChecklistItem {
  readonly group: string;
  readonly text: string;
  /** `ask`: code cannot tell; people have to. `absent`: nothing of the kind was found. */
  readonly state: 'proved' | 'disproved' | 'open' | 'ask' | 'absent' | 'not-applicable';
  readonly found: string;
  readonly places: readonly Site[];
  /** How many places there are beyond those. */
  readonly further?: number;
}

/** What changed since an earlier review. */
export interface Comparison {
  readonly previous: { readonly madeAt: string; readonly version: string; readonly decision: Decision['is'] };
  readonly fixed: readonly { readonly rule: string; readonly severity: Severity; readonly text: string; readonly file: string; readonly line: number }[];
  /** Ids of evidence that the earlier review does not have. */
  readonly added: readonly string[];
  readonly unchanged: number;
}
