import type { ReactiveController } from 'lit';
import { sameRecord } from '../../domain/identity.js';
import type { Conflict } from '../../domain/record.js';
import type { Resource } from '../../fhir/resource.js';
import type { RecordEdit } from './edit.js';
import { isShared } from './gate.js';
import type { RecordKind, SaysOfItself } from './kind.js';
import type { RecordElement } from './record-controller.js';
import { isSince } from './scope.js';

interface FormerSource<Value, Wire extends Resource, Contradiction extends Conflict> {
  kind(): RecordKind<Value, Wire, Contradiction> | undefined;
  edit(): RecordEdit<Value, Wire, Contradiction> | undefined;
}

/** What a reader compares: beside the record on the screen, the one that was given before it. */
export class FormerRecord<
  Value,
  Wire extends Resource,
  Contradiction extends Conflict = Conflict,
> implements ReactiveController {
  /** Undefined where there is none, or where the one who looks may not see it: no older one stands in for it. */
  found: { readonly about: SaysOfItself; readonly value: Value } | undefined;
  #shown: Wire | undefined;
  #stop: (() => void) | undefined;
  /** Counts the searches: an earlier one says nothing any more. */
  #searches = 0;

  constructor(
    private readonly element: RecordElement,
    private readonly source: FormerSource<Value, Wire, Contradiction>,
  ) {
    element.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  hostUpdate(): void {
    const [kind, edit] = [this.source.kind(), this.source.edit()];
    const shown = edit?.scope.isReader && !edit.isHidden && !edit.isEnded ? edit.base : undefined;
    if (shown === this.#shown) return;
    this.#forget();
    if (!kind || !edit || !shown) return;
    this.#shown = shown;
    this.#follow(kind, edit, shown);
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = this.#shown = this.found = undefined;
    this.#searches += 1;
  }

  #follow(
    kind: RecordKind<Value, Wire, Contradiction>,
    { scope }: RecordEdit<Value, Wire, Contradiction>,
    shown: Wire,
  ): void {
    const { store } = scope;
    const params = kind.before?.(shown);
    if (!store || !params) return;
    const search = async (): Promise<void> => {
      const era = (this.#searches += 1);
      const all = await store.search(kind.type, params).catch(() => []);
      if (this.#searches !== era) return;
      const former = all
        .flatMap((one) => (kind.is(one) ? [one] : []))
        .find((one) => isBefore(kind, one, shown));
      const isSeen = former !== undefined && isShared(kind, scope, former);
      this.found = isSeen ? { about: kind.about(former), value: kind.read(former) } : undefined;
      this.element.requestUpdate();
    };
    void search();
    // It may be changed, taken back, or shared with others meanwhile
    this.#stop = store.watch(kind.type, kind.watch?.({ ...scope, encounter: undefined }) ?? {}, () => {
      void search();
    });
  }
}

/** Given earlier, in the same words. */
function isBefore<Wire extends Resource>(
  { about, stage }: Pick<RecordKind<unknown, Wire>, 'about' | 'stage'>,
  one: Wire,
  shown: Wire,
): boolean {
  const [before, now] = [about(one), about(shown)];
  const isSame = before.subject === now.subject && before.instrument === now.instrument;
  return isSame && stage(one) === 'given' && !sameRecord(one, shown) && isSince(now, before);
}
