import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Review } from '#linter/review/types.js';
import { alikeOf } from '../alike.js';
import { checkLinks, type LinkTemplates } from '../links.js';
import { visibleReview } from '../texts.js';
import { areasOf } from './areas.js';
import { Dependencies } from './dependencies.js';
import { EntryPoints } from './entry-points.js';
import { AllEvidence } from './evidence.js';
import { FirstScreen } from './first-screen.js';
import { Matrix } from './matrix.js';
import { Changes, Checklist, Limits } from './meeting.js';
import { Pictures } from './pictures.js';
import { script } from './script.js';
import { style } from './style.js';
import { Everything } from './words.js';

/** The review as one page that needs nothing else: no network, no script to be read. */
export function formatHtml(given: Review, templates: LinkTemplates): string {
  const review = visibleReview(given);
  const page = renderToString(<Page review={review} links={checkLinks(templates)} />);
  // The style sheet and the script are ours alone and the only ones that the policy lets run.
  return `<!doctype html>\n${page.replace('<style></style>', () => `<style>${style}</style>`).replace('<script></script>', () => `<script>${script}</script>`)}\n`;
}

function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

interface Props {
  readonly review: Review;
  readonly links: LinkTemplates;
}

function Page({ review, links }: Props) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy()} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${review.service}: readiness review`}</title>
        <style></style>
      </head>
      <body>
        <a class="skip" href="#verdict">To the verdict</a>
        <header>
          <p>Readiness review</p>
          <h1>{review.service}</h1>
          <p>{review.madeAt.slice(0, 10)} · seamlint {review.tool.version}</p>
        </header>
        <Contents review={review} />
        <main>
          <Everything.Provider value={review.entryPoints.map(({ id }) => id)}>
            <FirstScreen review={review} links={links} />
            <Body review={review} links={links} />
          </Everything.Provider>
        </main>
        <footer>Made by seamlint {review.tool.version} from the source code alone; nothing of the service was run. Unproven is neither a yes nor a no.</footer>
        <script></script>
      </body>
    </html>
  );
}

function Contents({ review }: Pick<Props, 'review'>) {
  const items: readonly (readonly [string, string])[] = [
    ['verdict', 'Verdict'],
    ...(review.comparison === undefined ? [] : [['changes', 'Changes'] as const]),
    ['matrix', 'Matrix'], ['dependencies', 'Dependencies'], ['picture', 'Picture'], ['shutdown', 'Shutdown'], ['checklist', 'Checklist'],
    ['entry-points', 'Entry points'], ['violated', 'Findings'], ['unproven', 'Undecided'], ['satisfied', 'Satisfied'], ['limits', 'Limits'],
  ];
  return <nav class="contents" aria-label="Contents"><ul>{items.map(([id, text]) => <li><a href={`#${id}`}>{text}</a></li>)}</ul></nav>;
}

function Body({ review, links }: Props) {
  const areas = areasOf(review.entryPoints);
  const alike = alikeOf(review, areas.flatMap(({ entryPoints }) => entryPoints));
  return (
    <>
      <Changes review={review} links={links} />
      <Matrix review={review} areas={areas} alike={alike} />
      <Dependencies review={review} links={links} />
      <Pictures review={review} links={links} />
      <Checklist review={review} links={links} />
      <EntryPoints review={review} areas={areas} alike={alike} links={links} />
      <AllEvidence review={review} alike={alike} links={links} />
      <Limits review={review} />
    </>
  );
}
