import type { ModelContext } from '../context.js';
import { isMeasuring } from './read-only-url.js';
import { tableNamesOf } from './unique/table-names.js';
import type { FoundWrite } from './write-effect.js';

const LOG = /(?:^|_)audits?$|(?:^|_|\b)(?:audit|activity|access|usage|event)_?(?:logs?|trails?|log_?(?:entry|entries|records?))$|histor(?:y|ies)$|(?:_|[a-z])activit(?:y|ies)$|(?:^|_)(?:used|previous|old)_?passwords?$/i;
// What is good for one use or for a short time: who got no answer asks for another one.
const PASSING = /(?:^|_|[a-z])(?:sessions?|otps?|nonces?|challenges?|(?:verification|reset|refresh|magic_?link|login|sign_?in|auth|one_?time|email|user|password)_?(?:tokens?|codes?|links?|attempts?|requests?))$/i;

/** Why a second run may be as good as none: whoever asks for it, or only where a client asks again. */
export type Harmless = { readonly uncertain: string } | { readonly ofClients: string };

/** Why a second run may be as good as none, by what is written: a log, a code of a short life, something measured. Undefined where nothing says so. */
export function whyHarmless(context: ModelContext, write: FoundWrite): Harmless | undefined {
  if (write.row.is === 'outbound') return isMeasuring(context, write) ? { uncertain: 'what is measured is not wrong for being told twice' } : undefined;
  if (write.row.is !== 'statement') return undefined;
  const names = [...tableNamesOf(context, write), ...write.name.split(/[.\s]/)];
  if (names.some((name) => LOG.test(name))) return { ofClients: 'a log of what was done may be meant to tell of each run' };
  return !write.relative && names.some((name) => PASSING.test(name)) ? { uncertain: 'a second session or code does no harm where who got no answer asks for another one' } : undefined;
}
