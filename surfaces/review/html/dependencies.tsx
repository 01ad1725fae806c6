import type { Site } from '#model/site.js';
import type { Evidence, Review, ReviewedBound, ReviewedDependency } from '#linter/review/types.js';
import { byKey } from '../../by-key.js';
import type { LinkTemplates } from '../links.js';
import { countText, drainText, numberOf, timeText } from '../texts.js';
import { Breakable, FindingLinks, Names, Place, Wide } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

const SHOWN = 12;
/** With more than these, the others are printed as rows only. */
const PRINTED = 8;

/** Every database, cache, broker and partner: who calls it, under which guards, and what happens while it hangs. */
export function Dependencies({ review, links }: Props) {
  const { dependencies, evidence } = review;
  const byId = new Map(evidence.map((item) => [item.id, item]));
  return (
    <section aria-labelledby="dependencies">
      <h2 id="dependencies">Dependencies <small>{dependencies.length}</small></h2>
      {dependencies.length > 0 && <p class="note">What the service waits for, most used first: who needs it, how long a request is held when it stops answering, and whether a breaker stands in between.</p>}
      {dependencies.length === 0 && <p>No call to a database, a cache, a broker or another service was found on a path of an entry point.</p>}
      {dependencies.length > PRINTED && <p class="note on-paper">On paper the {PRINTED} most used are told in full, the others by one line; the file has all of them.</p>}
      {dependencies.map((dependency, position) => <DependencyItem dependency={dependency} printed={position < PRINTED} byId={byId} links={links} />)}
    </section>
  );
}

function DependencyItem({ dependency, printed, byId, links }: { readonly dependency: ReviewedDependency; readonly printed: boolean; readonly byId: ReadonlyMap<string, Evidence>; readonly links: LinkTemplates }) {
  const { id, name, kind, site, calledBy, operations, breakers, unguarded, retries, amplification, evidence, hang } = dependency;
  return (
    <details id={id} class={printed ? 'entry print' : 'entry'}>
      <summary class="columns">
        <span><b>{name}</b> <small>{kindText(kind)}</small> <code class="place">{`${site.file}:${site.line}`}</code></span>
        <span>{numberOf(calledBy.length, 'entry point')}</span>
        <span class={`time ${hang.longest.is}`}><b>{heldText(hang.longest)}</b></span>
        <span>{!NEEDS_BREAKER.has(kind) ? '' : breakers.length === 0 ? 'no breaker' : unguarded === true ? 'breaker on some ways' : 'breaker'}</span>
      </summary>
      <dl class="pairs">
        <dt>{CALLED.has(kind) ? 'First call' : 'Made at'}</dt><dd><Place site={site} links={links} /></dd>
        <dt>Called by</dt><dd>{calledBy.length === 0 ? 'nothing in sight' : <Names names={calledBy} shown={10} />}</dd>
        {(breakers.length > 0 || NEEDS_BREAKER.has(kind)) && <><dt>Breaker</dt><dd>{breakers.length === 0 ? 'none in sight on any way to it' : [...byKey(breakers, (guard) => guard.name)].map(([guard, used]) => <Guarding name={guard} sites={used.map((one) => one.site)} links={links} />)}{unguarded === true && <span class="item">some way to it passes none</span>}</dd></>}
        <dt>Retries</dt><dd>{retries.length === 0 ? 'none around it' : retries.map((guard) => <span class="item">{guard.name}, {countText(guard.attempts)} attempts <Place site={guard.site} links={links} /></span>)}</dd>
        <dt>Amplification</dt><dd>{amplification.is === 'bounded' ? `one request makes at most ${numberOf(amplification.ms ?? 1, 'attempt')} on it` : amplification.is === 'unbounded' ? 'one request may make attempts on it without an end' : `how many attempts one request makes is not known: ${amplification.from}`}</dd>
        {evidence.length > 0 && <><dt>Findings</dt><dd><FindingLinks ids={evidence} byId={byId} /></dd></>}
      </dl>
      {operations.length > 0 && <Operations operations={operations} name={name} links={links} />}
      <Hang dependency={dependency} links={links} />
    </details>
  );
}

/** A guard once, with the first of the places where it is used. */
function Guarding({ name, sites, links }: { readonly name: string; readonly sites: readonly Site[]; readonly links: LinkTemplates }) {
  return <span class="item">{name} {sites.slice(0, PLACES).map((site, index) => <>{index > 0 && ', '}<Place site={site} links={links} /></>)}{sites.length > PLACES && ` and ${numberOf(sites.length - PLACES, 'more place')}`}</span>;
}

const PLACES = 3;

/** Kinds that have no creation of their own in sight. */
const CALLED = new Set(['partner', 'queue', 'resource']);
/** What a breaker is asked for: databases and caches need bounds. */
const NEEDS_BREAKER = new Set(['partner']);

function kindText(kind: string): string {
  return kind === 'resource' ? 'its creation was not found' : kind;
}

/** How long a request is held while something hangs. */
function heldText(held: ReviewedBound): string {
  return held.is === 'unbounded' ? 'held for ever' : held.is === 'unknown' ? 'time not known' : `held up to ${timeText(held)}`;
}

function Operations({ operations, name, links }: { readonly operations: ReviewedDependency['operations']; readonly name: string; readonly links: LinkTemplates }) {
  return (
    <Wide label={`Calls of ${name}`}>
      <table>
        <caption class="sr">{`Calls of ${name} with their limits`}</caption>
        <thead><tr><th scope="col">Call</th><th scope="col">Place</th><th scope="col">Each attempt ends after</th><th scope="col">Attempts</th></tr></thead>
        <tbody>
          {operations.slice(0, SHOWN).map(({ text, site, perAttempt, attempts }) => (
            <tr><td><code><Breakable text={text} /></code></td><td><Place site={site} links={links} breaks /></td><td class={perAttempt.is}>{timeText(perAttempt)} <small>{perAttempt.from}</small></td><td class="number">{countText(attempts)}</td></tr>
          ))}
        </tbody>
      </table>
      {operations.length > SHOWN && (
        <details>
          <summary>{numberOf(operations.length - SHOWN, 'more call')}</summary>
          <ul class="lines">{operations.slice(SHOWN).map(({ text, site, perAttempt }) => <li><code>{text}</code> <Place site={site} links={links} /> <small>{timeText(perAttempt)}</small></li>)}</ul>
        </details>
      )}
    </Wide>
  );
}

function Hang({ dependency: { name, hang }, links }: { readonly dependency: ReviewedDependency; readonly links: LinkTemplates }) {
  const { entryPoints, pools } = hang;
  if (entryPoints.length === 0) return null;
  return (
    <>
      <h3 class="minor">If {name} stops answering</h3>
      <Wide label={`What happens while ${name} hangs`}>
        <table>
          <caption class="sr">{`How long each entry point is held while ${name} hangs`}</caption>
          <thead><tr><th scope="col">Entry points</th><th scope="col">A request is held</th><th scope="col">Attempts</th><th scope="col">Ends for the client by</th></tr></thead>
          <tbody>
            {heldAlike(entryPoints).map(({ names, held, attempts, endsFor }) => (
              <tr><th scope="row"><Names names={names} /></th><td class={held.is}>{held.is === 'unbounded' ? 'for ever' : timeText(held)} {held.is !== 'bounded' && <small>{held.from}</small>}</td><td class="number">{countText(attempts)}</td><td>{endsFor ?? (held.is === 'bounded' ? 'its own limits' : 'nothing')}</td></tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {pools.map((pool) => (
        <p>
          The <b>{pool.name}</b> <Place site={pool.site} links={links} /> has {countText(pool.size)} connections, each held {pool.held.is === 'unbounded' ? 'for ever' : `up to ${timeText(pool.held)}`}
          {pool.drainsAt !== undefined && `: ${drainText(pool)}`}.
          {pool.sharedBy.length > 0 && <> Then these fail too, although they do not need {name}: <Names names={pool.sharedBy} /></>}
        </p>
      ))}
    </>
  );
}

type Held = ReviewedDependency['hang']['entryPoints'][number];

/** Entry points that are held alike are one row. */
function heldAlike(all: readonly Held[]): readonly (Omit<Held, 'entryPoint'> & { readonly names: readonly string[] })[] {
  const rows = new Map<string, Omit<Held, 'entryPoint'> & { names: string[] }>();
  for (const { entryPoint, ...rest } of all) {
    const { held, attempts, endsFor } = rest;
    const key = JSON.stringify([timeText(held), held.is === 'bounded' ? '' : held.from, countText(attempts), endsFor]);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { ...rest, names: [entryPoint] });
    else known.names.push(entryPoint);
  }
  return [...rows.values()];
}
