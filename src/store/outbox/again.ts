import type { AllianceStore } from '../../context/store.js';
import type { Resource } from '../../fhir/resource.js';
import { saysTheSame } from '../equality.js';
import type { QueuedEntry } from './queue.js';
import { arrivedAs, presentOf, send, type Sent } from './send.js';

/** A save that was told not to be taken, and the version that it has become all the same. */
interface Arrived {
  readonly before: QueuedEntry;
  readonly sent: { readonly saved: Resource; readonly version: Resource };
}

/**
 * Sends what takes the place of something else: a search may not have found yet that this has arrived, and then it is what
 * stands in the way.
 * @param ended hears of that first
 */
export async function sendInPlace(
  store: AllianceStore,
  entry: QueuedEntry,
  rows: Iterable<QueuedEntry>,
  ended: (earlier: Arrived) => Promise<void>,
): Promise<Sent> {
  const sent = await send(store, entry);
  const earlier = 'conflict' in sent ? await arrivedBefore(store, entry, rows, sent.conflict) : undefined;
  if (!earlier) return sent;
  await ended(earlier);
  return send(store, { ...entry, base: earlier.sent.version });
}

/**
 * What a person sends in place of something that was not taken, as far as anybody knew: where that has arrived, it is
 * what this goes on from, and who wrote it is said of both.
 * @param found what is stored; looked for where it is not known
 */
export async function arrivedBefore(
  store: AllianceStore,
  { settles = [], resource }: QueuedEntry,
  rows: Iterable<QueuedEntry>,
  found?: Resource,
): Promise<Arrived | undefined> {
  const unsure = [...rows].filter(({ sequence, isUnsure }) => isUnsure && settles.includes(sequence));
  for (const before of unsure.reverse()) {
    if (saysTheSame(before.resource, resource)) continue; // found as its own
    const present = found ?? (await presentOf(store, before));
    const version = present && (await arrivedAs(store, before, present));
    if (version) return { before, sent: { saved: present, version } };
  }
  return undefined;
}
