import type { SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { isObject, valuesAt } from './loose.js';

/*
 * What `meta` says of a resource: which version it is, that it is only a part, and that it once waited.
 */

/** R4's mark of what is not the whole resource. */
const subsetted = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
} as const;

/** Of each resource what names it and what `_elements` asks for; all of it where nothing is asked for. */
export function elementsIn<Kept extends Resource>(
  resources: readonly Kept[],
  { _elements: asked }: SearchParams,
): Kept[] {
  if (asked === undefined) return [...resources];
  const names = ['resourceType', 'id', ...String(asked).split(',')];
  return resources.map((resource) => {
    const tag = [...valuesAt(resource, 'meta.tag'), ...(isPart(resource) ? [] : [subsetted])];
    const part = Object.entries(resource).filter(([name]) => names.includes(name));
    return { ...Object.fromEntries(part), meta: { ...resource.meta, tag } } as unknown as Kept;
  });
}

/** Whether it holds only some of its elements: to be read, never to be written on. */
export const isPart = (resource: object): boolean =>
  valuesAt(resource, 'meta.tag.code').includes(subsetted.code);

/** What has not been saved has no version: with one, it would pass for the version that it was made from. */
export function unversioned<Kept extends Resource>(resource: Kept): Kept {
  if (!resource.meta) return resource;
  const { versionId, lastUpdated, ...kept } = resource.meta;
  const { meta, ...rest } = resource;
  return { ...rest, ...(Object.keys(kept).length > 0 && { meta: kept }) } as Kept;
}

const isMark = (tag: unknown): boolean => isObject(tag) && tag['system'] === 'urn:alliance-elements:outbox';

/**
 * Without the tag by which an outbox once marked what waits: it is in old databases, and on servers where such versions
 * were sent. It says nothing, and is not written again.
 */
export function withoutMark<Kept extends Resource>(resource: Kept): Kept {
  const tags = valuesAt(resource, 'meta.tag');
  if (!tags.some(isMark)) return resource;
  const { tag, ...meta } = resource.meta ?? {};
  const others = tags.filter((one) => !isMark(one)) as typeof tag;
  return { ...resource, meta: { ...meta, ...(others?.length && { tag: others }) } };
}
