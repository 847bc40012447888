import { identifierToken, relativeReference } from './identity.js';

/** How something names what it hangs on: by an identifier, by a FHIR reference, or by both. */
export interface Link {
  readonly identifier?: { readonly system?: string | undefined; readonly value: string } | undefined;
  /** Such as `Goal/1`. */
  readonly reference?: string | undefined;
}

/** All names in a link. */
export const namesIn = ({ identifier, reference }: Link): readonly string[] => [
  ...(identifier ? [`identifier ${identifierToken(identifier) ?? ''}`] : []),
  ...(reference === undefined ? [] : [`reference ${relativeReference(reference)}`]),
];

/** Whether two links lead to the same: they have a name in common. */
export function leadToSame(one: Link, other: Link): boolean {
  const names = namesIn(other);
  return namesIn(one).some((name) => names.includes(name));
}

/** Something that hangs on something else, with the name by which it is known. */
export type Known<Entry> = Entry & { readonly id: string };
