interface Drawn {
  readonly shared: { readonly id: string };
}

/** One group of a list, with what is in it. */
export interface Listed<One extends Drawn, Group> {
  readonly group: Group;
  readonly all: readonly One[];
}

/**
 * In which order things are listed: by whose turn it is, then as the person has put them. What stands on the screen stays
 * where it is while somebody is at it; what is new then waits until they ask for it.
 */
export class ListOrder<One extends Drawn, Group extends string> {
  /** The list could be put in another order, or has things that are not shown yet. */
  isBehind = false;
  /** Ids in the order that the person chose. */
  chosen: readonly string[] = [];
  #places = new Map<string, Group>();
  #listed: readonly Listed<One, Group>[] = [];
  #isDue = true;

  /** @param groups in the order in which they are shown */
  constructor(private readonly groups: readonly Group[]) {}

  get listed(): readonly Listed<One, Group>[] {
    return this.#listed;
  }

  /** The list is put in order with the next drawing. */
  show(): void {
    this.#isDue = true;
  }

  /**
   * @param isHeld somebody has the focus or the pointer in the list
   * @param isLoading not everything has come: it is put in order with the next drawing too, whoever is at it
   */
  follow(all: readonly One[], groupOf: (one: One) => Group, isHeld: boolean, isLoading: boolean): void {
    const wanted = new Map(all.map((one) => [one.shared.id, groupOf(one)]));
    const isSame =
      wanted.size === this.#places.size && [...wanted].every(([id, group]) => this.#places.get(id) === group);
    // Where nothing stands yet, nothing can move
    const isHolding = isHeld && !this.#isDue && this.#places.size > 0;
    if (!isHolding) this.#places = wanted;
    this.isBehind = isHolding && !isSame;
    this.#isDue = isLoading;
    this.#listed = this.groups.flatMap((group) => {
      const own = all.filter(({ shared }) => this.#places.get(shared.id) === group);
      return own.length > 0 ? { group, all: this.#ranked(own) } : [];
    });
  }

  /** The order of all, with one moved before or behind the one next to it in its group. */
  moved(id: string, by: -1 | 1): readonly string[] | undefined {
    const group = this.#listed.find((listed) => listed.all.some(({ shared }) => shared.id === id));
    const ids = group?.all.map(({ shared }) => shared.id) ?? [];
    const from = ids.indexOf(id);
    const other = ids[from + by];
    if (other === undefined) return undefined;
    const all = this.#listed.flatMap((listed) => listed.all.map(({ shared }) => shared.id));
    return all.map((one) => (one === id ? other : one === other ? id : one));
  }

  #ranked(own: readonly One[]): readonly One[] {
    const rank = new Map(this.chosen.map((id, index) => [id, index]));
    const of = ({ shared }: One): number => rank.get(shared.id) ?? Infinity;
    return [...own].sort((one, other) => (of(one) === of(other) ? 0 : of(one) - of(other)));
  }
}
