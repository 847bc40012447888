/**
 * Looking into JSON that only claims to be FHIR: every fourth public Questionnaire breaks R4 somewhere, so nothing here
 * trusts a type, and nothing throws.
 */

/** Any JSON object. */
export type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, whatever stands in its place. */
export function objectsIn(list: unknown): readonly Loose[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A text that has the form of a FHIR date, dateTime or instant: what has another tells no time. */
export function timeIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text !== undefined && /^\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-][\d:]+)?)?)?)?$/.test(text)
    ? text
    : undefined;
}

/** Any value in a few words, for a problem to name it; what cannot be written as JSON has no words. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 80);
  try {
    return ((JSON.stringify(value) as string | undefined) ?? 'undefined').slice(0, 80);
  } catch {
    return '';
  }
}

/** A number, also one that was written as a text. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A whole positive number. */
export function countIn(value: unknown): number | undefined {
  const number = numberIn(value);
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined;
}

export const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** The extensions of an element with this URL. */
export function extensionsOf(element: unknown, url: string): readonly Loose[] {
  return isObject(element)
    ? objectsIn(element['extension']).filter((extension) => extension['url'] === url)
    : [];
}

/** The value of an element's first extension with this URL, whichever `value[x]` it has. */
export function extensionValue(element: unknown, url: string): unknown {
  const [extension] = extensionsOf(element, url);
  const key = extension && Object.keys(extension).find((name) => name.startsWith('value'));
  return key === undefined ? undefined : extension?.[key];
}

/** The code in a CodeableConcept, Coding or code, whatever its system: a tenth of real ones name a wrong one. */
export function codeIn(value: unknown): string | undefined {
  if (!isObject(value)) return textIn(value);
  return textIn(value['code']) ?? textIn(objectsIn(value['coding'])[0]?.['code']);
}

/** The address in a Reference. */
export const referenceIn = (value: unknown): string | undefined =>
  isObject(value) ? textIn(value['reference']) : undefined;

/** What has to stay of a list that only claims to be one, with the type that it claims: an object alone is a list of one. */
export const withoutHoles = <Element extends object>(
  list: readonly Element[] | undefined,
): readonly Element[] => [list].flat().filter((element) => isObject(element));
