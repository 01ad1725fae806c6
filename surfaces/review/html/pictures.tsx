import type { Picture, Review } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { Drawing } from './graph.js';
import { Place, Wide } from './words.js';

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

/** The service as one graph, and the same graph backwards: the order in which it has to end. */
export function Pictures({ review, links }: Props) {
  const { picture } = review;
  return (
    <>
      <section aria-labelledby="picture">
        <h2 id="picture">The service</h2>
        {picture.edges.length === 0 ? <p>No arrow from an entry point to something it needs was found.</p> : (
          <>
            <p class="note">An arrow leads from who needs to what is needed. Entry points that need the same things are drawn together.</p>
            <Wide label="Picture of the service"><Drawing picture={picture} title="Entry points, resources and partners" wrong="closed too early" /></Wide>
            <details><summary>The same as a list</summary><EdgeList picture={picture} /></details>
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

const STEP_WORDS = { closed: 'closed in its turn', violated: 'see the finding', unproven: 'could not be decided', unknown: 'not judged' } as const;
const STEP_MARKS = { closed: '✓', violated: '✕', unproven: '?', unknown: '–' } as const;
const STEP_CLASSES = { closed: 'satisfied', violated: 'violated', unproven: 'unproven', unknown: 'not-applicable' } as const;

function Shutdown({ review: { shutdown, evidence }, links }: Props) {
  const findings = evidence.filter(({ id }) => shutdown.evidence.includes(id));
  return (
    <section aria-labelledby="shutdown">
      <h2 id="shutdown">Shutdown order</h2>
      {shutdown.steps.length === 0 ? <p>Nothing that has to be closed was found.</p> : (
        <>
          <p class="note">The same graph read backwards: what SIGTERM should close, in this order, each only after everything that needs it.</p>
          <Wide label="Shutdown order as a picture"><Drawing picture={backwards(shutdown)} title="What has to be closed, left before right" wrong="wrong order" /></Wide>
          <ol class="steps">
            {shutdown.steps.map(({ text, site, state, neededBy, evidence: ids }) => (
              <li>
                <span class={`mark ${STEP_CLASSES[state]}`} aria-hidden="true">{STEP_MARKS[state]}</span> <b>{text}</b> <Place site={site} links={links} />
                <small> {ids[0] === undefined ? STEP_WORDS[state] : <a href={`#${ids[0]}`}>{STEP_WORDS[state]}</a>}{neededBy.length > 0 && `; after ${neededBy.join(', ')}`}</small>
              </li>
            ))}
          </ol>
        </>
      )}
      {findings.length > 0 && <ul class="lines">{findings.map(({ id, text, state }) => <li><a href={`#${id}`}>{text}</a>{state === 'unproven' && ' (unproven)'}</li>)}</ul>}
    </section>
  );
}

function backwards({ steps, edges }: Review['shutdown']): Picture {
  return { nodes: steps.map(({ text, kind, site }, index) => ({ id: `s${index}`, text: `${index + 1}. ${text}`, kind, site })), edges };
}
