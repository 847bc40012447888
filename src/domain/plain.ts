/** A shape without what is not known: pages read values that are there or not. */
export const known = <Shape extends object>(shape: { [Key in keyof Shape]: Shape[Key] | undefined }): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
