const { prototype } = Intl.DateTimeFormat;
const own = Object.getOwnPropertyDescriptor(prototype, 'format')!;

/** How many dates were written while something was done: each card that is drawn writes one. */
export async function drawnFor(act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  Object.defineProperty(prototype, 'format', {
    ...own,
    get(this: Intl.DateTimeFormat): unknown {
      count += 1;
      return own.get?.call(this);
    },
  });
  try {
    await act();
  } finally {
    Object.defineProperty(prototype, 'format', own);
  }
  return count;
}
