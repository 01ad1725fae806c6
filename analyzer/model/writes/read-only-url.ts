import type { OperationRow } from '#catalog/schema.js';
import { placeValues } from '#program/places.js';
import type { CallStep } from '#program/steps.js';
import type { Value } from '#program/values.js';
import type { ModelContext } from '../context.js';

const ASKING = /(?:^|[/_:.-])(?:search|query|find|lookup|list|token|tokens|verify|siteverify|validate|introspect|introspection|check|calculate|quote|quotes|estimate|preview|simulate|completions|embeddings|rerank|translate|detect|convert|parse|render|login|signin|authenticate|oauth2?|authorize|refresh|userinfo|filter|aggregate|_search|_msearch|_count|rpc|jsonrpc)\/?(?:\?.*)?$/i;
const ASKING_FOR = /(?:^|\/)(?:get|fetch|list|search|find|query|lookup|discover|extract|suggest|recommend|classify|predict|rank|score|summari[sz]e|analy[sz]e|compare|estimate|calculate|preview|count|validate)(?:[-_][\w-]*|[A-Z]\w*)?\/?(?:\?.*)?$/;
const SETTING = /(?:^|\/)(?:remove|delete|cancel|disable|enable|revoke|unsubscribe|unlink|update|set|upsert|replace|archive|stop|clear|close|reset)(?:[-_][\w-]*|[A-Z]\w*)?\/?(?:\?.*)?$/;

const MEASURES = /\b(?:telemetry|analytics|usage[-_]?(?:stat\w*|updates?|reports?)|heartbeat)\b/i;

/** Does the URL say that the request only asks for something (a search, a token, a check), or sets what it names (a removal)? */
export function readOnlyUrl(context: ModelContext, row: OperationRow, step: CallStep): boolean {
  const { engine } = context.program;
  return (row.partnerAt ?? ['0']).slice(0, 2).some((place) => {
    const { values } = placeValues(engine, step.call, step.callee, place);
    return values.length > 0 && values.every((value) => [ASKING, ASKING_FOR, SETTING].some((pattern) => pattern.test(pathOf(value))));
  });
}

/** Does the URL say that the request tells somebody what was measured: telemetry, statistics of use? */
export function isMeasuring(context: ModelContext, { row, call, callee }: { readonly row: OperationRow; readonly call: CallStep['call']; readonly callee: CallStep['callee'] }): boolean {
  return (row.partnerAt ?? ['0']).slice(0, 2).some((place) => placeValues(context.program.engine, call, callee, place).values.some((value) => MEASURES.test(textOf(value))));
}

function pathOf(value: Value): string {
  return textOf(value).replace(/^[a-z]+:\/\/[^/]*/i, '');
}

function textOf(value: Value): string {
  return value.is === 'literal' ? String(value.value) : value.is === 'text' ? value.parts.map((part) => part ?? '*').join('') : '';
}
