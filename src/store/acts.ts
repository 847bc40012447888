import type { Save } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { spanOf } from './dates.js';
import { keysOf } from './identity.js';
import { needsOf } from './references.js';
import { StoreError } from './store-error.js';

/*
 * An act: what a person does at once may write several resources, some of which refer to others of it.
 */

/** One save of an act, and its place in it. */
export interface Part {
  readonly save: Save;
  readonly index: number;
}

/**
 * The saves of an act in an order in which each comes after what it refers to by identifier; otherwise as they came,
 * what is derived last.
 * @throws StoreError `invalid` where they refer to each other in a circle
 */
export function inOrder(saves: readonly Save[]): readonly Part[] {
  const parts = saves.map((save, index) => ({ save, index }));
  const needs = parts.map(({ save }) => {
    const wanted = new Set(needsOf(save.resource));
    return parts.filter(({ save: { resource } }) => keysOf(resource).some((key) => wanted.has(key)));
  });
  const ordered = new Set<Part>();
  const onTheWay = new Set<Part>();
  const visit = (part: Part): void => {
    if (ordered.has(part)) return;
    if (onTheWay.has(part)) throw circle([...onTheWay]);
    onTheWay.add(part);
    for (const need of needs[part.index] ?? []) visit(need);
    onTheWay.delete(part);
    ordered.add(part);
  };
  // What follows from others comes after all of them
  for (const part of parts) if (part.save.derived !== true) visit(part);
  for (const part of parts) visit(part);
  return [...ordered];
}

function circle(parts: readonly Part[]): StoreError {
  const names = parts.map(({ save }) => keysOf(save.resource)[0] ?? save.resource.resourceType);
  return new StoreError(
    'invalid',
    `save: ${names.join(' → ')} refer to each other in a circle. Leave one of the references out.`,
  );
}

/**
 * Nobody is asked about a conflict in what follows from something else: whether `mine` takes the place of what is held.
 * The newer one does; of the same time the one that came later, since taking back keeps the time; and none that tells no
 * time.
 */
export function takesOver(mine: Resource, held: Resource): boolean {
  const [here, there] = [mine, held].map(
    (resource) => spanOf((resource as { effectiveDateTime?: unknown }).effectiveDateTime)?.from,
  );
  return here !== undefined && here >= (there ?? -Infinity);
}
