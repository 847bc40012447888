/** Resolves when it holds; where it never does, the test's own timeout says so. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 6000 && !(await holds()); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
