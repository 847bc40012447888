import type { Draft, DraftStore } from '../context/drafts.js';

/** Writes the newest draft and skips those that were overtaken, one write at a time. */
export class DraftKeeper {
  #next: Draft | undefined;
  #writing: Promise<void> | undefined;
  #isClosed = false;
  /** Counts what was kept, so that a removal never takes a newer draft with it. */
  #kept = 0;

  constructor(
    private readonly drafts: DraftStore,
    private readonly key: string,
    private readonly onOutcome: (draft: Draft | { readonly failed: unknown }) => void,
  ) {}

  read(): Promise<Draft | undefined> {
    return this.drafts.read(this.key);
  }

  keep(draft: Draft): void {
    if (this.#isClosed) return;
    this.#kept += 1;
    this.#next = draft;
    this.#writing ??= this.#write();
  }

  /** Removes the draft after what is being written; an overtaken one is not written any more. */
  async remove(): Promise<void> {
    const kept = this.#kept;
    this.#next = undefined;
    await this.#writing;
    if (this.#kept === kept) await this.drafts.remove(this.key).catch(() => undefined);
  }

  /** After a sign-out nothing may be written; what is already on its way is removed by the store. */
  close(): void {
    this.#isClosed = true;
    this.#next = undefined;
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const draft = this.#next;
      this.#next = undefined;
      try {
        await this.drafts.write(this.key, draft);
        this.onOutcome(draft);
      } catch (failed) {
        this.onOutcome({ failed });
      }
    }
    this.#writing = undefined;
  }
}
