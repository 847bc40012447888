/** Far above what the busiest machine needs: it only says what never came, before the test itself is ended. */
const PATIENCE = 150_000;

/** Asks again and again until there is something, and gives it. */
export async function until<Found>(
  find: () => Found | Promise<Found>,
  what = 'what was waited for',
): Promise<Exclude<Found, undefined | null | false>> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== null && found !== false) {
      return found as Exclude<Found, undefined | null | false>;
    }
    if (performance.now() > end) throw new Error(`It never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
