import type { EntryPointRow } from '#catalog/schema.js';

type Deliveries = NonNullable<NonNullable<EntryPointRow['settings']>['deliveries']>;

/** A version or an alias of a function leads to it in so many steps at most. */
const MAX_STEPS = 4;

/** The resources of a template that join a queue with the function under a key: each with the name of the queue, where it is one of the template's. */
export function mappingsOf(data: unknown, { mappings, resourcesAt }: Deliveries, key: string): readonly { readonly mapping: unknown; readonly source: string | undefined }[] {
  if (mappings === undefined) return [];
  return resourcesIn(data, resourcesAt).flatMap(({ resources }) => Object.values(resources).flatMap((mapping) => {
    if (!isRecord(mapping) || mapping[mappings.typeAt] !== mappings.is || functionNamed(resources, inside(mapping, mappings.functionAt), mappings.functionAt) !== key) return [];
    return [{ mapping, source: referenceIn(inside(mapping, mappings.sourceAt), resources) }];
  }));
}

/** The tables of resources in settings, each with the path to it: `resources` may be a list of fragments. */
export function resourcesIn(data: unknown, place: string): readonly { readonly path: readonly string[]; readonly resources: Record<string, unknown> }[] {
  let met: { path: readonly string[]; value: unknown }[] = [{ path: [], value: data }];
  for (const name of place.split('.')) {
    met = met.flatMap(({ path, value }) => (Array.isArray(value) ? value.map((one: unknown, position) => ({ path: [...path, String(position)], value: one })) : [{ path, value }]))
      .flatMap(({ path, value }) => (isRecord(value) && name in value ? [{ path: [...path, name], value: value[name] }] : []));
  }
  return met.flatMap(({ path, value }) => (isRecord(value) ? [{ path, resources: value }] : []));
}

/** What `!GetAtt Orders.Arn`, `Fn::GetAtt`, `Fn::Sub` or `Ref` refer to; `!Ref Orders` is read as `Orders`. */
export function referenceIn(value: unknown, resources: Record<string, unknown> = {}): string | undefined {
  if (typeof value === 'string') {
    const name = /^(?:\$\{)?([A-Za-z0-9]+)(?:\.Arn)?\}?$/.exec(value)?.[1];
    return name !== undefined && (value !== name || name in resources) ? name : undefined;
  }
  if (Array.isArray(value)) return value[1] === 'Arn' && typeof value[0] === 'string' ? value[0] : undefined;
  if (!isRecord(value)) return undefined;
  const got = value['Fn::GetAtt'] ?? value['Fn::Sub'] ?? value['Ref'];
  const name: unknown = Array.isArray(got) ? got[0] : got;
  return typeof name === 'string' ? name.replace(/^\$\{|\}$/g, '').split('.')[0] : undefined;
}

// A function by its reference; an alias or a version of it stands for it.
function functionNamed(resources: Record<string, unknown>, named: unknown, functionAt: string): string | undefined {
  let found = referenceIn(named, resources);
  for (let step = 0; step < MAX_STEPS && found !== undefined; step += 1) {
    const next = referenceIn(inside(resources[found], functionAt), resources);
    if (next === undefined || next === found) break;
    found = next;
  }
  return found;
}

function inside(data: unknown, place: string): unknown {
  let current = data;
  for (const name of place.split('.')) current = isRecord(current) ? current[name] : undefined;
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
