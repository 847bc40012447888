import type { Draft } from '../../context/drafts.js';
import { identifierOf } from '../../domain/identity.js';
import type { Resource } from '../../fhir/resource.js';
import type { Delivery } from './delivery.js';
import { DraftKeeper, type DraftOutcome } from './draft-keeper.js';
import { draftNameOf, type NamedKind, type RecordScope } from './scope.js';

/** An edit as its draft sees it. */
interface Drafted {
  readonly scope: RecordScope;
  readonly base: Resource | undefined;
  readonly position: string | undefined;
  readonly isEnded: boolean;
  notice: 'draft' | 'load' | undefined;
  delivery: Delivery;
  toResource(): Resource;
}

/** What is kept of an edit that was not given: nothing where there is nobody whose draft it could be. */
export class EditDraft {
  readonly #keeper: DraftKeeper | undefined;

  /**
   * @param of the record that the edit goes on with, the draft of it, if any, the value of the identifier that a new one
   * gets, and a name of this edit alone
   */
  constructor(
    private readonly edit: Drafted,
    kind: NamedKind & { readonly name: string },
    of: {
      readonly known: Resource | undefined;
      readonly draft: Draft | undefined;
      readonly identifier: string;
      readonly id: string;
      /** What was kept of it before stays for later. */
      readonly isApart: boolean;
    },
    private readonly changed: () => void,
  ) {
    const { drafts, isReader, subject, author, signedOut } = edit.scope;
    const named = (of.known && identifierOf(of.known)) ?? `${kind.system}|${of.identifier}`;
    const name = draftNameOf(kind, edit.scope, named);
    const isOne = kind.find !== undefined;
    // The one record of a key is not kept where it would be gone with the page: it would be called kept
    if (!drafts || name === undefined || subject === undefined || isReader) return;
    if (isOne && drafts.lasts === 'page') return;
    const isNew = of.isApart || of.draft !== undefined || (of.known === undefined && !isOne);
    const kept = { name, id: of.id, subject, author, kind: kind.name, signedOut };
    this.#keeper = new DraftKeeper(drafts, kept, this.#onOutcome, { isNew, known: of.draft });
  }

  /** Whether there is anything to look for. */
  get isKept(): boolean {
    return this.#keeper !== undefined;
  }

  /** Whether it is there after a reload. */
  get isLasting(): boolean {
    return this.#keeper?.isLasting ?? false;
  }

  /** Looks for an earlier one, before anything is written. */
  async open(takeUp: (draft: Draft) => boolean): Promise<void> {
    await this.#keeper?.open(takeUp);
  }

  /** @param keptAt ISO 8601 instant */
  keep(keptAt: string): void {
    const { base, position } = this.edit;
    try {
      this.#keeper?.keep({ resource: this.edit.toResource(), base, position, keptAt });
    } catch (failed) {
      this.#onOutcome({ failed }); // what was entered stays
    }
  }

  async drop(): Promise<void> {
    await this.#keeper?.remove();
  }

  /** Nothing of it is written any more. */
  close(): void {
    this.#keeper?.close();
  }

  async settled(): Promise<void> {
    await this.#keeper?.settled();
  }

  readonly #onOutcome = (outcome: DraftOutcome): void => {
    const { edit } = this;
    if (edit.isEnded) return;
    edit.notice = 'failed' in outcome ? 'draft' : undefined;
    if ('kept' in outcome && edit.delivery.state === 'open' && this.isLasting)
      edit.delivery = { state: 'kept', at: new Date(outcome.kept.keptAt) };
    this.changed();
  };
}
