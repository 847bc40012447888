import type { SearchParams } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { valuesAt } from './loose.js';

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
