import type { Expression } from '#facts/types.js';
import { optionPlace } from '#program/parse-place.js';
import type { Frame } from '#program/values.js';
import type { OptionPlace, Write } from '../types.js';
import { isOfTheRequest } from './natural-ids.js';
import type { Origins } from './origins.js';
import type { Sources } from './sources.js';
import type { FoundWrite } from './write-effect.js';

const ASKED_FOR = /idempot|dedup/i;

/** A key of the request that has a name where the write is called, and the option that would take it. */
export function keyInSight(write: FoundWrite, sources: Sources, origins: Origins): Write['inSight'] {
  const place = placeOfKey(write);
  if (place === undefined) return undefined;
  const { frame } = write.call;
  const found = namesAround(frame).flatMap(({ index, name, at }) => {
    const variable: Expression = { is: 'variable', binding: index, at };
    const written = isOfTheRequest(name) ? name : memberThatTells(name, variable, frame, sources);
    return written !== undefined && origins.of(variable, sources.spot(frame)).is === 'request' ? [{ text: written, name: { name, at }, place }] : [];
  });
  return found.find(({ text }) => ASKED_FOR.test(text)) ?? found[0];
}

// Where options come last, or at one of several positions, they are an argument of their own where only what is written is given.
function placeOfKey({ row, call }: FoundWrite): OptionPlace | undefined {
  const [place, ...others] = (row.keys ?? []).filter((key) => !key.includes('chain:'));
  if (place === undefined || row.is === 'statement') return undefined;
  const option = place.replace(/^-?\d+\./, '');
  const isMoving = place.startsWith('-1.') || others.some((other) => other !== place && other.replace(/^\d+\./, '') === option);
  if (!isMoving) return optionPlace(place);
  return call.expression.arguments.length === 1 ? optionPlace(`1.${option}`) : undefined;
}

/** What is declared once in the functions around, the nearest first; the module's own names hold nothing of a request. */
function namesAround({ unit: { facts, index }, function: innermost }: Frame): readonly { readonly index: number; readonly name: string; readonly at: number }[] {
  const owners: number[] = [];
  for (let owner: number = innermost; owner > 0; owner = facts.functions[owner]?.parent ?? 0) owners.push(owner);
  return owners.flatMap((owner) => (index.held.get(owner) ?? []).flatMap(({ binding }) => {
    const held = facts.bindings[binding];
    const isPlain = held !== undefined && (held.kind === 'const' || held.kind === 'parameter' || held.kind === 'let') && held.values.length <= 1;
    return isPlain ? [{ index: binding, name: held.name, at: held.at }] : [];
  }));
}

// `order.id`, where the type of `order` is written down.
function memberThatTells(name: string, variable: Expression, frame: Frame, sources: Sources): string | undefined {
  if (!isOfTheRequest(`${name}Id`)) return undefined;
  const names = sources.of(variable, sources.spot(frame)).flatMap((source) => (source.is === 'request' ? source.names ?? [] : []));
  const member = names.find((one) => ASKED_FOR.test(one)) ?? names.find((one) => one === 'id');
  return member === undefined ? undefined : `${name}.${member}`;
}
