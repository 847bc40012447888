import type { Draft, DraftStore } from '../../context/drafts.js';

export type DraftOutcome = { readonly kept: Draft } | { readonly failed: unknown };

/** Writes the newest state of one draft and skips those that were overtaken, one write at a time. */
export class DraftKeeper {
  #next: Draft | undefined;
  #writing: Promise<void> | undefined;
  #isClosed = false;
  /** An earlier draft may be there: it is taken up before it is written over. */
  #isOpen: boolean;
  #opened: Promise<unknown> = Promise.resolve();
  /** Counts what was kept, so that a removal never takes a newer draft with it. */
  #kept = 0;
  /** When the draft that is stored was kept, as far as this keeper knows it. */
  #storedAt: string | undefined;

  /** @param known the draft that this goes on with; undefined where none is there yet, or it is still to be read */
  constructor(
    private readonly drafts: DraftStore,
    private readonly key: string,
    private readonly onOutcome: (outcome: DraftOutcome) => void,
    { isNew, known }: { readonly isNew: boolean; readonly known?: Draft | undefined },
  ) {
    this.#isOpen = isNew;
    this.#storedAt = known?.keptAt;
  }

  /** Whether it is there after a reload. */
  get isLasting(): boolean {
    return this.drafts.lasts === 'device';
  }

  /**
   * Reads the earlier draft.
   * @param takeUp what becomes of it, before anything is written over it; not called after a sign-out
   */
  open(takeUp: (draft: Draft) => void): Promise<void> {
    const opening = this.drafts
      .read(this.key)
      .then((draft) => {
        this.#storedAt = draft?.keptAt;
        if (draft && !this.#isClosed) takeUp(draft);
      })
      .finally(() => {
        this.#isOpen = true;
        this.#start();
      });
    this.#opened = opening.catch(() => undefined);
    return opening;
  }

  keep(draft: Omit<Draft, 'key'>): void {
    if (this.#isClosed) return;
    this.#kept += 1;
    this.#next = { key: this.key, ...draft };
    this.#start();
  }

  /** Removes the draft, after what is being written; neither a newer one nor one that another edit has kept. */
  async remove(): Promise<void> {
    const kept = this.#kept;
    this.#next = undefined;
    await this.settled();
    if (this.#kept !== kept) return;
    try {
      const stored = await this.drafts.read(this.key);
      if (stored && stored.keptAt === this.#storedAt) await this.drafts.remove(this.key);
    } catch {
      // It is offered again: nothing is lost
    }
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

  #start(): void {
    if (this.#next && this.#isOpen) this.#writing ??= this.#write();
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const draft = this.#next;
      this.#next = undefined;
      try {
        await this.drafts.write(draft);
        this.#storedAt = draft.keptAt;
        this.onOutcome({ kept: draft });
      } catch (failed) {
        this.onOutcome({ failed });
      }
    }
    this.#writing = undefined;
  }
}
