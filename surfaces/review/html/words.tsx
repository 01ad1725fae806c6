import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Site, TraceStep } from '#model/site.js';
import type { CellState, Evidence, ReviewedBound } from '#linter/review/types.js';
import { linkOf, type LinkTemplates } from '../links.js';
import { missingOf, numberOf, stateMarks, timeText } from '../texts.js';

/** A place of the code, as a link where one can be made. */
export function Place({ site, links, breaks }: { readonly site: Site; readonly links: LinkTemplates; /** In a narrow column it breaks after its slashes. */ readonly breaks?: true }) {
  const name = `${site.file}:${site.line}`;
  const text = <code class="place">{breaks === true ? <Breakable text={name} /> : name}</code>;
  const repository = linkOf(links.repository, site, links.root);
  const editor = linkOf(links.editor, site, links.root);
  const main = repository ?? editor;
  return (
    <>
      {main === undefined ? text : <a href={main}>{text}</a>}
      {repository !== undefined && editor !== undefined && <a class="editor" href={editor}>edit<span class="sr">{` ${site.file} line ${site.line}`}</span></a>}
    </>
  );
}

/** A state as a sign with its word for those who do not see it. */
export function Mark({ state, quiet }: { readonly state: CellState; readonly quiet?: true }) {
  const { mark, word } = stateMarks[state];
  return <span class={`mark ${state}`}><span aria-hidden="true">{mark}</span><span class={quiet === true ? 'sr' : 'word'}>{word}</span></span>;
}

/** The way from an entry point to a place. */
export function Trace({ trace, links }: { readonly trace: readonly TraceStep[]; readonly links: LinkTemplates }) {
  if (trace.length === 0) return null;
  return (
    <ol class="trace">
      {trace.map(({ site, text }) => <li><span>{text}</span> <Place site={site} links={links} /></li>)}
    </ol>
  );
}

/** Findings, each named by its place: the id in the address, for that names nothing to a person. */
export function FindingLinks({ ids, byId, shown = 12 }: { readonly ids: readonly string[]; readonly byId: ReadonlyMap<string, Evidence>; readonly shown?: number }) {
  const items = ids.flatMap((id) => byId.get(id) ?? []);
  return <>{items.slice(0, shown).map(({ id, site }, index) => <>{index > 0 && ', '}<a href={`#${id}`}><code class="place">{`${site.file}:${site.line}`}</code></a></>)}{items.length > shown && ` and ${items.length - shown} more`}</>;
}

/** A time with where it comes from. */
export function Time({ bound, links }: { readonly bound: ReviewedBound; readonly links: LinkTemplates }) {
  return (
    <span class={`time ${bound.is}`}>
      <b>{timeText(bound)}</b> <small>{bound.from}{bound.site !== undefined && <> <Place site={bound.site} links={links} /></>}</small>
    </span>
  );
}

/** A shorter name fits wherever it stands. */
const LONG = 24;

/** A name that may break after its slashes and dots. */
export function Breakable({ text }: { readonly text: string }) {
  if (text.length <= LONG) return <>{text}</>;
  return <>{text.split(/(?<=[^\s/.][/.])/).map((part, index) => <>{index > 0 && <wbr />}{part}</>)}</>;
}

const NAMED: ReadonlySet<string> = new Set(['http', 'consumer', 'socket', 'schedule']);

/** What kind of entry point it is, where its name does not say so. */
export function Kind({ kind }: { readonly kind: string }) {
  return NAMED.has(kind) ? null : <small>{kind}</small>;
}

/** Ids of all entry points of the review. */
export const Everything = createContext<readonly string[]>([]);

/** Names in running text, the first few of many open to view; all or nearly all entry points are said to be that. */
export function Names({ names, shown = 6 }: { readonly names: readonly string[]; readonly shown?: number }) {
  const missing = missingOf(names, useContext(Everything));
  if (missing !== undefined) return <>all {numberOf(names.length + missing.length, 'entry point')}{missing.length > 0 && <> but <code class="names">{missing.join(', ')}</code></>}</>;
  if (names.length <= shown + 1) return <code class="names">{names.join(', ')}</code>;
  return (
    <details class="names more">
      <summary><code>{names.slice(0, shown).join(', ')}</code> <span class="more-count">and {names.length - shown} more</span></summary>
      <p><code>{names.slice(shown).join(', ')}</code></p>
    </details>
  );
}

/** A table that may be wider than the window: it scrolls by itself, by keyboard too. */
export function Wide({ label, fits, children }: { readonly label: string; /** In a wide window it does without: its head can stay in sight. */ readonly fits?: true; readonly children: ComponentChildren }) {
  return <div class={fits === true ? 'wide fits' : 'wide'} role="region" aria-label={label} tabIndex={0}>{children}</div>;
}
