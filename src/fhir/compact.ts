/** An object whose keys may be present without a value. */
type Loose<Shape> = { [Key in keyof Shape]: Shape[Key] | undefined };

/** Leaves out the keys that have no value: FHIR JSON knows neither null nor undefined. */
export function compact<Shape extends object>(object: Loose<Shape>): Shape {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Shape;
}
