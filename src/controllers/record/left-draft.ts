import type { Draft, DraftStore } from '../../context/drafts.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordEdit } from './edit.js';
import type { RecordKind } from './kind.js';

/**
 * What a person began and did not send before the page asked another version of it: it is no beginning of what is asked
 * now, so it is shown beside it until the person removes it or signs out.
 */
export class LeftDraft<Value, Wire extends Resource, Contradiction extends Conflict = Conflict> {
  /** It was removed just now, and can be brought back. */
  isRemoved = false;
  #held: { readonly draft: Draft; readonly resource: Wire; readonly drafts: DraftStore } | undefined;
  #edit: RecordEdit<Value, Wire, Contradiction> | undefined;

  constructor(private readonly redraw: () => void) {}

  /** As it was kept. */
  get found(): Wire | undefined {
    return this.isRemoved ? undefined : this.#held?.resource;
  }

  /** Looks for it, once for each edit: whatever was begun belongs to one person and session. */
  follow(kind: RecordKind<Value, Wire, Contradiction>, edit: RecordEdit<Value, Wire, Contradiction>): void {
    if (edit === this.#edit) return;
    this.#edit = edit;
    this.#held = undefined;
    this.isRemoved = false;
    void this.#look(kind, edit);
  }

  /** The person does not need it any more. */
  async remove(): Promise<void> {
    this.isRemoved = true;
    this.redraw();
    await this.#held?.drafts.remove(this.#held.draft.key);
  }

  async restore(): Promise<void> {
    this.isRemoved = false;
    this.redraw();
    await this.#held?.drafts.write(this.#held.draft);
  }

  async #look(
    kind: RecordKind<Value, Wire, Contradiction>,
    edit: RecordEdit<Value, Wire, Contradiction>,
  ): Promise<void> {
    const { drafts, subject, author, isReader } = edit.scope;
    if (!drafts || subject === undefined || isReader) return;
    // What cannot be read now is looked for again the next time
    const all = await drafts.list({ subject, author }, kind.name).catch(() => []);
    if (this.#edit !== edit || edit.isEnded) return;
    for (const draft of all) {
      const { resource } = draft;
      if (kind.is(resource) && isLeft(kind, edit, resource)) this.#held = { draft, resource, drafts };
    }
    if (this.#held) this.redraw();
  }
}

/** Whether it would be this record, were it not of another version. */
function isLeft<Value, Wire extends Resource, Contradiction extends Conflict>(
  kind: RecordKind<Value, Wire, Contradiction>,
  { scope }: RecordEdit<Value, Wire, Contradiction>,
  resource: Wire,
): boolean {
  const about = kind.about(resource);
  const isSameKey = kind.keyed.every((part) => part === 'instrument' || about[part] === scope[part]);
  return isSameKey && kind.isOther?.(resource) === true;
}
