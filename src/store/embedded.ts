import type { ActStore, Save, SaveResult } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { inOrder, takesOver } from './acts.js';
import { saysTheSame } from './equality.js';
import { identifiersOf } from '../domain/identity.js';
import { keysOf, named } from './identity.js';
import { valuesAt } from './loose.js';
import { isOfSamePerson, requireOwnBase, requirePerson, requireResource } from './persons.js';
import { needsOf, refersTo, withReferenceTo } from './references.js';
import { StoreError } from './store-error.js';
import type { Surroundings } from './surroundings.js';
import { withoutMark } from './meta.js';
import { answerTo, versionAfter, type StoredResource } from './versions.js';

/*
 * How a store that holds everything itself saves an act: in one transaction, each part after what it refers to.
 */

/** What such a store holds, within one transaction. */
export interface Shelf {
  read(type: string, id: string): Promise<StoredResource | undefined>;
  /** Those with this identifier (`system|value`), or whose target is exactly this reference. */
  find(type: string, parameter: 'identifier' | 'target', value: string): Promise<readonly StoredResource[]>;
  /** Holds a version from now on. */
  put(resource: StoredResource, former: StoredResource | undefined): Promise<void>;
}

/** What became of an act. */
export interface Outcome {
  /** In the order of the saves. */
  readonly results: readonly SaveResult[];
  /** What was written. */
  readonly written: readonly StoredResource[];
}

/** A copy, so that nobody outside holds what the store holds. */
function copied(resource: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(resource));
  } catch (cause) {
    throw new StoreError('invalid', 'save: the resource is no JSON. Pass a FHIR resource.', { cause });
  }
}

/**
 * Copies what is to be saved and names it, before anything is written.
 * @throws StoreError `invalid` for what is no resource, is of a type that is not kept here, or is nobody's
 */
export function prepared(saves: readonly Save[], newId: () => string): readonly Save[] {
  return saves.map((save) => {
    requireResource(save.resource);
    const resource = copied(save.resource) as Resource;
    requirePerson(resource);
    return { ...save, resource: named(withoutMark(resource), newId) };
  });
}

/**
 * Saves the parts of an act.
 * @param saves as `prepared` gives them
 * @throws StoreError `invalid` where they refer to each other in a circle
 */
export async function saveIn(
  shelf: Shelf,
  saves: readonly Save[],
  surroundings: Surroundings,
): Promise<Outcome> {
  const act = new EmbeddedAct(shelf, surroundings);
  for (const { save, index } of inOrder(saves)) act.results[index] = await act.save(save);
  return act;
}

/** One save is an act of one part. */
export async function saveOne(
  saveAll: ActStore['saveAll'],
  resource: Resource,
  base: Resource | undefined,
): Promise<SaveResult> {
  const [result] = (await saveAll([{ resource, base }])) as [SaveResult];
  return result;
}

class EmbeddedAct implements Outcome {
  readonly results: SaveResult[] = [];
  readonly written: StoredResource[] = [];
  /** What became of the parts so far. */
  readonly #done: { readonly resource: Resource; readonly result: SaveResult }[] = [];

  constructor(
    private readonly shelf: Shelf,
    private readonly surroundings: Surroundings,
  ) {}

  async save(save: Save): Promise<SaveResult> {
    const result = this.#conflictBefore(save) ?? (await this.#write(save));
    this.#done.push({ resource: save.resource, result });
    return result;
  }

  /** The conflict of a part that this one depends on, or follows from. */
  #conflictBefore({ resource, derived = false }: Save): SaveResult | undefined {
    const needs = needsOf(resource);
    return this.#done.find(
      ({ resource: other, result }) =>
        'conflict' in result &&
        (keysOf(other).some((key) => needs.includes(key)) || (derived && refersTo(resource, other))),
    )?.result;
  }

  async #write({ resource: given, base, derived = false }: Save): Promise<SaveResult> {
    const resource = await this.#filled(given);
    const held = await this.#heldLike(resource, base);
    const answer = answerTo(resource, held, base);
    const isSettled = derived && answer !== undefined && 'conflict' in answer;
    const isOfThisAct = this.#done.some(({ resource: other }) => refersTo(given, other));
    if (isSettled && !isOfThisAct && !takesOver(resource, answer.conflict)) return { saved: answer.conflict };
    if (answer && !isSettled) return answer;
    const next = versionAfter(held, resource, this.surroundings);
    await this.shelf.put(next, held);
    this.written.push(next);
    return { saved: next };
  }

  /** With the ids of what it refers to by identifier, as far as they are known. */
  async #filled(resource: Resource): Promise<Resource> {
    let filled = resource;
    for (const need of needsOf(resource)) {
      const type = need.slice(0, need.indexOf(' '));
      const [held] = await this.shelf.find(type, 'identifier', need.slice(type.length + 1));
      if (held) filled = withReferenceTo(filled, held);
    }
    return filled;
  }

  async #heldLike(resource: Resource, base: Resource | undefined): Promise<StoredResource | undefined> {
    const { resourceType: type, id = base?.id } = resource;
    const held = id === undefined ? undefined : await this.shelf.read(type, id);
    requireOwnBase(resource, held);
    if (held) return held;
    for (const identifier of identifiersOf(resource)) {
      const all = await this.shelf.find(type, 'identifier', identifier);
      const found = all.find((one) => isOfSamePerson(one, resource));
      if (found) return found;
    }
    return id === undefined ? this.#heldWithTarget(resource) : undefined;
  }

  /** What has no identifier is not doubled either: one about the same that says the same. */
  async #heldWithTarget(resource: Resource): Promise<StoredResource | undefined> {
    const [target] = valuesAt(resource, 'target.reference');
    if (typeof target !== 'string') return undefined;
    const found = await this.shelf.find(resource.resourceType, 'target', target);
    return found.find((held) => saysTheSame(held, resource));
  }
}
