/** An object whose keys may be present without a value. */
type Loose<Shape> = { [Key in keyof Shape]: Shape[Key] | undefined };

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Leaves out the keys that have no value: FHIR JSON knows neither null nor undefined, nor empty texts and lists. */
export function compact<Shape extends object>(object: Loose<Shape>): Shape {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as Shape;
}
