/** Two levels of JSON for each of the items within each other that a reader goes down to, and some more. */
const DEEPEST = 1200;

/** Without what lies deeper than anybody reads: some engines cannot write it as JSON. */
function pruned(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => pruned(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, pruned(one, depth + 1)]));
}

/**
 * What a page hands in, as JSON of our own: it may be a reactive object of its framework, which no device takes, and the
 * page may go on to change it. What is no JSON is told by the name of what was set, never by what it holds.
 * @param isPruned it is only read: what lies too deep may be left out
 * @returns undefined where it is none
 */
export function copied<Value>(name: string, given: Value, isPruned = false): Value | undefined {
  try {
    return JSON.parse(JSON.stringify(given)) as Value;
  } catch (cause) {
    // Circles and BigInt are errors of type; everything else is depth
    if (isPruned && !(cause instanceof TypeError)) return pruned(given) as Value;
    console.error(`alliance-elements: "${name}" is no JSON. Set plain values.`);
    return undefined;
  }
}
