import { isObject } from '../../fhir/loose.js';

/** Elements that hold words, or a value that somebody gave. */
const said =
  /^(text|display|description|contentString|progressText|value(String|Date|DateTime|Time|Integer|Decimal|Boolean|Uri))$/;

/** What a person would read of a resource, a line each, in the order in which it stands there. */
export function spokenIn(resource: unknown): string {
  if (Array.isArray(resource))
    return resource
      .map(spokenIn)
      .filter((line) => line !== '')
      .join('\n');
  if (!isObject(resource)) return '';
  return Object.entries(resource)
    .map(([name, value]) => {
      if (name === 'extension' || name === 'meta') return '';
      return said.test(name) && !isObject(value) ? String(value) : spokenIn(value);
    })
    .filter((line) => line !== '')
    .join('\n');
}
