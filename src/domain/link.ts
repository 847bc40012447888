import { identifierToken, relativeReference } from './identity.js';

/** How something names what it hangs on: by an identifier, by a FHIR reference, or by both. */
export interface Link {
  readonly identifier?: { readonly system?: string | undefined; readonly value: string } | undefined;
  /** Such as `Goal/1`. */
  readonly reference?: string | undefined;
}

/** All names in a link: two links with a name in common lead to the same. */
export const namesIn = ({ identifier, reference }: Link): readonly string[] => [
  ...(identifier ? [`identifier ${identifierToken(identifier) ?? ''}`] : []),
  ...(reference === undefined ? [] : [`reference ${relativeReference(reference)}`]),
];

/** Something that hangs on something else, with the name by which it is known. */
export type Known<Entry> = Entry & { readonly id: string };
