import type { OperationRow } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Value } from '#program/values.js';
import type { ModelContext } from '../context.js';

const ASKING = /(?:^|[/_:.-])(?:search|query|find|lookup|list|token|tokens|verify|siteverify|validate|introspect|introspection|check|calculate|quote|quotes|estimate|preview|simulate|completions|embeddings|rerank|translate|detect|convert|parse|render|login|signin|authenticate|oauth2?|authorize|refresh|userinfo|filter|aggregate|_search|_msearch|_count|rpc|jsonrpc)\/?(?:\?.*)?$/i;
const ASKING_FOR = /\/(?:get|fetch|list|search|find|query|lookup|discover|extract|suggest|recommend|classify|predict|rank|score|summari[sz]e|analy[sz]e|compare|estimate|calculate|preview|count|validate)(?:[-_][\w-]*|[A-Z]\w*)?\/?(?:\?.*)?$/;
const SETTING = /\/(?:remove|delete|cancel|disable|enable|revoke|unsubscribe|unlink|update|set|upsert|replace|archive|stop|clear|close|reset)(?:[-_][\w-]*|[A-Z]\w*)?\/?(?:\?.*)?$/;

/** Does the URL say that the request only asks for something (a search, a token, a check), or sets what it names (a removal)? */
export function readOnlyUrl(context: ModelContext, row: OperationRow, step: CallStep): boolean {
  const { engine } = context.program;
  return (row.partnerAt ?? ['0']).slice(0, 2).some((place) => {
    const { values } = placeValues(engine, step.call, step.callee, place);
    return values.length > 0 && values.every((value) => [ASKING, ASKING_FOR, SETTING].some((pattern) => pattern.test(pathOf(value))));
  });
}

function pathOf(value: Value): string {
  const text = value.is === 'literal' ? String(value.value) : value.is === 'text' ? value.parts.map((part) => part ?? '*').join('') : '';
  return text.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
