import type { AllianceStore } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import type { QueuedEntry } from './queue.js';
import { arrivedAs, presentOf } from './send.js';

/** A save that was told not to be taken, and the version that it has become all the same. */
interface Arrived {
  readonly before: QueuedEntry;
  readonly sent: { readonly saved: Resource; readonly version: Resource };
}

/**
 * What a person sends in place of something that was not taken, as far as anybody knew: where that has arrived, it is
 * what this goes on from, and who wrote it is said of both.
 */
export async function arrivedBefore(
  store: AllianceStore,
  { settles = [], resource }: QueuedEntry,
  rows: Iterable<QueuedEntry>,
): Promise<Arrived | undefined> {
  const unsure = [...rows].filter(({ sequence, isUnsure }) => isUnsure && settles.includes(sequence));
  for (const before of unsure.reverse()) {
    if (saysTheSame(before.resource, resource)) continue; // found as its own
    const present = await presentOf(store, before);
    const version = present && (await arrivedAs(store, before, present));
    if (version) return { before, sent: { saved: present, version } };
  }
  return undefined;
}
