/**
 * What a page hands in, as JSON of our own: it may be a reactive object of its framework, which no device takes, and the
 * page may go on to change it. What is no JSON is told by the name of what was set, never by what it holds.
 * @returns undefined where it is none
 */
export function copied<Value>(name: string, given: Value): Value | undefined {
  try {
    return JSON.parse(JSON.stringify(given)) as Value;
  } catch {
    console.error(`alliance-elements: "${name}" is no JSON. Set plain values.`);
    return undefined;
  }
}
