/** Any JSON object: what is stored was written by others too, so that nothing here trusts a type. */
export type Loose = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All values at a path such as `agent.who`, of lists each entry; holes and what is no object have none. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (found, name) =>
      found.flatMap((inner) => {
        const next = isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined;
        return Array.isArray(next) ? (next as readonly unknown[]) : next === undefined ? [] : [next];
      }),
    [value],
  );
}
