/** Looks, ten milliseconds apart: far above what the busiest machine needs. The test itself ends before. */
const LOOKS = 15_000;

/** Looks again and again until there is something, and gives it. */
export async function until<Found>(
  find: () => Found | Promise<Found>,
  what = 'what was waited for',
): Promise<Exclude<Found, undefined | null | false>> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = await find();
    if (found !== undefined && found !== null && found !== false)
      return found as Exclude<Found, undefined | null | false>;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It never came: ${what}`);
}
