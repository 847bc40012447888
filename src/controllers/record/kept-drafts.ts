import type { Draft } from '../../context/drafts.js';
import type { RecordScope } from './scope.js';

/** What a person keeps for herself of one kind of record: any number of drafts. */
export class KeptDrafts {
  all: readonly Draft[] = [];
  #scope: RecordScope | undefined;

  constructor(
    /** Name of the kind. */
    private readonly kind: () => string,
    private readonly changed: () => void,
  ) {}

  /** Another person, or another place where they are kept. */
  begin(scope: RecordScope): void {
    this.#scope = scope;
    this.all = [];
  }

  /** Lists them anew. */
  async list(): Promise<void> {
    const scope = this.#scope;
    const { drafts, subject, author, isReader } = scope ?? {};
    if (!drafts || subject === undefined || isReader) return;
    const kept = await drafts.list({ subject, author }, this.kind());
    if (this.#scope !== scope) return;
    this.all = kept;
    this.changed();
  }

  /** Removes one; `restore` brings it back. */
  async remove(draft: Draft): Promise<void> {
    await this.#scope?.drafts?.remove(draft.key);
    await this.list();
  }

  async restore(draft: Draft): Promise<void> {
    await this.#scope?.drafts?.write(draft);
    await this.list();
  }
}
