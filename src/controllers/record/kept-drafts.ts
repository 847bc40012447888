import type { Draft } from '../../context/drafts.js';
import type { Resource } from '../../fhir/resource.js';
import { haveCome } from './delivery.js';
import { keepBack } from './keep-back.js';
import type { RecordKind } from './kind.js';
import type { RecordScope } from './scope.js';

interface Parts<Value, Wire extends Resource> {
  readonly kind: () => Pick<RecordKind<Value, Wire>, 'name' | 'is' | 'read' | 'same' | 'stage' | 'prepare'>;
  /** The stored version of what a draft is of; undefined where there is none, or it is being changed here. */
  readonly storedOf: (resource: Resource) => Wire | undefined;
  /** What was not taken of it is not sent any more, either. */
  readonly gone: (resource: Resource) => void;
  readonly changed: () => void;
}

/** What a person keeps for herself of one kind of record: any number of drafts. */
export class KeptDrafts<Value = unknown, Wire extends Resource = Resource> {
  all: readonly Draft[] = [];
  #scope: RecordScope | undefined;

  constructor(private readonly parts: Parts<Value, Wire>) {}

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
    const kept = await drafts.list({ subject, author }, this.parts.kind().name);
    if (this.#scope !== scope) return;
    this.all = kept;
    this.parts.changed();
    void this.leaveGiven();
    void this.#keepBack();
  }

  /** What is only for the person waits nowhere to be sent, wherever the page was left before. */
  async #keepBack(): Promise<void> {
    const [kind, scope] = [this.parts.kind(), this.#scope];
    const own = this.all.filter(({ resource }) => kind.is(resource) && kind.stage(resource) === 'draft');
    for (const { resource } of own) {
      const isOut = await keepBack(scope?.store, resource, true).catch(() => undefined); // it is tried the next time
      if (!isOut || this.#scope !== scope) continue;
      this.parts.gone(resource);
      this.parts.changed();
    }
  }

  /** What was given just before the page was left is where it was given, and is not offered again. */
  async leaveGiven(): Promise<void> {
    const scope = this.#scope;
    const found = this.all.flatMap((draft) => {
      const stored = this.parts.storedOf(draft.resource);
      return stored ? { draft, stored } : [];
    });
    if (found.length === 0) return;
    const kind = this.parts.kind();
    if (!(await haveCome(kind.prepare?.())) || this.#scope !== scope) return;
    for (const { draft, stored } of found) {
      const { key, keptAt, resource } = draft;
      if (!kind.is(resource) || !kind.same(kind.read(resource), kind.read(stored))) continue;
      try {
        // Whoever gave it may have removed it, or another tab has changed it meanwhile
        const now = await scope?.drafts?.read(key);
        if (now?.keptAt === keptAt) await this.#remove(draft);
        else await this.list();
      } catch {
        // It is offered again: nothing is lost
      }
    }
  }

  /** Removes one, and what was not taken of it; `restore` brings it back. */
  async remove(draft: Draft): Promise<void> {
    const { resource } = draft;
    // Where it could not be taken out it is offered again
    const isOut = await keepBack(this.#scope?.store, resource, false).catch(() => undefined);
    if (isOut) this.parts.gone(resource);
    await this.#remove(draft);
  }

  async #remove({ key }: Draft): Promise<void> {
    await this.#scope?.drafts?.remove(key);
    await this.list();
  }

  async restore(draft: Draft): Promise<void> {
    await this.#scope?.drafts?.write(draft);
    await this.list();
  }
}
