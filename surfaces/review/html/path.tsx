import { siteKey } from '#model/site.js';
import type { ReviewedPath, ReviewedSlice } from '#linter/review/types.js';
import type { LinkTemplates } from '../links.js';
import { countText, numberOf, targetOf, timeText } from '../texts.js';
import { hasWaterfall, Waterfall } from './waterfall.js';
import { Breakable, Mark, Place, Time, Wide } from './words.js';

interface Props {
  readonly path: ReviewedPath;
  /** Whose requests they are. */
  readonly name: string;
  readonly links: LinkTemplates;
}

/** What the requests of an entry point wait for: in order as a table, to scale as a waterfall, and what is not known of it. */
export function Path({ path, name, links }: Props) {
  const { omitted, budget, worstCase, marginMs } = path;
  return (
    <>
      <h3 class="minor">What a request waits for</h3>
      <p>
        Worst case <Time bound={worstCase} links={links} />; budget {budget === undefined ? <b>none</b> : <Time bound={budget} links={links} />}
        {marginMs > 0 && `; margin ${timeText({ is: 'bounded', ms: marginMs, from: '' })}`}
      </p>
      {path.slices.length > 0 && <Slices path={path} name={name} links={links} />}
      {omitted > 0 && <p class="note">{numberOf(omitted, 'further step')} not listed.</p>}
      {hasWaterfall(path) && path.slices.some(({ startMs }) => startMs === undefined) && <p class="note">Pale bars with a dashed edge stand behind something without a known end: they start there at the earliest.</p>}
      {hasWaterfall(path) && <Wide label={`Waterfall of ${name}`}><Waterfall path={path} title={name} /></Wide>}
      <Unknown path={path} links={links} />
    </>
  );
}

function Slices({ path: { slices }, name, links }: Props) {
  const rows = gathered(slices);
  return (
    <>
      <Wide label={`Trace of ${name}`}>
        <table class="slices">
          <caption class="sr">{`What a request of ${name} waits for, in order`}</caption>
          <thead><tr>{['Step', 'Layer', 'Operation', 'Guards', 'Attempts', 'Each', 'In all', 'From'].map((head) => <th scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ slice: { step, layer, operation, on, guards, attempts, perAttempt, total, site, counts }, times }) => (
              <tr class={counts ? undefined : 'beside'}>
                <td>{step}</td><td>{layer}</td>
                <td><code><Breakable text={operation} /></code>{targetOf({ operation, ...(on === undefined ? {} : { on }) }) !== undefined && <small> → {on}</small>}{times > 1 && <small>, {numberOf(times, 'time')}</small>} <Place site={site} links={links} breaks /></td>
                <td>{guards.length === 0 ? '–' : guards.map((guard, index) => <>{index > 0 && ', '}{guard.name}</>)}</td>
                <td>{countText(attempts)}</td><td>{timeText(perAttempt)}</td><td class={total.is === 'bounded' ? undefined : total.is}>{timeText(total)}</td>
                <td>{perAttempt.from}{perAttempt.site !== undefined && siteKey(perAttempt.site) !== siteKey(site) && <> <Place site={perAttempt.site} links={links} breaks /></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {slices.some(({ counts }) => !counts) && <p class="note">Paler rows run beside, or are the shorter of several ways: the worst case is without them.</p>}
    </>
  );
}

/** The same wait on several ways is one row, where it comes first. */
function gathered(slices: readonly ReviewedSlice[]): readonly { readonly slice: ReviewedSlice; readonly times: number }[] {
  const rows = new Map<string, { slice: ReviewedSlice; times: number }>();
  for (const slice of slices) {
    const { step, operation, on, guards, attempts, perAttempt, total, site, counts } = slice;
    const key = JSON.stringify([step, operation, on, guards, attempts, perAttempt, total, site, counts]);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { slice, times: 1 });
    else known.times += 1;
  }
  return [...rows.values()];
}

/** What is not known of the time, beyond what the rows say of themselves. */
function Unknown({ path: { unproven, slices }, links }: Pick<Props, 'path' | 'links'>) {
  const told = new Set(slices.map(({ site }) => siteKey(site)));
  const places = new Map<string, typeof unproven>();
  for (const one of unproven) if (!told.has(siteKey(one.site))) places.set(one.because, [...(places.get(one.because) ?? []), one]);
  if (places.size === 0) return null;
  return (
    <details>
      <summary>What could not be followed <small>{places.size.toLocaleString('en')}</small></summary>
      <ul class="lines">{[...places].map(([because, all]) => <li><Mark state="unproven" quiet /> {because} {all[0] !== undefined && <Place site={all[0].site} links={links} />}{all.length > 1 && <small> and {numberOf(all.length - 1, 'more place')}</small>}</li>)}</ul>
    </details>
  );
}
