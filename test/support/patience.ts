/** Holds every wait of many seconds that begins, until `end` ends them all at once. */
export function holdPatience(): { end: () => void; restore: () => void } {
  const { setTimeout: usual } = globalThis;
  const held: (() => void)[] = [];
  // What is held has a name that no wait of the browser has: else giving it up would end another one
  globalThis.setTimeout = ((work: () => void, wait = 0) =>
    wait > 5000 ? -held.push(work) : usual(work, wait)) as typeof setTimeout;
  return {
    end: () => {
      for (const work of held.splice(0)) work();
    },
    restore: () => {
      globalThis.setTimeout = usual;
    },
  };
}
