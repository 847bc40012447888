/*
 * What every record has, whatever it is about: who gave it, and how two versions of it come together.
 */

/** How a record was given: by the person alone, with help, or by somebody for them. */
export type Completion = 'self' | 'supported' | 'proxy';

/** How far a record has come: kept and not given, given, or taken back. */
export type Stage = 'draft' | 'given' | 'withdrawn';

/** One part of a value that was changed in two places in two ways. */
export interface Conflict<Part = unknown, Held = unknown> {
  readonly part: Part;
  readonly mine: Held;
  readonly theirs: Held;
}

export interface Merged<Value, Contradiction extends Conflict = Conflict> {
  /** Both sides together; where they contradict each other, mine. */
  readonly value: Value;
  /** Empty when the merge is clean; otherwise the person decides. */
  readonly conflicts: readonly Contradiction[];
}

/**
 * Three-way merge by part: what only one side changed is taken from that side.
 * @param same whether two sides say the same of a part; `undefined` where a side does not have it
 */
export function mergeParts<Part, Held>(
  base: ReadonlyMap<Part, Held>,
  mine: ReadonlyMap<Part, Held>,
  theirs: ReadonlyMap<Part, Held>,
  same: (one: Held | undefined, other: Held | undefined) => boolean,
): Merged<ReadonlyMap<Part, Held>, Conflict<Part, Held | undefined>> {
  const value = new Map<Part, Held>();
  const conflicts: Conflict<Part, Held | undefined>[] = [];
  for (const part of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const [before, here, there] = [base.get(part), mine.get(part), theirs.get(part)];
    const changedHere = !same(before, here);
    const merged = changedHere ? here : there;
    if (merged !== undefined) value.set(part, merged);
    if (changedHere && !same(before, there) && !same(here, there))
      conflicts.push({ part, mine: here, theirs: there });
  }
  return { value, conflicts };
}
