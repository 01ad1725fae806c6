import type { Review } from '#linter/review/types.js';
import { jsonText } from '../escape.js';
import type { LinkTemplates } from './links.js';

/** A way to write a review down. */
export type ReviewFormat = (review: Review, links: LinkTemplates) => string;

/** The formats of a review by name, each loaded when it is asked for. */
export const reviewFormats: Readonly<Record<string, () => Promise<ReviewFormat>>> = {
  html: async () => (await import('./html/page.js')).formatHtml,
  markdown: async () => (await import('./markdown/page.js')).formatReviewMarkdown,
  json: () => Promise.resolve((review) => jsonText(review)),
};
