import type { OperationRow } from '#catalog/schema.js';
import type { CallStep } from '#program/steps.js';
import type { PlaceSources } from './place-sources.js';
import type { Source } from './source.js';

const GRANT = 'grant_type';
const FORM = /(?:^|&)grant_type=/;
const MAX_DEPTH = 5;

/** Does a request ask an OAuth server for a token, whatever its URL: `new URLSearchParams({ grant_type: 'client_credentials' })`? Another token does no harm, and a code is good for one. */
export function isTokenRequest(row: OperationRow, { call, callee }: CallStep, places: PlaceSources): boolean {
  const given = (row.dataAt ?? call.expression.arguments.map((_, position) => String(position))).flatMap((place) => places.at(call, callee, place));
  return given.some((source) => asks(source, places, 0));
}

function asks(source: Source, places: PlaceSources, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const members = places.members(source);
  if (members !== undefined) return members.some(({ name, sources }) => name === GRANT || sources.some((inner) => asks(inner, places, depth + 1)));
  return isForm(source) || places.given(source).some((inner) => asks(inner, places, depth + 1));
}

// `grant_type=client_credentials&scope=…`.
function isForm(source: Source): boolean {
  if (source.is === 'expression') return source.expression.is === 'literal' ? isText(source.expression.value) : source.expression.is === 'template' && source.expression.texts.some(isText);
  return source.is === 'value' && source.set.values.some((value) => (value.is === 'literal' ? isText(value.value) : value.is === 'text' && value.parts.some(isText)));
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && FORM.test(text);
}
