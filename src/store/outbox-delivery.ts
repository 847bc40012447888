import type { AllianceStore, SaveResult } from '../context/store.js';
import type { Resource } from '../fhir/resource.js';
import { sequenceOf } from './outbox-mark.js';
import type { QueuedEntry } from './outbox-queue.js';
import { identifierOf, saysTheSame } from './versions.js';

/** What the store holds of a resource now. */
export async function presentOf(
  store: AllianceStore,
  { resource, base }: QueuedEntry,
): Promise<Resource | undefined> {
  const id = resource.id ?? base?.id;
  if (id !== undefined) return store.read(resource.resourceType, id);
  const identifier = identifierOf(resource);
  if (identifier === undefined) return undefined;
  const [found] = await store.search(resource.resourceType, { identifier });
  return found;
}

/** The version to save on: what waited when it was edited has one by now. */
async function baseOf(
  store: AllianceStore,
  entry: QueuedEntry,
): Promise<{ readonly base: Resource | undefined } | { readonly answer: SaveResult }> {
  const { base, resource } = entry;
  if (sequenceOf(base) === undefined) return { base };
  const present = await presentOf(store, entry);
  if (!present || !base || saysTheSame(present, base)) return { base: present };
  return { answer: saysTheSame(present, resource) ? { saved: present } : { conflict: present } };
}

/**
 * Whether an earlier attempt got through, although nobody heard of it, and others went on from there: then there is no
 * conflict. Versions that are older than what was edited do not count: a person may have gone back to an earlier answer.
 */
async function hasArrived(
  store: AllianceStore,
  { resource, base }: QueuedEntry,
  present: Resource,
): Promise<boolean> {
  if (present.id === undefined) return false;
  const versions = await store.history(resource.resourceType, present.id);
  const edited = versions.findIndex(({ meta }) => meta?.versionId === base?.meta?.versionId);
  const since = edited < 0 ? versions : versions.slice(0, edited);
  return since.some((version) => saysTheSame(version, resource));
}

/**
 * What follows from an answer (scores, who gave it) can be made again, so nobody is asked about it: the newer one stays.
 */
async function settleDerived(
  store: AllianceStore,
  resource: Resource,
  theirs: Resource,
): Promise<SaveResult> {
  const [mine, other] = [resource, theirs] as { effectiveDateTime?: string }[];
  const isNewer = (mine?.effectiveDateTime ?? '') > (other?.effectiveDateTime ?? '');
  if (!isNewer || theirs.id === undefined) return { saved: theirs };
  const result = await store.save({ ...resource, id: theirs.id }, theirs);
  return 'conflict' in result ? { saved: result.conflict } : result;
}

const isDerived = (resource: Resource): boolean =>
  resource.resourceType === 'Provenance' ||
  (resource.resourceType === 'Observation' && 'derivedFrom' in resource);

/** Sends one waiting save. Sending it twice saves it once. */
export async function deliver(store: AllianceStore, entry: QueuedEntry): Promise<SaveResult> {
  const rebased = await baseOf(store, entry);
  const result = 'answer' in rebased ? rebased.answer : await store.save(entry.resource, rebased.base);
  if (!('conflict' in result)) return result;
  if (isDerived(entry.resource)) return settleDerived(store, entry.resource, result.conflict);
  return (await hasArrived(store, entry, result.conflict)) ? { saved: result.conflict } : result;
}
