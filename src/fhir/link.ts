import type { Link } from '../domain/link.js';
import { isObject, objectsIn, textIn, type Loose } from './loose.js';
import { compact, type Reference, type Resource } from './resource.js';

/** The identifier of this system; undefined where a resource has none. */
export const identifierIn = ({ identifier }: { readonly identifier?: unknown }, system: string) =>
  objectsIn(identifier).find((one) => one['system'] === system);

/**
 * How something names a resource that it hangs on.
 * @param system of the identifiers that the library gives to it; another system's is taken where there is none
 */
export function linkTo(resource: Resource, system: string): Link {
  const { identifier, resourceType: type, id } = resource as Resource & { readonly identifier?: unknown };
  const own = identifierIn({ identifier }, system) ?? objectsIn(identifier)[0];
  const value = textIn(own?.['value']);
  return {
    ...(value !== undefined && { identifier: { system: textIn(own?.['system']), value } }),
    ...(id !== undefined && { reference: `${type}/${id}` }),
  };
}

/** What a reference names, or the first of several. */
export function linkIn(reference: unknown): Link {
  const [first] = [reference].flat().filter(isObject);
  const { identifier, reference: address } = first ?? {};
  const value = isObject(identifier) ? textIn(identifier['value']) : undefined;
  return {
    ...(value !== undefined && {
      identifier: { system: textIn((identifier as Loose)['system']), value },
    }),
    ...(textIn(address) !== undefined && { reference: textIn(address) }),
  };
}

/** Refers to something by its identifier, which it has before it has an id, and by its id as soon as it is known. */
export const referenceTo = (type: string, { identifier, reference }: Link): Reference =>
  compact<Reference>({
    reference,
    type,
    identifier: identifier && compact<NonNullable<Reference['identifier']>>({ ...identifier }),
  });
