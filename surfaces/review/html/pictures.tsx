import type { Evidence, Picture, Review, ShutdownStep } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { stepTexts } from '../texts.js';
import { Drawing } from './graph.js';
import { Mark, Place, Wide } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

/** The service as one graph, and the same graph backwards: the order in which it has to end. */
export function Pictures({ review, links }: Props) {
  const { picture } = review;
  const met = new Set(picture.edges.flatMap(({ from, to }) => [from, to]));
  const drawn = { nodes: picture.nodes.filter(({ id }) => met.has(id)), edges: picture.edges };
  const alone = picture.nodes.filter(({ id }) => !met.has(id));
  return (
    <>
      <section aria-labelledby="picture">
        {picture.edges.length === 0 ? <><h2 id="picture">The service</h2><p>No arrow from an entry point to something it needs was found.</p></> : (
          <>
            <div class="keep">
              <h2 id="picture">The service</h2>
              <p class="note">An arrow leads from who needs to what is needed: <span class="key entry-key">entry points</span>, <span class="key">what the process opens</span>, <span class="key partner-key">partners and queues</span>. Entry points that need the same things are drawn together.</p>
              {alone.length > 0 && <p class="note">Not drawn, for nothing that they need was found: {alone.map(({ text }) => text).join(', ')}.</p>}
              <Wide label="Picture of the service"><Drawing picture={drawn} title="Entry points, resources, partners and queues" wrong="closed too early" /></Wide>
            </div>
            <details class="on-screen"><summary>The same as a list</summary><EdgeList picture={picture} /></details>
          </>
        )}
      </section>
      <Shutdown review={review} links={links} />
    </>
  );
}

function EdgeList({ picture: { nodes, edges } }: { readonly picture: Picture }) {
  const nameOf = new Map(nodes.map(({ id, text }) => [id, text]));
  const from = nodes.filter(({ id }) => edges.some((edge) => edge.from === id));
  return (
    <ul class="lines">
      {from.map(({ id, text }) => (
        <li><b>{text}</b> needs {edges.filter((edge) => edge.from === id).map((edge, index) => <>{index > 0 && ', '}{nameOf.get(edge.to)}{edge.is === 'wrong' && ' (closed too early)'}</>)}</li>
      ))}
    </ul>
  );
}

function Shutdown({ review: { shutdown, evidence }, links }: Props) {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const told = new Set(shutdown.steps.flatMap((step) => step.evidence));
  const besides = shutdown.evidence.filter((id) => !told.has(id)).flatMap((id) => byId.get(id) ?? []);
  return (
    <section aria-labelledby="shutdown">
      <h2 id="shutdown">Shutdown order</h2>
      {shutdown.steps.length === 0 ? <p>Nothing that has to be closed was found.</p> : (
        <>
          <p class="note">The same graph read backwards: what SIGTERM should close, from left to right, each only after everything that needs it. What has a ✕ is in a finding; what has a ? could not be decided.</p>
          {besides.length > 0 && <ul class="lines">{besides.map(({ id, text, state, site }) => <li><Mark state={state} quiet /> <a href={`#${id}`}>{text}</a> <small><Place site={site} links={links} /></small></li>)}</ul>}
          {shutdown.steps.some(({ state }) => state === 'unknown') && <p class="note">Steps without a mark were not judged one by one{besides.some(({ state }) => state === 'violated') ? ': what is said above comes first' : ': how they are closed was not found'}.</p>}
          <Wide label="Shutdown order as a picture"><Drawing picture={backwards(shutdown)} title="What has to be closed, left before right" wrong="wrong order" marks={marksOf(shutdown)} /></Wide>
          <ol class="steps">{shutdown.steps.map((step) => <Step step={step} byId={byId} links={links} />)}</ol>
        </>
      )}
      {shutdown.steps.length === 0 && besides.length > 0 && <ul class="lines">{besides.map(({ id, text, state }) => <li><Mark state={state} quiet /> <a href={`#${id}`}>{text}</a></li>)}</ul>}
    </section>
  );
}

function Step({ step: { text, site, state, neededBy, evidence }, byId, links }: { readonly step: ShutdownStep; readonly byId: ReadonlyMap<string, Evidence>; readonly links: LinkTemplates }) {
  const { mark, word, like } = stepTexts[state];
  const first = evidence.flatMap((id) => byId.get(id) ?? []).toSorted((a, b) => Number(b.state === like) - Number(a.state === like))[0];
  return (
    <li>
      {state !== 'unknown' && <><span class={`mark ${like}`} aria-hidden="true">{mark}</span><span class="sr">{word}</span> </>}<b>{text}</b> <Place site={site} links={links} />
      {first !== undefined && <small class="said"><a href={`#${first.id}`}>{first.text}</a></small>}
      {neededBy.length > 0 && <small class="said">after {neededBy.join(', ')}</small>}
    </li>
  );
}

function backwards({ steps, edges }: Review['shutdown']): Picture {
  return { nodes: steps.map(({ text, kind, site }, index) => ({ id: `s${index}`, text: `${index + 1}. ${text}`, kind, site })), edges };
}

function marksOf({ steps }: Review['shutdown']): ReadonlyMap<string, (typeof stepTexts)[ShutdownStep['state']]> {
  return new Map(steps.flatMap(({ state }, index) => (state === 'unknown' ? [] : [[`s${index}`, stepTexts[state]] as const])));
}
