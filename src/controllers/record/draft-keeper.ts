import type { Draft, DraftStore } from '../../context/drafts.js';
import { draftKeyOf, type NamedKind, type RecordScope } from './scope.js';

export type DraftOutcome = { readonly kept: Draft } | { readonly failed: unknown };

/** Writes the newest state of one draft and skips those that were overtaken, one write at a time. */
export class DraftKeeper {
  #next: Draft | undefined;
  #reading: Promise<unknown> | undefined;
  #writing: Promise<void> | undefined;
  #isClosed = false;
  /** An earlier draft may be there: it is read before it is written over. */
  #isUnread: boolean;
  /** Counts what was kept, so that a removal never takes a newer draft with it. */
  #kept = 0;

  constructor(
    private readonly drafts: DraftStore,
    private readonly key: string,
    private readonly onOutcome: (outcome: DraftOutcome) => void,
    { isNew }: { readonly isNew: boolean },
  ) {
    this.#isUnread = !isNew;
  }

  /** Whether it is there after a reload. */
  get isLasting(): boolean {
    return this.drafts.lasts === 'device';
  }

  read(): Promise<Draft | undefined> {
    const reading = this.drafts.read(this.key).finally(() => {
      this.#isUnread = false;
      this.#start();
    });
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  keep(draft: Omit<Draft, 'key'>): void {
    if (this.#isClosed) return;
    this.#kept += 1;
    this.#next = { key: this.key, ...draft };
    this.#start();
  }

  /** Removes the draft after what is being written; an overtaken one is not written any more. */
  async remove(): Promise<void> {
    const kept = this.#kept;
    this.#next = undefined;
    await this.#writing;
    if (this.#kept === kept) await this.drafts.remove(this.key).catch(() => undefined);
  }

  /** Resolves when what was to be kept or removed is. */
  async settled(): Promise<void> {
    await this.#reading;
    await this.#writing;
  }

  /** After a sign-out nothing may be written; what is already on its way is removed by the store. */
  close(): void {
    this.#isClosed = true;
    this.#next = undefined;
  }

  #start(): void {
    if (this.#next && !this.#isUnread) this.#writing ??= this.#write();
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const draft = this.#next;
      this.#next = undefined;
      try {
        await this.drafts.write(draft);
        this.onOutcome({ kept: draft });
      } catch (failed) {
        this.onOutcome({ failed });
      }
    }
    this.#writing = undefined;
  }
}

/**
 * What keeps the draft of one edit; undefined where there is nobody whose draft it could be. The one record of a key is
 * not kept where it would be gone with the page: it would be called kept.
 */
export function keeperFor(
  kind: NamedKind,
  scope: RecordScope,
  identifier: string,
  onOutcome: (outcome: DraftOutcome) => void,
): DraftKeeper | undefined {
  const { drafts, isReader } = scope;
  const key = draftKeyOf(kind, scope, identifier);
  const isOne = kind.find !== undefined;
  if (!drafts || key === undefined || isReader || (isOne && drafts.lasts === 'page')) return undefined;
  return new DraftKeeper(drafts, key, onOutcome, { isNew: !isOne });
}
