import type { Draft, DraftStore } from '../../context/drafts.js';

export type DraftOutcome = { readonly kept: Draft } | { readonly failed: unknown };

/** Which drafts are kept: those of one record, of one author. */
interface Kept {
  /** Names the record; each edit keeps its own draft under it, since two tabs may change the same record. */
  readonly name: string;
  /** Names this edit. */
  readonly id: string;
  readonly subject: string;
  readonly author: string | undefined;
  /** Name of the kind of record. */
  readonly kind: string;
  /** Aborted when the person has signed out. */
  readonly signedOut: AbortSignal | undefined;
}

/** Writes the newest state of one draft and skips those that were overtaken, one write at a time. */
export class DraftKeeper {
  readonly #key: string;
  #next: Draft | undefined;
  #writing: Promise<void> | undefined;
  #isClosed = false;
  /** An earlier draft may be there: it is taken up before anything is written. */
  #isOpen: boolean;
  #opened: Promise<unknown> = Promise.resolve();
  /** Counts what was kept, so that a removal never takes a newer draft with it. */
  #kept = 0;
  /** What this goes on with; it stays until this is written down. */
  #earlier: Draft | undefined;
  /** Whoever lists the drafts afterwards does not find it any more. */
  #left: Promise<void> = Promise.resolve();

  /** @param known the draft that this goes on with; undefined where none is there yet, or it is still to be read */
  constructor(
    private readonly drafts: DraftStore,
    private readonly of: Kept,
    private readonly onOutcome: (outcome: DraftOutcome) => void,
    { isNew, known }: { readonly isNew: boolean; readonly known?: Draft | undefined },
  ) {
    this.#key = `${of.name}#${of.id}`;
    this.#isOpen = isNew;
    this.#earlier = known;
  }

  /** Whether it is there after a reload. */
  get isLasting(): boolean {
    return this.drafts.lasts === 'device';
  }

  /**
   * Looks for the newest of the earlier drafts; older ones, such as those of other tabs, stay.
   * @param takeUp whether it is gone on with; asked before anything is written, and not after a sign-out
   */
  open(takeUp: (draft: Draft) => boolean): Promise<void> {
    const opening = this.#newest()
      .then((draft) => {
        this.#earlier = draft;
        if (draft && (this.#isOver || !takeUp(draft))) this.#earlier = undefined;
      })
      .finally(() => {
        this.#isOpen = true;
        this.#start();
      });
    this.#opened = opening.catch(() => undefined);
    return opening;
  }

  keep(draft: Pick<Draft, 'resource' | 'base' | 'position' | 'keptAt'>): void {
    if (this.#isOver) return;
    const { subject, author, kind } = this.of;
    this.#kept += 1;
    this.#next = { key: this.#key, subject, author, kind, ...draft };
    this.#start();
  }

  /** Removes the draft, after what is being written; neither a newer one nor one that another edit has kept. */
  async remove(): Promise<void> {
    const kept = this.#kept;
    this.#next = undefined;
    await this.settled();
    if (this.#kept !== kept) return;
    await this.drafts.remove(this.#key).catch(() => undefined); // it is offered again: nothing is lost
    await this.#leaveEarlier();
  }

  /** Resolves when what was to be kept is. */
  async settled(): Promise<void> {
    await this.#opened;
    await this.#writing;
  }

  /** After a sign-out nothing may be written; what is already on its way is removed by the store. */
  close(): void {
    this.#isClosed = true;
    this.#next = undefined;
  }

  get #isOver(): boolean {
    return this.#isClosed || this.of.signedOut?.aborted === true;
  }

  async #newest(): Promise<Draft | undefined> {
    const { name, kind } = this.of;
    // Former versions kept one draft a record, under its name alone
    const [former, all] = await Promise.all([this.drafts.read(name), this.drafts.list(this.of, kind)]);
    const isOfRecord = ({ key }: Draft): boolean =>
      key.startsWith(`${name}#`) && !key.slice(name.length + 1).includes('#');
    const found = [...(former ? [former] : []), ...all.filter(isOfRecord)];
    return found.sort((one, other) => (one.keptAt < other.keptAt ? -1 : 1)).at(-1);
  }

  #start(): void {
    if (this.#next && this.#isOpen) this.#writing ??= this.#write();
  }

  async #write(): Promise<void> {
    while (this.#next && !this.#isOver) {
      const draft = this.#next;
      this.#next = undefined;
      try {
        await this.drafts.write(draft);
        this.onOutcome({ kept: draft });
        await this.#leaveEarlier();
      } catch (failed) {
        this.onOutcome({ failed });
      }
    }
    this.#writing = undefined;
  }

  /** What this went on from is in it now; where another tab has gone on from it too, that stays. */
  #leaveEarlier(): Promise<void> {
    const earlier = this.#earlier;
    this.#earlier = undefined;
    if (earlier) this.#left = this.#leave(earlier);
    return this.#left;
  }

  async #leave(earlier: Draft): Promise<void> {
    try {
      const stored = await this.drafts.read(earlier.key);
      if (stored?.keptAt === earlier.keptAt) await this.drafts.remove(earlier.key);
    } catch {
      // It is offered again: nothing is lost
    }
  }
}
