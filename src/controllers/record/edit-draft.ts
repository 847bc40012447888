import type { Draft } from '../../context/drafts.js';
import type { Resource } from '../../fhir/resource.js';
import { DraftKeeper, type DraftOutcome } from './draft-keeper.js';
import { draftKeyOf, type NamedKind, type RecordScope } from './scope.js';

/** An edit as its draft sees it. */
interface Drafted {
  readonly scope: RecordScope;
  readonly base: Resource | undefined;
  readonly position: string | undefined;
  toResource(): Resource;
}

/** What is kept of an edit that was not given: nothing where there is nobody whose draft it could be. */
export class EditDraft {
  readonly #keeper: DraftKeeper | undefined;

  /**
   * @param of the draft that the edit goes on with, and whether there can be an earlier one
   * @param name identifier of the record, with its system
   */
  constructor(
    private readonly edit: Drafted,
    private readonly kind: NamedKind & { readonly name: string },
    of: { readonly name: string; readonly isNew: boolean; readonly draft: Draft | undefined },
    onOutcome: (outcome: DraftOutcome) => void,
  ) {
    const { drafts, isReader } = edit.scope;
    const key = of.draft?.key ?? draftKeyOf(kind, edit.scope, of.name);
    const isOne = kind.find !== undefined;
    // The one record of a key is not kept where it would be gone with the page: it would be called kept
    if (!drafts || key === undefined || isReader || (isOne && drafts.lasts === 'page')) return;
    const isNew = of.draft !== undefined || (of.isNew && !isOne);
    this.#keeper = new DraftKeeper(drafts, key, onOutcome, { isNew, known: of.draft });
  }

  /** Whether there is anything to look for. */
  get isKept(): boolean {
    return this.#keeper !== undefined;
  }

  /** Whether it is there after a reload. */
  get isLasting(): boolean {
    return this.#keeper?.isLasting ?? false;
  }

  /** Reads an earlier one, before it is written over. */
  async open(takeUp: (draft: Draft) => void): Promise<void> {
    await this.#keeper?.open(takeUp);
  }

  /** @param keptAt ISO 8601 instant */
  keep(keptAt: string): void {
    const { scope, base, position } = this.edit;
    const { subject = '', author } = scope;
    this.#keeper?.keep({
      ...{ subject, author, kind: this.kind.name, keptAt },
      ...{ resource: this.edit.toResource(), base, position },
    });
  }

  drop(): void {
    void this.#keeper?.remove();
  }

  /** Nothing of it is written any more. */
  close(): void {
    this.#keeper?.close();
  }

  async settled(): Promise<void> {
    await this.#keeper?.settled();
  }
}
