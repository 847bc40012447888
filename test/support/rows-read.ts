/*
 * How many rows IndexedDB gives on this page, by whichever method: what a search or delivery costs on any machine.
 */

let rows = 0;
const restores: (() => void)[] = [];

/** Begins to count; `stopCounting` ends it. */
export function countRows(): void {
  const count = <Of extends object>(prototype: Of, name: keyof Of & string): void => {
    const real = prototype[name] as (...args: unknown[]) => IDBRequest<unknown>;
    const counted = function (this: unknown, ...args: unknown[]): IDBRequest<unknown> {
      const request = real.apply(this, args);
      request.addEventListener('success', () => {
        rows += Array.isArray(request.result) ? request.result.length : request.result ? 1 : 0;
      });
      return request;
    };
    Object.assign(prototype, { [name]: counted });
    restores.push(() => Object.assign(prototype, { [name]: real }));
  };
  for (const name of ['get', 'getAll', 'getKey', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const) {
    count(IDBObjectStore.prototype, name);
    count(IDBIndex.prototype, name);
  }
}

export function stopCounting(): void {
  for (const restore of restores.splice(0)) restore();
}

/** The rows that `work` reads, while nothing else does. */
export async function rowsReadBy(work: () => Promise<unknown>): Promise<number> {
  const before = rows;
  await work();
  return rows - before;
}
